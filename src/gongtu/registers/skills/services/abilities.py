"""Certificates of special abilities: entered, revoked, and subsidised once for each ability."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.parties.capacity import Capacity
from gongtu.records.journal.services import write
from gongtu.registers.skills.models import AbilityCertificate
from gongtu.registers.skills.services.certificates import AlreadySubsidised, CertificateNotValid


class NumberTaken(Refused):
    """The certificate's number is on record already."""


class Shown(NamedTuple):
    """What was shown in the assessment, and who certified it."""

    number: str
    name: str
    issuer: int


@transaction.atomic
def record_ability(person: UUID, shown: Shown, *, by: Capacity, on: date) -> AbilityCertificate:
    """Record a certificate of a special ability issued on that day.

    Raises:
        NumberTaken: Its number is on record already.
    """
    if AbilityCertificate.objects.filter(number=shown.number).exists():
        raise NumberTaken(_("证书编号%s已有登记。") % shown.number)
    held = AbilityCertificate.objects.create(
        person_id=person,
        number=shown.number,
        name=shown.name,
        issuer_id=shown.issuer,
        issued_on=on,
    )
    _journal("ability-certified", held, by=by, on=on)
    return held


@transaction.atomic
def revoke_ability(number: str, *, reason: str, by: Capacity, on: date) -> AbilityCertificate:
    """Revoke a certificate of a special ability from that day on.

    Raises:
        CertificateNotValid: It was revoked before.
    """
    held = AbilityCertificate.objects.select_for_update().get(number=number)
    if held.revoked_on is not None:
        raise CertificateNotValid(_("该证书已不在有效状态。"))
    held.revoked_on = on
    held.save(update_fields=["revoked_on"])
    _journal("ability-revoked", held, by=by, on=on, text=reason)
    return held


@transaction.atomic
def record_ability_subsidy(number: str, *, case_number: str, on: date) -> None:
    """Note that a subsidy was paid for a special ability, so that it is never paid twice.

    Raises:
        AlreadySubsidised: Another case brought one before.
    """
    unpaid = Q(subsidised_on=None) | Q(subsidised_by=case_number)
    noted = AbilityCertificate.objects.filter(unpaid, number=number).update(
        subsidised_on=on, subsidised_by=case_number
    )
    if not noted:
        raise AlreadySubsidised(_("该证书已经享受过补贴。"))


def take_back_ability_subsidy(number: str, *, case_number: str) -> None:
    """The case brought nothing after all: the ability may bring its subsidy."""
    AbilityCertificate.objects.filter(number=number, subsidised_by=case_number).update(
        subsidised_on=None, subsidised_by=""
    )


def _journal(
    kind: str, held: AbilityCertificate, *, by: Capacity, on: date, text: str = ""
) -> None:
    what = {
        "person": str(held.person_id),
        "organisation": held.issuer_id,
        "certificate": held.number,
    }
    write(f"person:{held.person_id}", kind, on=on, by=by, what=what, text=text)
