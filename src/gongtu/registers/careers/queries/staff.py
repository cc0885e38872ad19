"""Who is there, by occupation and grade: from roster, certificates and appointments alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gongtu.base.periods import add_months
from gongtu.parties.models import Person
from gongtu.parties.queries import employees_of
from gongtu.policy.shared import platform
from gongtu.registers.appointments.queries import list_appointed
from gongtu.registers.skills.choices import CertificateStatus, Grade
from gongtu.registers.skills.models import Certificate

PENSION_AGE = "pension_age"
BANDS = (30, 40, 50, 55)  # the ages at which a band of the page ends and the next begins
A_YEAR = 12
Place = tuple[str, Grade | None]  # occupation and grade; no grade is certified yet
Grades = dict[str, Grade]  # occupation → the highest grade


@dataclass(frozen=True, slots=True)
class Member:
    """One of the staff in the occupation of the roster, or of the highest certificate."""

    person: Person
    post: str
    occupation: str
    grade: Grade | None

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
    """Everybody employed on the day, in the order of entry; three queries."""
    jobs = list(employees_of(organisation, on))
    held = grades_at(organisation, [job.person_id for job in jobs], on)
    return [_member(job.person, job.post, job.occupation, held[job.person_id]) for job in jobs]


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


def _member(person: Person, post: str, occupation: str, held: Grades) -> Member:
    if not occupation and held:
        occupation = max(held, key=lambda code: held[code].rank)
    return Member(person, post, occupation, held.get(occupation))


def grades_at(organisation: int, people: Collection[UUID], on: date) -> dict[UUID, Grades]:
    """Of each the highest grade by occupation, certified or appointed to there; two queries."""
    rows = Certificate.objects.filter(
        person__in=people, issued_on__lte=on, status=CertificateStatus.VALID
    ).values_list("person", "occupation", "grade")
    held: dict[UUID, Grades] = defaultdict(dict)
    for person, occupation, grade in rows:
        best = held[person].get(occupation)
        if best is None or Grade(grade).rank > best.rank:
            held[person][occupation] = Grade(grade)
    for one in list_appointed(organisation, on=on).filter(person__in=people):
        held[one.person_id][one.occupation_id] = Grade(one.grade)
    return held


def highest_at(organisation: int, people: Collection[UUID], on: date) -> dict[UUID, Grade]:
    """Of each who has any the highest grade, certified or appointed to there; two queries."""
    held = grades_at(organisation, people, on)
    return {
        person: max(grades.values(), key=lambda grade: grade.rank)
        for person, grades in held.items()
        if grades
    }


def _order(place: Place) -> tuple[str, int]:
    occupation, grade = place
    return occupation, grade.rank if grade else 0
