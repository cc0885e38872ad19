"""What others read of the ladder: wordings, added occupations, and where somebody stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice
from pathlib import Path
from uuid import UUID

from django.db.models import QuerySet

from gongtu.base.bilingual import Word
from gongtu.base.errors import Refused
from gongtu.base.periods import add_months, months_between
from gongtu.base.speech import gettext as _
from gongtu.engines.casework.texts import worded
from gongtu.engines.entitlement.asking import FactGround, Finding, ParameterGround
from gongtu.engines.entitlement.declare import Subject
from gongtu.engines.entitlement.explaining import Explanation, Owed, explain_each
from gongtu.parties.choices import MembershipKind
from gongtu.parties.queries import list_memberships
from gongtu.registers.ladder.choices import Wording
from gongtu.registers.ladder.declare import Option, the_ladder
from gongtu.registers.ladder.facts import Counted
from gongtu.registers.ladder.models import AddedOccupation, StandardWording
from gongtu.registers.skills.choices import CertificateStatus, Grade
from gongtu.registers.skills.models import Occupation
from gongtu.registers.skills.queries import find_occupation, list_certificates

MINOR = 7  # characters of a code: 6-18-02 of 6-18-02-04
VERDICTS = {Owed.OWED: True, Owed.NOT_OWED: False, Owed.UNKNOWN: None}
LONG_AFTER = date.max
YEAR = 12
COUNTED = f"{Counted.__name__}."
UNTIL = f"{COUNTED}until"


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
    """One grade above, and the ways to it in each wording that may apply."""

    grade: Grade
    found: tuple[Way, ...]

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
        verdicts = set(self.by_wording.values())
        return verdicts.pop() if len(verdicts) == 1 else None

    @property
    def nearest(self) -> Way:
        return self.ways[0]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a person stands in one occupation, and every grade above."""

    occupation: Occupation
    held: Grade | None
    wording: StandardWording | None
    steps: tuple[Step, ...]


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
    return AddedOccupation.objects.filter(name__contains=text)


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
    held = held_grade(person, occupation.pk, on=on)
    above = [g for g in the_ladder().grades if held is None or g.rank > held.rank]
    steps = steps_to(person, occupation.pk, above, on=on)
    return Standing(occupation, held, wording_of(occupation.pk, on=on), steps)


def held_grade(person: UUID, occupation: str, *, on: date) -> Grade | None:
    """The highest grade of that occupation that is certified and valid."""
    held = [
        Grade(one.grade)
        for one in list_certificates(person).filter(occupation=occupation, issued_on__lte=on)
        if one.status == CertificateStatus.VALID
    ]
    return max(held, key=lambda grade: grade.rank, default=None)


def steps_to(
    person: UUID, occupation: str, grades: Iterable[Grade], *, on: date
) -> tuple[Step, ...]:
    """Each of these grades with the ways to it, asked of what is on record."""
    options = {grade: options_for(occupation, grade, on=on) for grade in grades}
    subjects = the_ladder().subjects((person,), occupation, on)
    return next(_steps_each(subjects.values(), options, on))


def steps_of(
    people: Collection[UUID], occupation: str, grade: Grade, *, on: date
) -> Iterator[tuple[UUID, Step]]:
    """The step of each of these people to one grade; their facts are gathered together."""
    options = {grade: options_for(occupation, grade, on=on)}
    subjects = the_ladder().subjects(people, occupation, on)
    steps = _steps_each(subjects.values(), options, on)
    return ((who, step) for who, (step,) in zip(subjects, steps, strict=True))


def steps_across(
    person: UUID, wanted: Collection[tuple[str, Grade]], *, on: date
) -> dict[tuple[str, Grade], Step]:
    """One person's step to each of these grades of occupations; asked once for all of them."""
    occupations = {occupation for occupation, _grade in wanted}
    subjects = the_ladder().across(person, occupations, on)
    used = wordings_in_use(occupations, on=on)
    steps = {}
    for occupation, grade in wanted:
        options = {grade: _options(grade, used.get(occupation))}
        ((steps[occupation, grade],),) = _steps_each([subjects[occupation]], options, on)
    return steps


def _steps_each(
    subjects: Iterable[Subject], options: Mapping[Grade, tuple[Option, ...]], on: date
) -> Iterator[tuple[Step, ...]]:
    every = sum(options.values(), ())
    for told in explain_each([one.admits for one in every], subjects, on=on):
        ways = iter(map(Way, every, told))
        yield tuple(Step(grade, tuple(islice(ways, len(o)))) for grade, o in options.items())


def _any(ways: Iterable[Way]) -> bool | None:
    verdicts = {way.opens for way in ways}
    return True if True in verdicts else None if None in verdicts else False


def _is_of(way: Way, wording: Wording) -> bool:
    return way.option.wording is wording


def months_missing(finding: Finding) -> int:
    """How many months are missing of a count of years, begun ones counted; 0 where none is.

    What must come first and has not come leaves the whole count missing.
    """
    if (counted := _counted(finding)) is None:
        return 0
    until, full = counted
    whole = months_between(until, full)
    return whole + (add_months(until, whole) < full)


def full_on(finding: Finding) -> date | None:
    """The day on which a count of years still missing is full, if the work goes on until then."""
    counted = _counted(finding)
    return counted[1] if counted and counted[1] > counted[0] else None


def lacking(finding: Finding, folder: Path) -> Word | str:
    """The condition, with the time that is missing where it counts years."""
    months = months_missing(finding)
    says = worded(finding.condition.says, folder)
    if not months:
        return says
    return _("%(says)s，还差%(span)s") % {"says": says, "span": span_of(months)}


def span_of(months: int) -> str:
    """So many months as people say them: years and months, neither where it is none.

    >>> span_of(48), span_of(6), span_of(13)
    ('4年', '6个月', '1年1个月')
    """
    years, rest = divmod(months, YEAR)
    of_years = _("1年") if years == 1 else _("%(n)s年") % {"n": years}
    of_months = _("1个月") if rest == 1 else _("%(n)s个月") % {"n": rest}
    if not years or not rest:
        return of_years if years else of_months
    return _("%(years)s%(months)s") % {"years": of_years, "months": of_months}


def _counted(finding: Finding) -> tuple[date, date] | None:
    """Until when a count of years was counted, and when it is full; None where none is known."""
    years = [g.value for g in finding.grounds if isinstance(g, ParameterGround)]
    days = {
        ground.fact.key: ground.value
        for ground in finding.grounds
        if isinstance(ground, FactGround) and ground.fact.key.startswith(COUNTED)
    }
    until = days.pop(UNTIL, None)
    since = next((day for day in days.values() if isinstance(day, date)), None)
    if not years or years[0] is None or until is None:
        return None
    return until, add_months(since or until, years[0] * YEAR)
