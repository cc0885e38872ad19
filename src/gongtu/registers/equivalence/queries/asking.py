"""What the rows come to for somebody, from the record: the ladder's own rules are asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from gongtu.engines.entitlement.declare import Subject
from gongtu.engines.entitlement.explaining import Explanation, explain_all
from gongtu.registers.appointments.queries import appointed_grade
from gongtu.registers.education.choices import ClassKind
from gongtu.registers.education.queries import list_degrees
from gongtu.registers.equivalence.choices import Side
from gongtu.registers.equivalence.declare import Row, Rung, Statement, the_equivalences
from gongtu.registers.honours.queries import list_honours
from gongtu.registers.ladder.declare import the_ladder
from gongtu.registers.ladder.queries import (
    VERDICTS,
    held_grade,
    list_occupations_of,
    options_for,
)
from gongtu.registers.qualifications.queries import kinds_in_force
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import Occupation
from gongtu.registers.titles.queries import find_highest

Held = frozenset[Rung]


@dataclass(frozen=True, slots=True)
class Answer:
    """One row for one person: `told` explains its rule; `fits` whether the rule is in use there.

    Conditions of a row without a rule are asked by nobody here: whoever grants it checks them.
    """

    row: Row
    stated: Statement
    told: Explanation | None = None
    fits: bool | None = True

    @property
    def opens(self) -> bool | None:
        """Whether it opens; None where that is not known, as of a row that is not confirmed."""
        plain = None if self.stated.conditions else True
        verdict = plain if self.told is None else VERDICTS[self.told.verdict]
        if False in (self.fits, verdict):
            return False
        return True if self.stated.is_confirmed and self.fits and verdict else None


@dataclass(frozen=True, slots=True)
class Standing:
    """What the rows come to in one occupation; without one, those that ask no occupation."""

    occupation: Occupation | None
    held: Held
    answers: tuple[Answer, ...]


def standing_of(person: UUID, *, on: date) -> list[Standing]:
    """Each row that begins where the person stands, by occupation; then those beside."""
    own = _held(person, on)
    occupations = list_occupations_of(person, on=on)
    held = [own | _certified(person, one, on) for one in occupations]
    asked = [_in(person, one, h, on) for one, h in zip(occupations, held, strict=True)]
    every = own.union(*held)
    beside = begun(every, on, with_rule=False)
    return [*asked, Standing(None, every, tuple(Answer(*one) for one in beside))]


def begun(held: Held, on: date, *, with_rule: bool) -> Iterator[tuple[Row, Statement]]:
    """Rows in force that begin on a rung held; those with a rule, or those without one."""
    for row, stated in the_equivalences().in_force(on):
        if bool(row.rule) is with_rule and any(one.reaches(row.source) for one in held):
            yield row, stated


def answers_to(
    rows: Iterable[tuple[Row, Statement]], subject: Subject, on: date, occupation: str = ""
) -> Iterator[Answer]:
    """Each row with its rule explained for the subject."""
    asked = [(row, stated, row.admits) for row, stated in rows]
    rules = [admits for *_, admits in asked if admits is not None]
    explained = iter(explain_all(rules, subject, on=on))
    for row, stated, admits in asked:
        told = next(explained) if admits is not None else None
        yield Answer(row, stated, told, _fits(row, occupation, on))


def _certified(person: UUID, occupation: Occupation, on: date) -> Held:
    grade = held_grade(person, occupation.pk, on=on)
    return frozenset((Rung(Side.GRADE, grade.value),) if grade else ())


def _in(person: UUID, occupation: Occupation, held: Held, on: date) -> Standing:
    subject = the_ladder().subjects((person,), occupation.pk, on)[person]
    rows = begun(held, on, with_rule=True)
    return Standing(occupation, held, tuple(answers_to(rows, subject, on, occupation.pk)))


def _fits(row: Row, occupation: str, on: date) -> bool | None:
    """Whether the occupation's standard uses the wording of the rule; None while both may apply."""
    if not occupation or row.target.side is not Side.GRADE:
        return True
    options = options_for(occupation, Grade(row.target.key), on=on)
    if row.rule not in {one.admits.key for one in options}:
        return False
    return True if len({one.wording for one in options}) == 1 else None


def _held(person: UUID, on: date) -> Held:
    """Titles, schooling, qualifications, honours, and the post of a grade that enterprises fill."""
    rungs: set[Rung] = set()
    if (title := find_highest(person, on=on)) is not None:
        rungs.add(Rung(Side.TITLE, title.level))
    for degree in list_degrees(person):
        if degree.graduated_on is None or degree.graduated_on > on:
            continue
        rungs.add(Rung(Side.EDUCATION, degree.level))
        if degree.class_kind != ClassKind.NONE:
            rungs.add(Rung(Side.CLASS, degree.class_kind))
    rungs |= {Rung(Side.QUALIFICATION, kind.value) for kind in kinds_in_force(person, on=on)}
    if (grade := appointed_grade(person, on=on)) is not None:
        rungs.add(Rung(Side.GRADE, grade.value))
    return frozenset(rungs | _honours(person, on))


def _honours(person: UUID, on: date) -> set[Rung]:
    granted = list_honours(person).filter(granted_on__lte=on, withdrawn_on=None)
    valid = granted.filter(Q(until=None) | Q(until__gt=on))
    return {Rung(Side.HONOUR, one.kind) for one in valid}
