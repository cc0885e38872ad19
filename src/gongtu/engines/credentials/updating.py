"""Changing what became of a credential that was signed at the VC API, as the VC API asks.

Certificates of the register are no such credentials: they are taken back by decisions, with the
holder heard.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from gongtu.engines.credentials import services
from gongtu.engines.credentials.checking.entries import ENTRY
from gongtu.engines.credentials.checking.options import exactly
from gongtu.engines.credentials.checking.problem import Problem, Problems
from gongtu.engines.credentials.checking.values import is_so, listed, members, text
from gongtu.engines.credentials.choices import Purpose, ReasonClass, Status
from gongtu.engines.credentials.issuing import KIND, Malformed
from gongtu.engines.credentials.models import Credential
from gongtu.parties.capacity import Capacity

PURPOSES = (Purpose.REVOCATION.value, Purpose.SUSPENSION.value)
SET = {"1": True, "0": False}


class NoSuchCredential(Malformed):
    """Nothing of this id was signed for this organisation with a status of its own."""


@transaction.atomic
def update_status(told: Mapping[str, Any], *, organisation: int, by: Capacity, on: date) -> None:
    """Set or clear one bit of a credential; what is so already stays so.

    `credentialId` is the credential's own id, or the number told at issue; of several with one id
    the latest is meant.

    Raises:
        Malformed: Every member that is wrong, by its pointer.
        NoSuchCredential: There is none of this id.
    """
    if wrong := list(_problems(told)):
        raise Malformed(wrong)
    purpose, where = _purpose(told)
    credential = _find(told["credentialId"], organisation)
    if purpose not in _purposes_of(credential):
        raise Malformed([Problem(where, _("这份凭证没有这一用途的状态"))])
    becomes = Status.REVOKED if purpose == Purpose.REVOCATION else Status.SUSPENDED
    status = told["status"]
    wanted, now = SET.get(status, status) is True, Status(credential.status)
    if wanted == (now == becomes):
        return
    if now == Status.REVOKED:
        raise Malformed([Problem("/status", _("已经撤销的不能恢复，也不能暂停"))])
    actor = replace(by, organisation=organisation)
    _turn(credential.number, becomes, wanted, by=actor, on=on)


def _turn(number: str, becomes: Status, wanted: bool, *, by: Capacity, on: date) -> None:
    reason = _("签发方通过接口变更")
    if not wanted:
        services.resume(number, by=by, on=on)
    elif becomes == Status.REVOKED:
        services.revoke(number, ReasonClass.ENDED, reason, by=by, on=on)
    else:
        services.suspend(number, reason, by=by, on=on)


def _problems(told: Mapping[str, Any]) -> Problems:
    """What is wrong with a request, each with the member at fault."""
    yield from _update(dict(told), "")
    if "statusPurpose" not in told and "credentialStatus" not in told:
        yield Problem("/statusPurpose", _("缺少这一项"))


def _purpose(told: Mapping[str, Any]) -> tuple[str, str]:
    """Which of its bits is meant, and where that is told."""
    if "statusPurpose" in told:
        return told["statusPurpose"], "/statusPurpose"
    return told["credentialStatus"]["statusPurpose"], "/credentialStatus/statusPurpose"


def _find(named: str, organisation: int) -> Credential:
    ours = Credential.objects.select_for_update().filter(
        kind=KIND, issuer_organisation=organisation
    )
    found = ours.filter(Q(number=named) | Q(document__id=named)).order_by("-pk").first()
    if found is None:
        raise NoSuchCredential([Problem("/credentialId", _("没有签发过这一标识的凭证"))])
    return found


def _purposes_of(credential: Credential) -> set[str]:
    entries = listed(credential.document.get("credentialStatus", []), "")
    return {entry["statusPurpose"] for entry, _where in entries if entry.get("type") == ENTRY}


_is_set = is_so(
    lambda value: isinstance(value, bool) or value in tuple(SET),
    lambda: _("应为%(value)s") % {"value": "true | false"},
)
_update = members(
    {"credentialId": text, "status": _is_set},
    {
        "statusPurpose": exactly(*PURPOSES),
        "credentialStatus": members(
            {"statusPurpose": exactly(*PURPOSES)}, {"type": exactly(ENTRY)}
        ),
    },
)
