"""What others read of the ladder: wordings, added occupations, and where somebody stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice
from uuid import UUID

from django.db.models import Q, QuerySet

from gongtu.base.errors import Refused
from gongtu.base.speech import gettext as _
from gongtu.engines.entitlement.declare import Subject
from gongtu.engines.entitlement.explaining import Explanation, Owed, explain_each
from gongtu.parties.choices import MembershipKind
from gongtu.parties.queries import list_memberships
from gongtu.registers.ladder.choices import Wording
from gongtu.registers.ladder.declare import Option, the_ladder
from gongtu.registers.ladder.models import AddedOccupation, StandardWording
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import Occupation
from gongtu.registers.skills.queries import find_occupation, list_certificates
from gongtu.registers.skills.queries.held import Holding, holdings

MINOR = 7  # characters of a code: 6-18-02 of 6-18-02-04
VERDICTS = {Owed.OWED: True, Owed.NOT_OWED: False, Owed.UNKNOWN: None}
LONG_AFTER = date.max


class OccupationUnknown(Refused):
    """No occupation has this code."""


@dataclass(frozen=True, slots=True)
class Way:
    """One option, explained for one person."""

    option: Option
    told: Explanation

    @property
    def opens(self) -> bool | None:
        """Whether all its conditions hold; None where that is not known."""
        return VERDICTS[self.told.verdict]

    @property
    def missing(self) -> int:
        return len(self.told.unmet)

    @property
    def distance(self) -> tuple[int, date, int]:
        """The open first, then by the day it will open, then by how much is missing."""
        if self.opens:
            return 0, self.told.on, 0
        nearest = self.told.nearest
        if nearest is not None:
            return 1, nearest, self.missing
        return 2 if self.opens is None else 3, LONG_AFTER, self.missing


@dataclass(frozen=True)
class Step:
    """One grade, and the ways to it in each wording that may apply.

    Whoever is `holding` its certificate already does not apply for it again.
    """

    grade: Grade
    found: tuple[Way, ...]
    holding: Holding | None = None

    @cached_property
    def ways(self) -> tuple[Way, ...]:
        """The nearest first; how near each is, is worked out only where it is asked."""
        return tuple(sorted(self.found, key=lambda way: way.distance))

    @property
    def by_wording(self) -> dict[Wording, bool | None]:
        """Whether it is open by each wording: any one way is enough."""
        wordings = dict.fromkeys(way.option.wording for way in self.found)
        return {
            wording: _any(way for way in self.found if _is_of(way, wording)) for wording in wordings
        }

    @property
    def is_open(self) -> bool | None:
        """Whether one may apply; None where that hangs on the wording or on what is not known."""
        if self.holding is not None:
            return False
        verdicts = set(self.by_wording.values())
        return verdicts.pop() if len(verdicts) == 1 else None

    @property
    def nearest(self) -> Way:
        return self.ways[0]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a person stands in one occupation by the highest grade held, and every grade above."""

    occupation: Occupation
    holding: Holding | None
    wording: StandardWording | None
    steps: tuple[Step, ...]

    @property
    def held(self) -> Grade | None:
        return self.holding.grade if self.holding else None


def minor_group(code: str) -> str:
    """The minor group an occupation lies in.

    >>> minor_group("6-18-02-04")
    '6-18-02'
    """
    return code[:MINOR]


def get_occupation(code: str) -> Occupation:
    """The occupation of that code.

    Raises:
        OccupationUnknown: There is none.
    """
    if (found := find_occupation(code)) is None:
        raise OccupationUnknown(_("没有这一编码的职业。"))
    return found


def list_added(text: str = "") -> QuerySet[AddedOccupation]:
    """Occupations added since 2022 whose name or code holds the text; the published first."""
    return AddedOccupation.objects.filter(Q(name__contains=text) | Q(code__contains=text))


def wording_of(occupation: str, *, on: date) -> StandardWording | None:
    """The wording of the occupation's standard on that day; None where it is 待核."""
    rows = StandardWording.objects.filter(occupation=occupation, since__lte=on)
    return rows.order_by("since").last()


def wordings_in_use(occupations: Collection[str], *, on: date) -> dict[str, StandardWording]:
    """The same of several occupations; those that are 待核 are left out."""
    rows = StandardWording.objects.filter(occupation__in=occupations, since__lte=on)
    return {one.occupation_id: one for one in rows.order_by("since")}


def wordings_of(occupation: str) -> QuerySet[StandardWording]:
    """Every wording the occupation's standard has or had, the earliest first."""
    return StandardWording.objects.filter(occupation=occupation)


def options_for(occupation: str, grade: Grade, *, on: date) -> tuple[Option, ...]:
    """The options of a grade: of the wording in use, or of both where nobody has confirmed one."""
    return _options(grade, wording_of(occupation, on=on))


