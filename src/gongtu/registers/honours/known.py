"""The register's facts about each honour and each award of a person, ready for rules."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from gongtu.base.periods import years_between
from gongtu.engines.entitlement.declare import Subject
from gongtu.engines.entitlement.earlier import ANY, Earlier
from gongtu.registers.honours import facts
from gongtu.registers.honours.choices import ContestLevel, HonourKey
from gongtu.registers.honours.models import Award, Honour
from gongtu.registers.honours.queries import list_awards, list_honours


def honours_known(person: UUID, *, on: date, earlier: Earlier = ANY) -> dict[str, Subject]:
    """Each honour granted by that day, by its number; two queries."""
    granted = [honour for honour in list_honours(person) if honour.granted_on <= on]
    return {honour.number: _honour(honour, on, earlier) for honour in granted}


def awards_known(person: UUID, *, on: date) -> dict[str, Subject]:
    """Each award won by that day, by its number; one query."""
    won = [award for award in list_awards(person) if award.awarded_on <= on]
    return {award.number: _award(award, on) for award in won}


def year_of_term(honour: Honour, on: date) -> int:
    """1 in the first year of the term; each begins on the day of the grant."""
    return years_between(honour.granted_on, on) + 1


def _honour(honour: Honour, on: date, earlier: Earlier) -> Subject:
    kind, year = HonourKey(honour.kind), year_of_term(honour, on)
    paid = [o for o in honour.allowances.all() if earlier.counts(o.paid_on, o.case_number)]
    told = facts.Honour.recorded(
        as_of=honour.granted_on,
        number=honour.number,
        kind=kind,
        granted_on=honour.granted_on,
        until=honour.until,
        standing=honour.withdrawn_on is None or honour.withdrawn_on > on,
        year=year,
        drawn=year in {one.year for one in paid},
    )
    return Subject(honour.number, kind.label, told)


def _award(award: Award, on: date) -> Subject:
    level = ContestLevel(award.level)
    told = facts.Award.recorded(
        as_of=award.awarded_on,
        number=award.number,
        level=level,
        rank=award.rank,
        occupation=award.occupation.name,
        awarded_on=award.awarded_on,
        standing=award.withdrawn_on is None or award.withdrawn_on > on,
    )
    return Subject(award.number, f"{award.contest} {level.label}", told)
