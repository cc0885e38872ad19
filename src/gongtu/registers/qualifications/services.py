"""What is written into the register of vocational qualifications: recorded, withdrawn."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.parties.capacity import Capacity
from gongtu.records.journal.services import write
from gongtu.registers.qualifications.choices import Kind
from gongtu.registers.qualifications.models import Qualification


class QualificationTaken(Refused):
    """Somebody else has the qualification of that number."""


class DaysImpossible(Refused):
    """It was issued after it is told of, or ended before it was issued."""


class NotOnRecord(Refused):
    """The case put nothing on record that still counts by it."""


class Issued(NamedTuple):
    """What the certificate says."""

    name: str
    number: str
    kind: Kind
    level: str
    issuer: str
    issued_on: date
    valid_through: date | None


def require_possible(issued: Issued, *, on: date) -> None:
    """Pass what can have been issued by that day.

    Raises:
        DaysImpossible: Its days contradict one another, or are still to come.
    """
    if issued.issued_on > on:
        raise DaysImpossible(_("颁发日期还没有到，请核对证书。"))
    if issued.valid_through is not None and issued.valid_through < issued.issued_on:
        raise DaysImpossible(_("有效期届满日早于颁发日期，请核对证书。"))


@transaction.atomic
def record_qualification(
    person: UUID,
    issued: Issued,
    *,
    compared_with: str,
    case_number: str,
    by: Capacity,
    on: date,
) -> Qualification:
    """Put on record what the official register confirms; of one's own number, the latest stands.

    Raises:
        DaysImpossible: Its days contradict one another, or are still to come.
        QualificationTaken: It is on record as somebody else's.
    """
    require_possible(issued, on=on)
    how = {"compared_with": compared_with, "case_number": case_number, "recorded_on": on}
    try:
        with transaction.atomic():
            qualification, _new = Qualification.objects.update_or_create(
                person_id=person,
                name=issued.name,
                number=issued.number,
                defaults={**issued._asdict(), **how, "withdrawn_on": None},
            )
    except IntegrityError as taken:
        told = {"name": issued.name, "number": issued.number}
        raise QualificationTaken(_("%(name)s%(number)s已登记在他人名下。") % told) from taken
    _journal("qualification-recorded", qualification, by=by, on=on)
    return qualification


@transaction.atomic
def withdraw_qualification(case_number: str, *, by: Capacity, on: date) -> Qualification:
    """Note from that day on that whoever issued it has withdrawn it; the case tells why.

    Raises:
        NotOnRecord: It is withdrawn already, or a later case put it on record anew.
    """
    held = Qualification.objects.select_for_update().filter(case_number=case_number)
    if (found := held.filter(withdrawn_on=None).first()) is None:
        raise NotOnRecord(_("本件登记的职业资格已经撤销，或者以后另有登记。"))
    found.withdrawn_on = on
    found.save(update_fields=["withdrawn_on"])
    _journal("qualification-withdrawn", found, by=by, on=on)
    return found


def _journal(kind: str, found: Qualification, *, by: Capacity, on: date) -> None:
    what = {"person": str(found.person_id), "case": found.case_number}
    write(f"person:{found.person_id}", kind, on=on, by=by, what=what)
