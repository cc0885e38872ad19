"""Which grades people hold, by which certificate, and since when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from typing import NamedTuple
from uuid import UUID

from gongtu.registers.skills.choices import CertificateStatus, Grade
from gongtu.registers.skills.models import Certificate

HELD = (CertificateStatus.VALID, CertificateStatus.SUSPENDED)


class Holding(NamedTuple):
    """A certificate of a grade that was neither revoked nor replaced.

    One that took another's place is held `since` the day of the first of its line.  While it is
    suspended it does not count, and is held all the same.
    """

    number: str
    grade: Grade
    since: date
    is_suspended: bool


def holdings(
    people: Collection[UUID], occupations: Collection[str], *, on: date
) -> defaultdict[tuple[UUID, str], dict[Grade, Holding]]:
    """What each of these people holds in each occupation, by grade; one query.

    Of two certificates of one grade the one that counts, and of two that count the earlier.
    """
    certificates = Certificate.objects.filter(
        person__in=people, occupation__in=occupations, issued_on__lte=on
    )
    by_key = {one.pk: one for one in certificates}
    found: defaultdict[tuple[UUID, str], dict[Grade, Holding]] = defaultdict(dict)
    for one in by_key.values():
        if one.status in HELD:
            holding, held = _holding(one, by_key), found[one.person_id, one.occupation_id]
            held[holding.grade] = min(holding, held.get(holding.grade, holding), key=_counts_first)
    return found


def held_since(
    people: Collection[UUID], occupation: str, *, on: date
) -> dict[UUID, dict[Grade, date]]:
    """Of each person the grades of the occupation that are certified, and since when.

    A certificate that took another's place counts from the day of the first of its line.
    """
    held = holdings(people, [occupation], on=on)
    return {who: _days(held[who, occupation]) for who in people}


def held_across(
    person: UUID, occupations: Collection[str], *, on: date
) -> dict[str, dict[Grade, date]]:
    """The same of one person, by occupation."""
    held = holdings([person], occupations, on=on)
    return {occupation: _days(held[person, occupation]) for occupation in occupations}


def _days(held: Mapping[Grade, Holding]) -> dict[Grade, date]:
    """Since when what counts is held."""
    return {grade: one.since for grade, one in held.items() if not one.is_suspended}


def _holding(certificate: Certificate, by_key: Mapping[int, Certificate]) -> Holding:
    suspended = certificate.status == CertificateStatus.SUSPENDED
    since = _first_issued(certificate, by_key)
    return Holding(certificate.number, Grade(certificate.grade), since, suspended)


def _counts_first(one: Holding) -> tuple[bool, date]:
    return one.is_suspended, one.since


def _first_issued(held: Certificate, by_key: Mapping[int, Certificate]) -> date:
    before = by_key.get(held.predecessor_id or 0)
    kind = held.grade, held.occupation_id
    if before is None or (before.grade, before.occupation_id) != kind:
        return held.issued_on
    return min(held.issued_on, _first_issued(before, by_key))