def _options(grade: Grade, known: StandardWording | None) -> tuple[Option, ...]:
    wordings = tuple(Wording) if known is None else (Wording(known.wording),)
    ladder = the_ladder()
    return tuple(one for wording in wordings for one in ladder.options_to(grade, wording))


def list_occupations_of(person: UUID, *, on: date) -> list[Occupation]:
    """Where the person has worked or is certified: certificates first, then jobs, newest first."""
    codes = [one.occupation_id for one in list_certificates(person) if one.issued_on <= on]
    jobs = list_memberships(person).filter(kind=MembershipKind.EMPLOYMENT, since__lte=on)
    codes += [job.occupation for job in jobs if job.occupation]
    found = Occupation.objects.in_bulk(list(dict.fromkeys(codes)))
    return [found[code] for code in dict.fromkeys(codes) if code in found]


def standings_of(person: UUID, *, on: date) -> list[Standing]:
    """Where the person stands in each of their occupations."""
    return [standing_of(person, one, on=on) for one in list_occupations_of(person, on=on)]


def standing_of(person: UUID, occupation: Occupation, *, on: date) -> Standing:
    """The grade held in an occupation, and every grade above it that one applies for."""
    holding = _highest(person, occupation.pk, on)
    held = holding.grade.rank if holding else 0
    above = [grade for grade in the_ladder().grades if grade.rank > held]
    steps = steps_to(person, occupation.pk, above, on=on)
    return Standing(occupation, holding, wording_of(occupation.pk, on=on), steps)


def held_grade(person: UUID, occupation: str, *, on: date) -> Grade | None:
    """The highest grade of that occupation that is certified and valid."""
    holding = _highest(person, occupation, on)
    return holding.grade if holding else None


def _highest(person: UUID, occupation: str, on: date) -> Holding | None:
    held = holdings((person,), (occupation,), on=on)[person, occupation].values()
    counting = (one for one in held if not one.is_suspended)
    return max(counting, key=lambda one: one.grade.rank, default=None)


def steps_to(
    person: UUID, occupation: str, grades: Iterable[Grade], *, on: date
) -> tuple[Step, ...]:
    """Each of these grades with the ways to it, asked of what is on record."""
    options = {grade: options_for(occupation, grade, on=on) for grade in grades}
    subjects = the_ladder().subjects((person,), occupation, on)
    held = holdings((person,), (occupation,), on=on)[person, occupation]
    return next(_steps_each([(subjects[person], held)], options, on))


def steps_of(
    people: Collection[UUID], occupation: str, grade: Grade, *, on: date
) -> Iterator[tuple[UUID, Step]]:
    """The step of each of these people to one grade; their facts are gathered together."""
    options = {grade: options_for(occupation, grade, on=on)}
    subjects = the_ladder().subjects(people, occupation, on)
    held = holdings(people, (occupation,), on=on)
    asked = [(subject, held[who, occupation]) for who, subject in subjects.items()]
    steps = _steps_each(asked, options, on)
    return ((who, step) for who, (step,) in zip(subjects, steps, strict=True))


def steps_across(
    person: UUID, wanted: Collection[tuple[str, Grade]], *, on: date
) -> dict[tuple[str, Grade], Step]:
    """One person's step to each of these grades of occupations; asked once for all of them."""
    occupations = {occupation for occupation, _grade in wanted}
    subjects = the_ladder().across(person, occupations, on)
    held = holdings((person,), occupations, on=on)
    used = wordings_in_use(occupations, on=on)
    steps = {}
    for occupation, grade in wanted:
        options = {grade: _options(grade, used.get(occupation))}
        asked = [(subjects[occupation], held[person, occupation])]
        ((steps[occupation, grade],),) = _steps_each(asked, options, on)
    return steps


def _steps_each(
    asked: Sequence[tuple[Subject, Mapping[Grade, Holding]]],
    options: Mapping[Grade, tuple[Option, ...]],
    on: date,
) -> Iterator[tuple[Step, ...]]:
    """Of each subject, with what is held, a step to each grade."""
    every = sum(options.values(), ())
    explained = explain_each([one.admits for one in every], [who for who, _held in asked], on=on)
    for (_who, held), told in zip(asked, explained, strict=True):
        ways = iter(map(Way, every, told))
        yield tuple(
            Step(grade, tuple(islice(ways, len(some))), held.get(grade))
            for grade, some in options.items()
        )


def _any(ways: Iterable[Way]) -> bool | None:
    verdicts = {way.opens for way in ways}
    return True if True in verdicts else None if None in verdicts else False


def _is_of(way: Way, wording: Wording) -> bool:
    return way.option.wording is wording
