"""Which grades people hold, and since when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from uuid import UUID

from gongtu.registers.skills.choices import CertificateStatus, Grade
from gongtu.registers.skills.models import Certificate


def held_since(
    people: Collection[UUID], occupation: str, *, on: date
) -> dict[UUID, dict[Grade, date]]:
    """Of each person the grades of the occupation that are certified, and since when.

    A certificate that took another's place counts from the day of the first of its line.
    """
    held = _held(people, [occupation], on)
    return {who: held[who, occupation] for who in people}


def held_across(
    person: UUID, occupations: Collection[str], *, on: date
) -> dict[str, dict[Grade, date]]:
    """The same of one person, by occupation."""
    held = _held([person], occupations, on)
    return {occupation: held[person, occupation] for occupation in occupations}


def _held(
    people: Collection[UUID], occupations: Collection[str], on: date
) -> defaultdict[tuple[UUID, str], dict[Grade, date]]:
    certificates = Certificate.objects.filter(
        person__in=people, occupation__in=occupations, issued_on__lte=on
    )
    by_key = {one.pk: one for one in certificates}
    held: defaultdict[tuple[UUID, str], dict[Grade, date]] = defaultdict(dict)
    for one in by_key.values():
        if one.status == CertificateStatus.VALID:
            grade, day = Grade(one.grade), _first_issued(one, by_key)
            days = held[one.person_id, one.occupation_id]
            days[grade] = min(day, days.get(grade, day))
    return held


def _first_issued(held: Certificate, by_key: dict[int, Certificate]) -> date:
    before = by_key.get(held.predecessor_id or 0)
    kind = held.grade, held.occupation_id
    if before is None or (before.grade, before.occupation_id) != kind:
        return held.issued_on
    return min(held.issued_on, _first_issued(before, by_key))
