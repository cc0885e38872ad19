"""The landscape of one wording on a day, made of the ladder's own rules, bridges and courses.

An option of the ladder is read fact by fact: a grade, title or schooling held is a rung, years
since are what its clock must show, and whatever the assessing body has to check is an assumption,
except of people of whom it is on record.
A count that is 待核 takes its move off the map; one that is not confirmed for certain is assumed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from gongtu.base.errors import Broken
from gongtu.engines.entitlement.declare import Benefit, Condition
from gongtu.engines.entitlement.expressions import FactOf, Parameter
from gongtu.engines.entitlement.parties.facts import Person
from gongtu.engines.pathways.declare import Landscape, Move, Need, Track
from gongtu.policy.parameters import Parameter as Dated
from gongtu.registers.ladder.choices import Wording
from gongtu.registers.ladder.declare.careers import (
    GRADE,
    NOTHING,
    SCHOOL,
    TITLE,
    Assumed,
    Careers,
    Course,
)
from gongtu.registers.ladder.declare.ladder import the_bridges, the_ladder
from gongtu.registers.ladder.facts import (
    Apprenticed,
    Counted,
    Held,
    Placed,
    Possible,
    Schooled,
    Titled,
)
from gongtu.registers.skills.choices import Grade

CERTAIN = "high"
A_YEAR = 2  # half-years
LONGEST_COURSE = 6  # half-years to a diploma that the map can hold; not a length of study

GRADES = (Grade.JUNIOR, Grade.INTERMEDIATE, Grade.SENIOR, Grade.TECHNICIAN, Grade.SENIOR_TECHNICIAN)
TITLES = ("assistant", "intermediate", "associate-senior")
TITLED = tuple(zip(("assistant", "middle", "upper"), TITLES, strict=True))  # fact → level
SCHOOLINGS: dict[str, frozenset[str]] = {
    NOTHING: frozenset(),
    "studying-secondary": frozenset(),
    "secondary": frozenset({"secondary"}),
    "studying-college": frozenset({"secondary"}),
    "college": frozenset({"secondary", "college"}),
    "vocational-college": frozenset({"secondary", "college", "advanced"}),
    "senior-class": frozenset({"secondary", "senior_class", "advanced", "technical"}),
    "pre-technician": frozenset(
        {"secondary", "senior_class", "advanced", "technical", "technician_class", "pre_technician"}
    ),
}
"""Rung → the facts of schooling that hold on it."""

TRACKS = (
    Track(GRADE, (NOTHING, *(grade.value for grade in GRADES))),
    Track(TITLE, (NOTHING, *TITLES)),
    Track(
        SCHOOL,
        tuple(SCHOOLINGS),
        frozenset(SCHOOLINGS) - {"studying-secondary", "studying-college"},
    ),
)
GRADE_TRACK, TITLE_TRACK, SCHOOL_TRACK = TRACKS


def _schooled() -> Iterator[tuple[str, frozenset[str]]]:
    for flag in frozenset().union(*SCHOOLINGS.values()):
        yield flag, frozenset(rung for rung, holds in SCHOOLINGS.items() if flag in holds)


BY_NAME = (
    {f"{Held.__name__}.{grade.value}": (GRADE, GRADE_TRACK.from_(grade.value)) for grade in GRADES}
    | {f"{Titled.__name__}.{name}": (TITLE, TITLE_TRACK.from_(level)) for name, level in TITLED}
    | {f"{Schooled.__name__}.{flag}": (SCHOOL, rungs) for flag, rungs in _schooled()}
)
"""Fact → the rungs on which it holds."""

SINCE = {
    f"{Counted.__name__}.after_{name.partition('.')[2]}": rungs for name, rungs in BY_NAME.items()
}
"""Fact → the rungs whose clock counts the years."""

TO_CHECK = {
    f"{Titled.__name__}.fits": Assumed.TITLE_FITS,
    f"{Schooled.__name__}.fits": Assumed.STUDY_FITS,
    f"{Schooled.__name__}.evaluated": Assumed.SCHOOL_EVALUATED,
    f"{Apprenticed.__name__}.finished": Assumed.APPRENTICED,
    f"{Placed.__name__}.on_line": Assumed.ON_LINE,
}
"""Fact → what a way takes for granted of whom it is not on record."""

WORKED = f"{Counted.__name__}.since"
# Whoever plans ahead goes on working and is grown up; what may count besides is not counted.
TAKEN = {f"{Counted.__name__}.now", f"{Counted.__name__}.until", f"{Person.__name__}.birth"}
READ = {*BY_NAME, *SINCE, *TO_CHECK, WORKED, *TAKEN}


@dataclass(frozen=True, slots=True)
class Count:
    """A count of years in half-years, and whether it is certain."""

    half_years: int
    certain: bool

    @property
    def assumed(self) -> tuple[Assumed, ...]:
        return () if self.certain else (Assumed.YEARS,)


CERTAINLY_NOTHING = Count(0, certain=True)

Counts = dict[str, Count | None]  # by the parameter's full key


def drawn(careers: Careers, wording: Wording, on: date) -> Landscape:
    """Every move whose count of years is known on the day."""
    asked = {one.key: one for one in _dated(careers, wording)}
    return _built(careers, wording, tuple((key, _count(one, on)) for key, one in asked.items()))


def check_rows(careers: Careers) -> None:
    """Every option, bridge and course leads somewhere, whatever its count.

    Raises:
        Broken: Naming the rows that lead in a circle, or that nothing leads to.
    """
    for wording in Wording:
        counts = {one.key: CERTAINLY_NOTHING for one in _dated(careers, wording)}
        _built(careers, wording, tuple(counts.items())).require_reachable()


@lru_cache(maxsize=32)
def _built(
    careers: Careers, wording: Wording, told: tuple[tuple[str, Count | None], ...]
) -> Landscape:
    """The same landscape for the same counts, so that its tables are worked out once."""
    counts: Counts = dict(told)
    key = careers.policy.key
    moves: list[Move | None] = [
        *(
            _admitted(one.admits, GRADE_TRACK, one.grade.value, counts)
            for one in the_ladder().options
            if one.wording is wording
        ),
        *(_admitted(one.admits, TITLE_TRACK, one.title, counts) for one in the_bridges()),
        *(move for one in careers.courses for move in _course(one, counts[f"{key}:{one.years}"])),
    ]
    return Landscape(TRACKS, tuple(move for move in moves if move is not None))


def _dated(careers: Careers, wording: Wording) -> list[Dated]:
    """The counts of years that the map of a wording rests on."""
    courses = (careers.policy[one.years] for one in careers.courses)
    bridges = (count for one in the_bridges() for count in _counts_in(one.admits))
    return [*_counts_of(wording), *bridges, *courses]


@cache
def _counts_of(wording: Wording) -> tuple[Dated, ...]:
    """The counts that options of this wording name."""
    return tuple(
        count
        for option in the_ladder().options
        if option.wording is wording
        for count in _counts_in(option.admits)
    )


def _counts_in(admits: Benefit) -> Iterator[Dated]:
    return (admits.policy[name] for one in admits.conditions for name in _named(one))


def _count(parameter: Dated, on: date) -> Count | None:
    valued = parameter.value(on)
    if not isinstance(valued.value, int):
        return None
    return Count(valued.value * A_YEAR, valued.confidence == CERTAIN)


def _admitted(admits: Benefit, track: Track, target: str, counts: Counts) -> Move | None:
    """One option of the ladder, or one bridge; None while its count is 待核."""
    needs: list[Need] = []
    assumes: list[Assumed] = []
    overall = 0
    for condition in admits.conditions:
        count = _counted(condition, admits, counts)
        if count is None:
            return None
        asked = list(_asked(condition))
        needs += _needs(asked, count)
        assumes += (*count.assumed, *(TO_CHECK[key] for key in asked if key in TO_CHECK))
        overall = count.half_years if WORKED in asked else overall
    words = tuple(dict.fromkeys(one.value for one in assumes))
    below = track.before(target)
    return Move(admits.key, track.key, below, target, tuple(needs), overall=overall, assumes=words)


def _needs(asked: Iterable[str], count: Count) -> Iterator[Need]:
    for key in asked:
        if key in SINCE:
            yield Need(*SINCE[key], count.half_years)
        elif key in BY_NAME:
            yield Need(*BY_NAME[key])


def _asked(condition: Condition) -> Iterator[str]:
    """The facts a condition rests on, those that may count besides left out.

    Raises:
        Broken: One that the map cannot read.
    """
    for node in condition.holds.walk():
        if not isinstance(node, FactOf) or node.group == Possible.__name__:
            continue
        if node.key not in READ:
            raise Broken(f"{condition.declared}: the map of careers cannot read {node.key!r}.")
        yield node.key


def _named(condition: Condition) -> list[str]:
    return [node.name for node in condition.holds.walk() if isinstance(node, Parameter)]


def _counted(condition: Condition, admits: Benefit, counts: Counts) -> Count | None:
    names = _named(condition)
    return counts[f"{admits.policy.key}:{names[0]}"] if names else CERTAINLY_NOTHING


def _course(course: Course, count: Count | None) -> Iterator[Move]:
    """To begin it, where its length is known and the map can hold it, and to finish it."""
    studying = f"studying-{course.key}"
    if count is not None and count.half_years <= LONGEST_COURSE:
        yield Move(
            f"begin-{course.key}",
            SCHOOL,
            frozenset({course.source}),
            studying,
            enters=LONGEST_COURSE - count.half_years,
            decided=False,
            assumes=_words(count),
        )
    there = frozenset({studying})
    done = Need(SCHOOL, there, LONGEST_COURSE)
    yield Move(f"finish-{course.key}", SCHOOL, there, course.target, (done,))


def _words(count: Count) -> tuple[str, ...]:
    return tuple(one.value for one in count.assumed)
