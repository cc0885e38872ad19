"""What the registers know of one person in one occupation, for the conditions of the ladder."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from gongtu.engines.entitlement.declare import Known, Subject
from gongtu.engines.entitlement.parties.known import person_facts
from gongtu.parties.models import Membership
from gongtu.parties.queries import memberships_of, people_known
from gongtu.registers.education.choices import ClassKind, Level, Qualified, SchoolKind
from gongtu.registers.education.models import Degree
from gongtu.registers.education.queries import degrees_of
from gongtu.registers.employers.queries import apprenticed, apprenticed_across
from gongtu.registers.ladder import facts
from gongtu.registers.ladder.known import worked_known
from gongtu.registers.ladder.queries import get_occupation, list_occupations_of
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.queries import names_of_occupations
from gongtu.registers.skills.queries.held import held_across, held_since
from gongtu.registers.titles.choices import TitleLevel
from gongtu.registers.titles.models import ProfessionalTitle
from gongtu.registers.titles.queries import titles_of

CERTIFIED = (
    Grade.JUNIOR,
    Grade.INTERMEDIATE,
    Grade.SENIOR,
    Grade.TECHNICIAN,
    Grade.SENIOR_TECHNICIAN,
)
TITLES = {
    "assistant": TitleLevel.ASSISTANT,
    "middle": TitleLevel.INTERMEDIATE,
    "upper": TitleLevel.ASSOCIATE_SENIOR,
}
SCHOOLED = (Level.SECONDARY_VOCATIONAL, Level.TECHNICAL)
TECHNICAL = (SchoolKind.SENIOR_TECHNICAL, SchoolKind.TECHNICIAN_COLLEGE)


def subjects(worker: str, on: date) -> Sequence[Subject]:
    """The worker in each occupation they have worked or are certified in."""
    person = UUID(worker)
    occupations = [one.pk for one in list_occupations_of(person, on=on)]
    told = subjects_across(person, occupations, on)
    return [told[code] for code in occupations]


class _Recorded(NamedTuple):
    """What the registers hold of one person."""

    memberships: Sequence[Membership]
    grades: dict[Grade, date]
    degrees: Sequence[Degree]
    titles: Sequence[ProfessionalTitle]
    apprenticed: bool | None


def subjects_in(people: Collection[UUID], occupation: str, on: date) -> Mapping[UUID, Subject]:
    """Everything on record of each that the conditions of the occupation may ask.

    However many people there are, the number of queries is the same.
    """
    name, persons = get_occupation(occupation).name, people_known(people)
    jobs, grades = memberships_of(people), held_since(people, occupation, on=on)
    degrees, titles = degrees_of(people), titles_of(people)
    learnt = apprenticed(people, occupation, on=on)
    told = {
        who: _Recorded(jobs[who], grades[who], degrees[who], titles[who], learnt[who])
        for who in persons
    }
    return {
        who: Subject(occupation, name, person_facts(person) | _climbed(told[who], occupation, on))
        for who, person in persons.items()
    }


def subjects_across(person: UUID, occupations: Collection[str], on: date) -> Mapping[str, Subject]:
    """The same of one person in several occupations, in as many queries as of one."""
    people = (person,)
    persons, jobs = people_known(people), memberships_of(people)[person]
    held, names = held_across(person, occupations, on=on), names_of_occupations(occupations)
    degrees, titles = degrees_of(people)[person], titles_of(people)[person]
    learnt = apprenticed_across(person, occupations, on=on)
    told = {code: _Recorded(jobs, held[code], degrees, titles, learnt[code]) for code in names}
    own = person_facts(persons[person])
    return {
        code: Subject(code, name, own | _climbed(told[code], code, on))
        for code, name in names.items()
    }


def _climbed(told: _Recorded, occupation: str, on: date) -> dict[str, Known]:
    titles = _titles(told.titles, on)
    certified = {grade.value: day for grade, day in told.grades.items() if grade in CERTIFIED}
    events = certified | titles | _pre_technician_since(told.degrees, on)
    return {
        **_held(told.grades, on),
        **worked_known(told.memberships, occupation, events, on=on),
        **_titled(titles, on),
        **_schooled(told.degrees, on),
        **facts.Apprenticed.recorded(as_of=on, finished=told.apprenticed),
        **facts.Placed.recorded(as_of=on, on_line=None),
    }


def _held(grades: dict[Grade, date], on: date) -> dict[str, Known]:
    return facts.Held.recorded(as_of=on, **{grade.value: grade in grades for grade in CERTIFIED})


def _titles(titles: Sequence[ProfessionalTitle], on: date) -> dict[str, date]:
    """Since when a title of each level or above is held."""
    held = [(TitleLevel(t.level), t.granted_on) for t in titles if t.granted_on <= on]
    days = {
        name: [day for level, day in held if level.place >= least.place]
        for name, least in TITLES.items()
    }
    return {name: min(found) for name, found in days.items() if found}


def _titled(titles: dict[str, date], on: date) -> dict[str, Known]:
    return facts.Titled.recorded(as_of=on, fits=None, **{name: name in titles for name in TITLES})


def _schooled(degrees: Sequence[Degree], on: date) -> dict[str, Known]:
    told = [one for one in degrees if one.enrolled_on <= on]
    college = [one for one in told if Level(one.level).tier >= Level.COLLEGE.tier]
    technical = [one for one in told if one.school_kind in TECHNICAL]
    colleges = [one for one in told if one.school_kind == SchoolKind.TECHNICIAN_COLLEGE]
    vocational = [one for one in college if one.school_kind == SchoolKind.VOCATIONAL]
    in_class = [one for one in colleges if one.class_kind == ClassKind.PRE_TECHNICIAN]
    return facts.Schooled.recorded(
        as_of=on,
        secondary=_finished([*college, *(one for one in told if one.level in SCHOOLED)], on),
        college=_finished(college, on),
        senior_class=_finished([one for one in told if _is_senior_class(one)], on),
        advanced=_finished([*technical, *vocational], on),
        technical=_finished(technical, on),
        technician_class=bool(in_class),
        pre_technician=bool(_pre_technician_since(degrees, on)),
        fits=None,
        evaluated=None,
    )


def _finished(degrees: Iterable[Degree], on: date) -> bool | None:
    """Finished by that day; not known where somebody is still at school, maybe in the last year."""
    ended = [one.graduated_on is not None and one.graduated_on <= on for one in degrees]
    return True if any(ended) else None if ended else False


def _is_senior_class(degree: Degree) -> bool:
    return degree.class_kind in (ClassKind.SENIOR, ClassKind.PRE_TECHNICIAN)


def _pre_technician_since(degrees: Iterable[Degree], on: date) -> dict[str, date]:
    """The day somebody left a technician college as a pre-technician."""
    days = [
        one.graduated_on
        for one in degrees
        if one.school_kind == SchoolKind.TECHNICIAN_COLLEGE
        and one.qualified == Qualified.PRE_TECHNICIAN
        and one.graduated_on is not None
        and one.graduated_on <= on
    ]
    return {"pre_technician": min(days)} if days else {}
