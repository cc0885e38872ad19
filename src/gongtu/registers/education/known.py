"""The register's facts about one person and each course of study, ready for rules."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from gongtu.engines.entitlement.declare import Known, Subject
from gongtu.engines.entitlement.earlier import ANY, Earlier
from gongtu.policy.city import active_city
from gongtu.registers.education import facts
from gongtu.registers.education.choices import ClassKind, Level, Qualified, SchoolKind
from gongtu.registers.education.models import Degree
from gongtu.registers.education.queries import list_degrees


def education_known(person: UUID, *, on: date) -> dict[str, Known]:
    """The highest schooling finished by that day; nothing where none is on record."""
    if (highest := highest_of(list(list_degrees(person)), on=on)) is None:
        return {}
    since = highest.graduated_on
    return facts.Education.recorded(as_of=since, highest=Level(highest.level), since=since)


def degrees_known(person: UUID, *, on: date, earlier: Earlier = ANY) -> dict[str, Subject]:
    """Each course of study begun by that day, by its number; one query."""
    studied = [degree for degree in list_degrees(person) if degree.enrolled_on <= on]
    drawn = [one for one in studied if earlier.counts(one.subsidised_on, one.subsidised_by)]
    tiers = {Level(one.level).tier for one in drawn}
    return {told.number: _seen(told, studied, tiers, on=on) for told in studied}


def highest_of(degrees: Sequence[Degree], *, on: date) -> Degree | None:
    """The highest finished by that day; of equals, the one finished first."""
    finished = [one for one in degrees if one.graduated_on and one.graduated_on <= on]
    finished.sort(key=lambda one: (one.graduated_on, one.pk))
    return max(finished, key=lambda one: Level(one.level).tier, default=None)


def _seen(degree: Degree, studied: Sequence[Degree], drawn: set[int], *, on: date) -> Subject:
    title = f"{degree.school} {Level(degree.level).label}"
    finished_on = degree.graduated_on if degree.graduated_on and degree.graduated_on <= on else None
    told = facts.Degree.recorded(
        as_of=finished_on or degree.enrolled_on,
        number=degree.number,
        level=Level(degree.level),
        school_kind=SchoolKind(degree.school_kind),
        class_kind=ClassKind(degree.class_kind),
        qualified=Qualified(degree.qualified) if finished_on else Qualified.NONE,
        full_time=degree.full_time,
        enrolled_on=degree.enrolled_on,
        graduated_on=finished_on,
        graduated=finished_on is not None,
        since_statute=finished_on and finished_on >= active_city().in_force_from,
        raised=_raised(degree, studied),
        drawn=Level(degree.level).tier in drawn,
    )
    return Subject(degree.number, title, told)


def _raised(degree: Degree, studied: Sequence[Degree]) -> bool | None:
    """Whether it lies above all finished before it began; not known where nothing is on record."""
    before = highest_of(studied, on=degree.enrolled_on)
    return None if before is None else Level(degree.level).tier > Level(before.level).tier
