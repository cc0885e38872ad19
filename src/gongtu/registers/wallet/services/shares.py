"""Sharing parts of a certificate by link: made, opened by somebody who says who, ended at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from secrets import token_urlsafe
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.parties.capacity import Capacity
from gongtu.parties.queries import get_person
from gongtu.records.journal.services import Actor, write
from gongtu.registers.wallet.choices import Part
from gongtu.registers.wallet.models import Share
from gongtu.registers.wallet.queries import (
    VIEWED,
    chain_of,
    find_own,
    get_share,
    get_shared,
    holder_in,
    most_days,
)

# 256 bits: nobody finds a link by trying.
TOKEN_BYTES = 32


class ShareUnfit(Refused):
    """A link that would show nothing, or for too long, or for no purpose."""


class ShareEnded(Refused):
    """The link's days are over, or its holder ended it."""


class ShareOpen(Refused):
    """The link can still be opened: it is ended before it is deleted."""


@transaction.atomic
def share(
    number: str, *, parts: Collection[Part], days: int, purpose: str, by: Capacity, on: date
) -> Share:
    """A link to one's own certificate or appointment for so many days, counted from today.

    Raises:
        CertificateUnknown: It is not the person's own.
        ShareUnfit: With every reason.
    """
    holder = get_person(holder_in(by))
    credential = find_own(holder.pk, number)
    most = most_days(on=on)
    reasons = []
    if holder.died_on is not None:
        reasons.append(_("持证人已登记死亡，不能再分享。"))
    if not 1 <= days <= most:
        reasons.append(_("分享的天数应为1至%(most)d天。") % {"most": most})
    if not purpose.strip():
        reasons.append(_("请写明分享的用途。"))
    if credential is None:
        reasons.append(_("这张证书没有电子签名原件，不能分享。"))
    if reasons or credential is None:
        raise ShareUnfit(*reasons)
    made = Share.objects.create(
        token=token_urlsafe(TOKEN_BYTES), person=holder, credential=credential,
        parts=" ".join(part for part in Part if part in parts), purpose=purpose.strip(),
        made_on=on, until=on + timedelta(days=days - 1),
    )  # fmt: skip
    _note("shared", made, by=by, on=on)
    return made


@transaction.atomic
def view_share(token: str, *, name: str, why: str, by: Actor, on: date) -> Share:
    """Open a link: who looks and why is written down for the holder before anything is shown.

    Raises:
        ShareUnknown, ShareEnded: There is nothing to show.
        Refused: The viewer says neither who they are nor why.
    """
    found = get_shared(token)
    if not found.is_open(on):
        raise ShareEnded(_("这一分享链接已经结束，不再显示任何内容。"))
    if not name.strip() or not why.strip():
        raise Refused(_("请写明您是谁、为什么查看；持证人会看到。"))
    _note(VIEWED, found, by=by, on=on, text=f"{name.strip()}\n{why.strip()}")
    return found


@transaction.atomic
def end_share(share_id: int, *, by: Capacity, on: date) -> Share:
    """End one's own link at once; once more changes nothing.

    Raises:
        ShareUnknown: It is not the person's own.
    """
    found = get_share(holder_in(by), share_id)
    if found.ended_on is None:
        found.ended_on = on
        found.save(update_fields=["ended_on"])
        _note("share-ended", found, by=by, on=on)
    return found


@transaction.atomic
def delete_share(share_id: int, *, by: Capacity, on: date) -> None:
    """Delete one's own link that is over, for good; who opened it stays in the holder's log.

    Raises:
        ShareUnknown: It is not the person's own.
        ShareOpen: Somebody may still open it.
    """
    found = get_share(holder_in(by), share_id)
    if found.is_open(on):
        raise ShareOpen(_("链接还可以打开，请先结束，再删除。"))
    _note("share-deleted", found, by=by, on=on)
    found.delete()


def _note(kind: str, made: Share, *, by: Actor, on: date, text: str = "") -> None:
    what: Mapping[str, Any] = {
        "person": str(made.person_id),
        "certificate": made.credential.number,
        "share": made.pk,
    }
    write(chain_of(made), kind, on=on, by=by, what=what, text=text)
