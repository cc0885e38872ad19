"""What is written into the register of honours: granted, withdrawn, paid for, won."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.base.periods import MONTHS_IN_YEAR, add_months
from gongtu.parties.capacity import Capacity
from gongtu.policy.city import active_city
from gongtu.records.journal.services import write
from gongtu.registers.honours.choices import ContestLevel
from gongtu.registers.honours.known import year_of_term
from gongtu.registers.honours.models import Allowance, Award, Honour


class NotOnTheList(Refused):
    """The city's list has no honour of this key."""


class NumberTaken(Refused):
    """The certificate's number is on record already."""


class WithdrawnAlready(Refused):
    """It was withdrawn before."""


class DrawnAlready(Refused):
    """The allowance of this year was paid by another case."""


class Win(NamedTuple):
    """What a contest's organiser reports."""

    number: str
    contest: str
    level: ContestLevel
    occupation: str
    rank: int


@transaction.atomic
def grant_honour(
    person: UUID, kind: str, *, number: str, document: str, by: Capacity, on: date
) -> Honour:
    """Record an honour granted on that day; its term ends as the city's list says.

    Raises:
        NotOnTheList: The city grants no honour of that key.
        NumberTaken: The certificate's number is on record already.
    """
    if (told := active_city().find_honour(kind)) is None:
        raise NotOnTheList(_("荣誉称号目录中没有“%s”。") % kind)
    if Honour.objects.filter(number=number).exists():
        raise NumberTaken(_("证书编号%s已有登记。") % number)
    term = None if told.term_years is None else add_months(on, told.term_years * MONTHS_IN_YEAR)
    honour = Honour.objects.create(
        person_id=person, kind=kind, number=number, document=document, granted_on=on, until=term
    )
    _journal("honour-granted", honour, by=by, on=on)
    return honour


@transaction.atomic
def withdraw_honour(number: str, *, reason: str, by: Capacity, on: date) -> Honour:
    """Withdraw an honour from that day on.

    Raises:
        WithdrawnAlready: It was withdrawn before.
    """
    honour = Honour.objects.select_for_update().get(number=number)
    if honour.withdrawn_on is not None:
        raise WithdrawnAlready(_("该荣誉称号已经撤销。"))
    honour.withdrawn_on = on
    honour.save(update_fields=["withdrawn_on"])
    _journal("honour-withdrawn", honour, by=by, on=on, text=reason)
    return honour


@transaction.atomic
def record_allowance(number: str, *, case_number: str, claimed_on: date, on: date) -> Allowance:
    """Note that the allowance was paid for the year of the term in which it was claimed.

    Raises:
        DrawnAlready: Another case brought that year's allowance.
    """
    honour = Honour.objects.select_for_update().get(number=number)
    noted, made = Allowance.objects.get_or_create(
        honour=honour,
        year=year_of_term(honour, claimed_on),
        defaults={"paid_on": on, "case_number": case_number},
    )
    if not made and noted.case_number != case_number:
        raise DrawnAlready(_("本管理年度的津贴已经领取。"))
    return noted


def take_back_allowance(number: str, *, case_number: str) -> None:
    """The case brought nothing after all: that year's allowance may be drawn."""
    Allowance.objects.filter(honour__number=number, case_number=case_number).delete()


@transaction.atomic
def record_award(person: UUID, win: Win, *, by: Capacity, on: date) -> Award:
    """Record an award won on that day.

    Raises:
        NumberTaken: The certificate's number is on record already.
    """
    if Award.objects.filter(number=win.number).exists():
        raise NumberTaken(_("证书编号%s已有登记。") % win.number)
    told = win._asdict()
    occupation = told.pop("occupation")
    award = Award.objects.create(person_id=person, occupation_id=occupation, awarded_on=on, **told)
    what = {"person": str(person), "award": award.number}
    write(f"person:{person}", "award-won", on=on, by=by, what=what)
    return award


def _journal(kind: str, honour: Honour, *, by: Capacity, on: date, text: str = "") -> None:
    what = {"person": str(honour.person_id), "honour": honour.number, "kind": honour.kind}
    write(f"person:{honour.person_id}", kind, on=on, by=by, what=what, text=text)
