"""What a plan wants against who will still be there, and who could fill the difference first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gongtu.registers.careers.models import StaffPlan
from gongtu.registers.careers.queries.staff import Member, Place, count_leaving, places_of
from gongtu.registers.careers.rows import Line
from gongtu.registers.ladder.declare import GRADE
from gongtu.registers.ladder.queries import Aim, Candidate, soonest_to
from gongtu.registers.skills.choices import Grade

FIRST = Grade.JUNIOR
SHOWN = 3


@dataclass(frozen=True, slots=True)
class Gap:
    """One occupation and grade of a plan; each number stands for a year of it.

    `leaving` is None while nobody has confirmed the pension age: then everybody is taken to stay.
    `recognised` are those of `present` whose grade counts by an agreement on recognition.
    """

    line: Line
    present: int
    leaving: tuple[int, ...] | None
    candidates: tuple[Candidate, ...]
    recognised: tuple[Member, ...]

    @property
    def missing(self) -> tuple[int, ...]:
        return missing_of(self.line, self.present, self.leaving)


@dataclass(frozen=True, slots=True)
class Short:
    """One line of a plan that is short of people, and of how many in each year."""

    line: Line
    missing: tuple[int, ...]


def missing_of(line: Line, present: int, leaving: Sequence[int] | None) -> tuple[int, ...]:
    """How many are missing in each year."""
    gone = leaving or (0,) * len(line.wanted)
    pairs = zip(line.wanted, gone, strict=True)
    return tuple(max(wanted - (present - left), 0) for wanted, left in pairs)


def lines_of(plan: StaffPlan) -> list[Line]:
    """What a version wants, as it was entered."""
    wanted: dict[tuple[str, Grade], list[int]] = defaultdict(list)
    for need in plan.needs.all():
        wanted[need.occupation_id, Grade(need.grade)].append(need.wanted)
    return [Line(occupation, grade, tuple(told)) for (occupation, grade), told in wanted.items()]


def usual_lines(staff: Iterable[Member], years: int) -> list[Line]:
    """What an enterprise that plans nothing special keeps up: every grade as it is.

    Whoever has none yet in their occupation is to come to the first.
    """
    counts: dict[tuple[str, Grade], int] = defaultdict(int)
    for (occupation, grade), members in places_of(staff).items():
        if occupation:
            counts[occupation, grade or FIRST] += len(members)
    return [Line(*place, (count,) * years) for place, count in counts.items()]


def gaps_of(
    lines: Sequence[Line], years: Sequence[int], staff: Sequence[Member], *, on: date
) -> list[Gap]:
    """Every line against the records; who could fill it is asked once for each occupation."""
    there = places_of(staff)
    stand = {line: _standing(line, there, years, on) for line in lines}
    open_ = [line for line in lines if any(missing_of(line, *stand[line]))]
    soonest = _soonest(open_, staff, on)
    return [
        Gap(
            line,
            *stand[line],
            soonest.get((line.occupation, line.grade), ()),
            tuple(one for one in _members(line, there) if one.basis and one.basis.recognised),
        )
        for line in lines
    ]


def short_lines(plan: StaffPlan, staff: Sequence[Member], *, on: date) -> list[Short]:
    """What a plan is short of in any of its years."""
    there, years = places_of(staff), plan.all_years
    told = [
        Short(line, missing_of(line, *_standing(line, there, years, on))) for line in lines_of(plan)
    ]
    return [one for one in told if any(one.missing)]


def _standing(
    line: Line, there: Mapping[Place, Sequence[Member]], years: Sequence[int], on: date
) -> tuple[int, tuple[int, ...] | None]:
    members = _members(line, there)
    leaving = count_leaving(members, years, on)
    return len(members), None if leaving is None else tuple(leaving)


def _members(line: Line, there: Mapping[Place, Sequence[Member]]) -> Sequence[Member]:
    return there.get((line.occupation, line.grade), ())


def _soonest(
    lines: Iterable[Line], staff: Iterable[Member], on: date
) -> dict[Place, tuple[Candidate, ...]]:
    """Of each open place those of the occupation who could apply for its grade first."""
    wanted: dict[str, list[Grade]] = defaultdict(list)
    for line in lines:
        wanted[line.occupation].append(line.grade)
    people: dict[str, list[UUID]] = defaultdict(list)
    for one in staff:
        people[one.occupation].append(one.person.pk)
    return {
        (occupation, Grade(aim.rung)): found
        for occupation, grades in wanted.items()
        for aim, found in soonest_to(
            people[occupation], occupation, _aims(grades), most=SHOWN, on=on
        ).items()
    }


def _aims(grades: Iterable[Grade]) -> list[Aim]:
    return [Aim(GRADE, grade.value) for grade in grades]
