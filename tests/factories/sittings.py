"""Examiners of the city, and a session of 甲公司 arranged on the platform."""

from __future__ import annotations

from datetime import date
from typing import Any

from gongtu.engines.casework import services as casework
from gongtu.engines.casework.models import Case
from gongtu.parties import services as parties
from gongtu.parties.capacity import CLOCK, Capacity
from gongtu.parties.models import Organisation, Person
from gongtu.parties.queries import get_account, get_capacity
from gongtu.parties.roles import ENTERPRISE
from gongtu.registers.sittings import services as sittings
from gongtu.registers.sittings.models import Assignment, Examiner
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.services import Scope
from tests.cast import DAY, FITTER, FOUNDED, Cast, oneself, somebody
from tests.factories import sessions

SCOPE = Scope(FITTER, Grade.JUNIOR, Grade.SENIOR)
OUTSIDER = "外来考评"


def filed(cast: Cast, person: Person, *, by: Capacity | None = None) -> Examiner:
    """The person may examine fitters up to 高级工."""
    return sittings.file_examiner(
        person, [SCOPE], instrument="考评员证1号", by=by or cast.liu, on=FOUNDED
    )


def examiners(cast: Cast, count: int = 1, *, body: Organisation | None = None) -> list[Examiner]:
    """So many more people whom nothing keeps from examining; of one body, or of none."""
    found = []
    for serial in range(count):
        person = somebody(f"考评{serial + 1}", 300 + serial, cast.district)
        if body is not None:
            parties.employ(person, body, post="技师", by=CLOCK, on=FOUNDED)
        found.append(filed(cast, person))
    return found


def named(cast: Cast, case: Case, by: Capacity | None = None, on: date = DAY) -> Case:
    """Somebody on the roll whom nothing keeps from it is named as the examiner of a session."""
    return move(case, "name", by or cast.clerk, on, numbers=outsider(cast).number)


def outsider(cast: Cast) -> Examiner:
    """One and the same examiner, who works for nobody and is nobody's relative."""
    if (found := Examiner.objects.filter(person__name=OUTSIDER).first()) is not None:
        return found
    every = Scope(FITTER, Grade.JUNIOR, Grade.SENIOR_TECHNICIAN)
    person = somebody(OUTSIDER, 340, cast.district)
    return sittings.file_examiner(
        person, [every], instrument="考评员证1号", by=cast.liu, on=FOUNDED
    )


def examined(cast: Cast, held_on: date = DAY) -> Case:
    """王师傅 and 小李 sit in a session that was not arranged; its examiner is named."""
    return named(cast, sessions.enrolled(cast, held_on))


def on_notice(cast: Cast, marks: str) -> Case:
    """A session that was not arranged, of both, whose results are on public notice."""
    case = examined(cast)
    move(case, "mark", cast.clerk, marks=marks)
    return move(case, "publish", cast.clerk)


def move(case: Case, key: str, by: Capacity, on: date = DAY, **answers: Any) -> Case:
    """One move of the session."""
    return casework.make_move(case.number, key, answers=answers, by=by, on=on)


def arranged(cast: Cast, *, wanted: int = 1, percent: int = 50, held_on: date = DAY) -> Case:
    """王师傅 and 小李 sit in a session that is arranged."""
    case = sessions.enrolled(cast, held_on)
    return move(case, "arrange", cast.clerk, examiners=wanted, sample_percent=percent)


def drawn(cast: Cast) -> Assignment:
    """The one examiner drawn for a session that is arranged."""
    examiners(cast)
    case = arranged(cast)
    move(case, "draw", cast.clerk)
    return Assignment.objects.get(session__case_number=case.number)


def second_clerk(cast: Cast, serial: int = 350) -> Capacity:
    """Another clerk of 甲公司."""
    person = somebody(f"经办{serial}", serial, cast.district)
    me = oneself(person)
    office = parties.grant_office(
        person, cast.bodies["works"], role=ENTERPRISE, title="经办人", by=CLOCK, on=FOUNDED
    )
    return get_capacity(get_account(me.account or 0), f"office:{office.pk}", DAY)
