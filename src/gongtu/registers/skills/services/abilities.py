"""Certificates of special abilities: issued, revoked, and subsidised once for each ability."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.casework.services.numbering import draw
from gongtu.engines.credentials import services as credentials
from gongtu.engines.credentials.building import Order
from gongtu.engines.credentials.queries import find_credential
from gongtu.engines.ledger.marks import mark, unmark
from gongtu.parties import access
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Person
from gongtu.parties.queries import masked_id_number
from gongtu.records.journal.services import write
from gongtu.registers.skills.choices import ABILITY, RevocationReason
from gongtu.registers.skills.models import AbilityCertificate
from gongtu.registers.skills.numbers.abilities import ability_number
from gongtu.registers.skills.queries.abilities import get_ability
from gongtu.registers.skills.services.certificates import AlreadySubsidised, CertificateNotValid


class NumberTaken(Refused):
    """The certificate's number is on record already."""


class Shown(NamedTuple):
    """What was shown in the assessment, and who certified it."""

    number: str
    name: str
    issuer: int


class Examined(NamedTuple):
    """What people were examined in: the ability, the number it is published under, by whom."""

    name: str
    number: str
    issuer: int


@transaction.atomic
def issue_abilities(
    examined: Examined, holders: Sequence[Person], *, by: Capacity, on: date
) -> list[AbilityCertificate]:
    """A signed certificate for each, in their order; numbers follow one another without gaps."""
    if not holders:
        return []
    last = draw(f"ability:{on.year}", len(holders))
    first = last - len(holders) + 1
    orders = [
        _order(examined, holder, ability_number(on.year, serial), on=on)
        for serial, holder in enumerate(holders, first)
    ]
    held = [
        record_ability(holder.pk, Shown(order.number, examined.name, examined.issuer), by=by, on=on)
        for order, holder in zip(orders, holders, strict=True)
    ]
    credentials.issue_all(ABILITY, orders, issuer_organisation=examined.issuer, by=by, on=on)
    return held


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
def revoke_ability(
    number: str,
    *,
    reason: RevocationReason,
    told: str,
    heard: str,
    by: Capacity,
    on: date,
) -> AbilityCertificate:
    """Revoke a certificate of a special ability from that day on.

    `told` is the full reason, `heard` what its holder said before.

    Raises:
        CertificateUnknown: No such number.
        NotEntitled: Neither its issuer acts nor the human-resources office.
        CertificateNotValid: It was revoked before.
        Refused: The holder was not heard.
    """
    held = may_revoke_ability(number, by=by, on=on)
    AbilityCertificate.objects.select_for_update().get(pk=held.pk)
    held.refresh_from_db(fields=["revoked_on"])
    if held.revoked_on is not None:
        raise CertificateNotValid(_("该证书已不在有效状态。"))
    if not heard.strip():
        raise Refused(_("撤销前应当听取持证人的陈述、申辩，并记录在案。"))
    held.revoked_on = on
    held.save(update_fields=["revoked_on"])
    if find_credential(number) is not None:
        credentials.revoke(number, reason.value, told, by=by, on=on)
    _journal("ability-revoked", held, by=by, on=on, text=told, heard=heard)
    return held


def may_revoke_ability(number: str, *, by: Capacity, on: date) -> AbilityCertificate:
    """The certificate, to whoever may revoke it.

    Raises:
        CertificateUnknown: No such number.
        NotEntitled: Neither its issuer acts nor the human-resources office.
    """
    held = get_ability(number)
    access.require(by, "revoke-ability", held.issuer, on=on)
    return held


@transaction.atomic
def record_ability_subsidy(number: str, *, case_number: str, on: date) -> None:
    """Note that a subsidy was paid for a special ability, so that it is never paid twice.

    Raises:
        AlreadySubsidised: Another case brought one before.
    """
    if not mark(AbilityCertificate.objects.filter(number=number), case_number, on=on):
        raise AlreadySubsidised(_("该证书已经享受过补贴。"))


def take_back_ability_subsidy(number: str, *, case_number: str) -> None:
    """The case brought nothing after all: the ability may bring its subsidy."""
    unmark(AbilityCertificate.objects.filter(number=number), case_number)


def _order(examined: Examined, holder: Person, number: str, *, on: date) -> Order:
    return Order(
        number=number,
        title="专项职业能力证书",
        subject={
            "name": holder.name,
            "idType": "居民身份证",
            "idNumber": masked_id_number(holder),
            "abilityName": examined.name,
            "abilityNumber": examined.number,
        },
        valid_from=on,
        holder_index=str(holder.pk),
    )


def _journal(
    kind: str, held: AbilityCertificate, *, by: Capacity, on: date, text: str = "", **more: str
) -> None:
    what = {
        "person": str(held.person_id),
        "organisation": held.issuer_id,
        "certificate": held.number,
        **more,
    }
    write(f"person:{held.person_id}", kind, on=on, by=by, what=what, text=text)
