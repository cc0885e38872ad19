"""A person's death, as a document tells it: what was certified stays true, nobody shows it anew."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.parties import access
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Person
from gongtu.records.journal import services as journal


class DeathUnfit(Refused):
    """The death cannot be recorded so."""


class NoDeath(Refused):
    """No death of the person is on record."""


@transaction.atomic
def record_death(person: Person, *, died_on: date, source: str, by: Capacity, on: date) -> Person:
    """Record the day somebody died, and which document says so.

    Raises:
        NotEntitled: The person is beyond the officer's reach.
        DeathUnfit: With every reason.
    """
    access.require(by, "record-death", person, on=on)
    reasons = []
    if person.died_on is not None:
        reasons.append(_("已经登记死亡。"))
    if died_on > on:
        reasons.append(_("死亡日期不能晚于今天。"))
    if person.birth is not None and died_on < person.birth:
        reasons.append(_("死亡日期不能早于出生日期。"))
    if not source.strip():
        reasons.append(_("请写明依据，例如死亡证明或者户口注销证明。"))
    if reasons:
        raise DeathUnfit(*reasons)
    _set(person, died_on)
    _journal(person, "died", source.strip(), by=by, on=on)
    return person


@transaction.atomic
def take_back_death(person: Person, *, reason: str, by: Capacity, on: date) -> Person:
    """Take back a death recorded in error: whoever lives shows their certificates again.

    Raises:
        NotEntitled, NoDeath: Nothing was changed.
        DeathUnfit: No reason is told.
    """
    access.require(by, "record-death", person, on=on)
    if person.died_on is None:
        raise NoDeath(_("没有登记死亡。"))
    if not reason.strip():
        raise DeathUnfit(_("请写明理由。"))
    _set(person, None)
    _journal(person, "death-taken-back", reason.strip(), by=by, on=on)
    return person


def _set(person: Person, died_on: date | None) -> None:
    person.died_on = died_on
    person.save(update_fields=["died_on"])


def _journal(person: Person, kind: str, text: str, *, by: Capacity, on: date) -> None:
    what = {"person": person.pk, "died_on": person.died_on and person.died_on.isoformat()}
    journal.write(f"person:{person.pk}", kind, on=on, by=by, what=what, text=text)
