"""Who is there, by occupation and grade: from roster, certificates and appointments alone.

A grade counts with an employer as the register of recognition has it: by its own certificate, by
that of a body which assesses for everybody, by an agreement; and whom it appointed itself.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from gongtu.base.periods import add_months
from gongtu.parties.models import Person
from gongtu.parties.queries import employees_of
from gongtu.policy.shared import platform
from gongtu.registers.appointments.queries import list_appointed
from gongtu.registers.recognition.queries import Counted, Recognised, Weighed, weigh
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import Certificate

PENSION_AGE = "pension_age"
BANDS = (30, 40, 50, 55)  # the ages at which a band of the page ends and the next begins
A_YEAR = 12
Place = tuple[str, Grade | None]  # occupation and grade; no grade counts yet


@dataclass(frozen=True, slots=True)
class Basis:
    """A grade that counts with the employer; without a certificate it is its own appointment."""

    occupation: str
    grade: Grade
    counted: Counted | None = None

    @property
    def recognised(self) -> Recognised | None:
        """The agreement by which it counts, if it takes one."""
        return self.counted.recognised if self.counted else None


@dataclass(frozen=True, slots=True)
class Brought:
    """What somebody brings to an employer: the highest grade of each occupation that counts there.

    `uncounted` are certificates of other enterprises with which there is no agreement on them.
    """

    held: Mapping[str, Basis]
    uncounted: tuple[Certificate, ...]

    @property
    def highest(self) -> Basis | None:
        return max(self.held.values(), key=lambda one: one.grade.rank, default=None)


@dataclass(frozen=True, slots=True)
class Member:
    """One of the staff in the occupation of the roster, or of the highest grade that counts."""

    person: Person
    post: str
    occupation: str
    brought: Brought

    @property
    def basis(self) -> Basis | None:
        """What counts in the occupation."""
        return self.brought.held.get(self.occupation)

    @property
    def grade(self) -> Grade | None:
        return self.basis.grade if self.basis else None

    @property
    def place(self) -> Place:
        return self.occupation, self.grade

    def band(self, on: date) -> int | None:
        """Which of the `BANDS` the age lies in, the youngest 0; None without a day of birth."""
        birth = self.person.birth
        if birth is None:
            return None
        return sum(add_months(birth, age * A_YEAR) <= on for age in BANDS)

    def leaves_on(self, on: date) -> date | None:
        """The day of pension age; None while the age or the birth is not known."""
        told = self.person
        if told.birth is None or not told.sex:
            return None
        age = platform.value(PENSION_AGE, on=on, row=told.sex).value
        return add_months(told.birth, age * A_YEAR) if isinstance(age, int) else None


def staff_of(organisation: int, *, on: date) -> list[Member]:
    """Everybody employed on the day, in the order of entry; eight queries at most."""
    jobs = list(employees_of(organisation, on))
    brought = brought_to(organisation, [job.person_id for job in jobs], on)
    return [_member(job.person, job.post, job.occupation, brought[job.person_id]) for job in jobs]


def places_of(staff: Iterable[Member]) -> dict[Place, list[Member]]:
    """The staff by occupation and grade, those of no known occupation under ""."""
    found: dict[Place, list[Member]] = defaultdict(list)
    for one in staff:
        found[one.place].append(one)
    return dict(sorted(found.items(), key=lambda each: _order(each[0])))


def count_leaving(members: Collection[Member], years: Sequence[int], on: date) -> list[int] | None:
    """How many reach pension age by the end of each year; None where it is not known of one."""
    days = [one.leaves_on(on) for one in members]
    if None in days:
        return None
    left = Counter(day.year for day in days if day is not None)
    return [sum(count for year, count in left.items() if year <= last) for last in years]


def brought_to(organisation: int, people: Collection[UUID], on: date) -> dict[UUID, Brought]:
    """What each of these people brings to an employer; as many queries for one as for many."""
    found = {
        person: Brought(_highest_of_each(weighed), weighed.uncounted)
        for person, weighed in weigh(people, organisation, on=on).items()
    }
    for one in list_appointed(organisation, on=on).filter(person__in=people):
        held = {**found[one.person_id].held}
        held[one.occupation_id] = Basis(one.occupation_id, Grade(one.grade))
        found[one.person_id] = replace(found[one.person_id], held=held)
    return found


def highest_at(organisation: int, people: Collection[UUID], on: date) -> dict[UUID, Grade]:
    """Of each who has any the highest grade that counts there."""
    brought = brought_to(organisation, people, on)
    return {person: one.highest.grade for person, one in brought.items() if one.highest}


def _highest_of_each(weighed: Weighed) -> dict[str, Basis]:
    """By occupation; what counts comes the highest first."""
    held: dict[str, Basis] = {}
    for one in weighed.counted:
        code = one.certificate.occupation_id
        held.setdefault(code, Basis(code, one.grade, one))
    return held


def _member(person: Person, post: str, occupation: str, brought: Brought) -> Member:
    if not occupation and brought.highest:
        occupation = brought.highest.occupation
    return Member(person, post, occupation, brought)


def _order(place: Place) -> tuple[str, int]:
    occupation, grade = place
    return occupation, grade.rank if grade else 0
