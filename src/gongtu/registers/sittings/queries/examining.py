"""Who examines in a session, drawn or named; why somebody may not; how many are missing."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Q, QuerySet

from gongtu.parties.choices import MembershipKind
from gongtu.parties.models import Membership, Person
from gongtu.parties.queries.periods import holds_on
from gongtu.policy import get_parameter
from gongtu.registers.sittings.choices import Ground
from gongtu.registers.sittings.models import Assignment, Examiner, Kinship
from gongtu.registers.sittings.queries import find_sitting, list_examiners
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import AssessmentSession, Candidate

REQUIRED = "c3_careers/grade_assessment:examiners_required"
LEAST = 1  # what nobody examines is no assessment
NUMBER = re.compile(r"K(\d{6,9})\Z")

Candidates = Collection[UUID] | QuerySet[Any, Any]


class Assessed(NamedTuple):
    """What a session assesses, on which day."""

    occupation: str
    grade: Grade
    on: date


def assessed_in(session: AssessmentSession) -> Assessed:
    """What the session assesses, on its day."""
    return Assessed(session.filing.occupation_id, Grade(session.grade), session.planned_on)


def candidates_of(session: AssessmentSession) -> QuerySet[Any, Any]:
    """The people of a session, to be asked for within a query."""
    return Candidate.objects.filter(session=session).values("person")


def fitting_examiners(session: AssessmentSession) -> list[Examiner]:
    """Who may examine what the session assesses on its day, by number, whoever sits in it."""
    asked = assessed_in(session)
    in_force = Q(until=None) | Q(until__gt=asked.on)
    filed = list_examiners().filter(
        in_force, since__lte=asked.on, scopes__occupation=asked.occupation
    )
    return [one for one in filed.order_by("id") if fits(one, asked)]


def fits(examiner: Examiner, asked: Assessed) -> bool:
    """Whether an examiner, alive and on the roll that day, may examine what is assessed."""
    serves = serves_on(examiner, asked.on) and examiner.person.erased_on is None
    return serves and examiner.covers(asked.occupation, asked.grade)


def serves_on(examiner: Examiner, day: date) -> bool:
    """Whether they are on the roll that day, and alive."""
    died_on = examiner.person.died_on
    return examiner.holds_on(day) and (died_on is None or day < died_on)


def find_numbered(numbers: Iterable[str]) -> dict[str, Examiner]:
    """Examiners by the numbers they are drawn under; of whom there is none is left out."""
    keys = [int(found[1]) for one in numbers if (found := NUMBER.match(one))]
    return {one.number: one for one in list_examiners().filter(pk__in=keys)}


def known_to(session: AssessmentSession) -> list[Examiner]:
    """Those who may examine in the session and stood in an earlier one of its assessor."""
    earlier = Assignment.objects.filter(session__filing__assessor=session.filing.assessor_id)
    met = set(earlier.values_list("examiner", flat=True))
    found = [one for one in fitting_examiners(session) if one.pk in met] if met else []
    shut = grounds_of(
        [one.person_id for one in found], candidates_of(session), on=session.planned_on
    )
    return [one for one in found if one.person_id not in shut]


def grounds_of(
    people: Collection[UUID], candidates: Candidates, *, on: date
) -> dict[UUID, list[Ground]]:
    """Why each of these may not examine the candidates on that day; who may is left out.

    Colleagues are those whom the same body employs on it, relatives those declared by then; what
    comes afterwards does not undo what was held.
    """
    found: dict[UUID, list[Ground]] = {}
    if not people:
        return found

    def add(ground: Ground, *who: Iterable[UUID]) -> None:
        for person in {one for some in who for one in some}:
            found.setdefault(person, []).append(ground)

    own = Person.objects.filter(pk__in=people).filter(pk__in=candidates)
    add(Ground.OWN, own.values_list("pk", flat=True))
    known = Kinship.objects.filter(declared_on__lte=on)
    declared = known.filter(person__in=people, relative__in=candidates)
    told = known.filter(relative__in=people, person__in=candidates)
    add(
        Ground.RELATIVE,
        declared.values_list("person", flat=True),
        told.values_list("relative", flat=True),
    )
    employed = Membership.objects.filter(holds_on(on), kind=MembershipKind.EMPLOYMENT)
    bodies = employed.filter(person__in=candidates).values("organisation")
    colleagues = employed.filter(person__in=people, organisation__in=bodies)
    add(Ground.COLLEAGUE, colleagues.values_list("person", flat=True))
    return found


def list_assignments(session: AssessmentSession) -> QuerySet[Assignment]:
    """Everybody drawn or named for a session, those replaced too, in their order."""
    found = Assignment.objects.filter(session=session)
    return found.select_related("examiner__person", "draw")


def standing_in(session: AssessmentSession) -> QuerySet[Assignment]:
    """Whoever is to examine in it and was not replaced."""
    return list_assignments(session).filter(stood_down_on=None)


def conflicts_in(session: AssessmentSession) -> dict[UUID, list[Ground]]:
    """Why an examiner drawn or named for the session may not examine in it after all."""
    standing = {one.examiner.person_id: one.examiner for one in standing_in(session)}
    found = grounds_of(list(standing), candidates_of(session), on=session.planned_on)
    for person, examiner in standing.items():
        if not serves_on(examiner, session.planned_on):
            found.setdefault(person, []).append(Ground.ENDED)
    return found


def examiners_wanted(session: AssessmentSession) -> int:
    """What was arranged; else what the rule asks on the day, and while it is 待核 one at least."""
    if (sitting := find_sitting(session.case_number)) is not None:
        return sitting.examiners
    return required_on(session.planned_on)


def required_on(day: date) -> int:
    """How many examine in a session of that day where its assessor arranged nothing."""
    rule = get_parameter(REQUIRED).value(day).value
    return max(rule, LEAST) if isinstance(rule, int) else LEAST


def examiners_missing(session: AssessmentSession) -> int:
    """How many are still to be drawn or named: whom a conflict keeps out does not count."""
    standing = standing_in(session).count() - len(conflicts_in(session))
    return max(examiners_wanted(session) - standing, 0)


def list_assigned(person: UUID) -> QuerySet[Assignment]:
    """The sessions somebody was drawn or named to examine in, the latest first."""
    assigned = Assignment.objects.filter(examiner__person=person, stood_down_on=None)
    return assigned.select_related(
        "session__filing__occupation", "session__filing__assessor__organisation"
    ).order_by("-session__planned_on", "-id")
