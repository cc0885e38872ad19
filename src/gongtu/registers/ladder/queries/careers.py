"""The map of somebody's career: every goal with its earliest day, and the ways to one of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.base.periods import add_months
from gongtu.engines.pathways.compass import Step
from gongtu.engines.pathways.days import HALF_A_YEAR, Start, days_of
from gongtu.engines.pathways.declare import Landscape
from gongtu.registers.ladder.choices import Wording
from gongtu.registers.ladder.declare import (
    GRADE,
    SCHOOL,
    SCHOOLINGS,
    TITLE,
    drawn,
    the_careers,
)
from gongtu.registers.ladder.queries.standing import (
    get_occupation,
    list_occupations_of,
    minor_group,
    wording_of,
)
from gongtu.registers.ladder.queries.ways import (
    Aim,
    Route,
    Ways,
    knowing,
    quickest_to,
    without,
    without_assuming,
)
from gongtu.registers.skills.models import Occupation
from gongtu.registers.skills.queries import list_occupations

STUDYING = "studying-"
SCHOOLING = tuple(SCHOOLINGS)
DIPLOMAS = tuple(one.removeprefix(STUDYING) for one in SCHOOLING if one.startswith(STUDYING))
Steps = tuple[Step, ...] | None


class NoSuchGoal(Refused):
    """No rung of the map is called so, or it is reached already."""


class NotOnThisMap(Refused):
    """Neither an occupation of one's own nor one of the same minor group."""


class StudyUnfit(Refused):
    """The diploma planned lies behind today, or further ahead than the map holds."""


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A diploma that one means to finish by a day: `schooling` is a rung of the map."""

    schooling: str
    by: date


@dataclass(frozen=True, slots=True)
class Reach:
    """How soon a goal can be reached in one wording: at all, and without assuming anything.

    `after` is the last goal passed on the quickest way; None where it begins at what one holds.
    """

    aim: Aim
    wording: Wording
    soonest: date | None
    surely: date | None
    after: Aim | None


@dataclass(frozen=True, slots=True)
class Map:
    """Everything on one person's map in one occupation; `related` is assumed, not published.

    `diplomas` are those further than the schooling on record, which one could mean to finish first.
    """

    occupation: Occupation
    start: Start
    wordings: tuple[Wording, ...]
    aims: tuple[Aim, ...]
    reach: tuple[Reach, ...]
    aim: Aim | None
    routes: dict[Wording, tuple[Route, ...]]
    related: tuple[Occupation, ...]
    diplomas: tuple[str, ...]

    @property
    def goes(self) -> bool:
        """Whether any goal is in reach at all."""
        return any(one.soonest for one in self.reach)


def map_of(
    person: UUID, occupation: str, *, goal: str = "", what_if: WhatIf | None = None, on: date
) -> Map:
    """The map from the record of that day; the nearest goal is chosen where none is.

    Raises:
        NotOnThisMap: The occupation is neither their own nor related to one of theirs.
        NoSuchGoal: The goal is none of the map's, or reached already.
        StudyUnfit: What is supposed of a diploma does not fit the map.
    """
    found = _own_or_related(person, occupation, on)
    careers = the_careers()
    wordings = wordings_for(found.pk, on)
    record = careers.starts((person,), found.pk, on)[person]
    maps = {wording: knowing(drawn(careers, wording, on), record.known) for wording in wordings}
    start = _supposed(record, what_if, maps[wordings[0]])
    aims = tuple(_aims(maps[wordings[0]], start))
    reach = tuple(_reach(aims, maps, start))
    chosen = _chosen(aims, reach, goal)
    ways = Ways(careers, person, start)
    return Map(
        occupation=found,
        start=start,
        wordings=wordings,
        aims=aims,
        reach=reach,
        aim=chosen,
        routes={w: ways.to(chosen, _sooner(chosen, maps[w], start)) for w in wordings}
        if chosen
        else {},
        related=tuple(_related(found)),
        diplomas=tuple(one for one in DIPLOMAS if _is_further(one, record)),
    )


def _own_or_related(person: UUID, occupation: str, on: date) -> Occupation:
    own = list_occupations_of(person, on=on)
    found = get_occupation(occupation)
    if minor_group(found.pk) not in {minor_group(one.pk) for one in own}:
        raise NotOnThisMap(_("这张图只画本人从事或者取得证书的职业，以及同一小类的职业。"))
    return found


def _related(occupation: Occupation) -> Iterable[Occupation]:
    """Of the same minor group: nobody has published which occupations are related."""
    group = minor_group(occupation.pk)
    return list_occupations().filter(code__startswith=f"{group}-").exclude(pk=occupation.pk)


def wordings_for(occupation: str, on: date) -> tuple[Wording, ...]:
    known = wording_of(occupation, on=on)
    return tuple(Wording) if known is None else (Wording(known.wording),)


def _supposed(start: Start, what_if: WhatIf | None, landscape: Landscape) -> Start:
    """Standing as it would be with the diploma under way, to be finished by that day."""
    if what_if is None:
        return start
    if not _is_further(what_if.schooling, start):
        raise StudyUnfit(_("登记的学历已经不低于所选的学历；请另选，或者不作假设。"))
    rung = f"{STUDYING}{what_if.schooling}"
    finish = next(move for move in landscape.moves if rung in move.source)
    longest = max(need.half_years for need in finish.needs) * HALF_A_YEAR
    if not start.on < what_if.by <= add_months(start.on, longest):
        told = {"first": start.on.isoformat(), "last": add_months(start.on, longest).isoformat()}
        raise StudyUnfit(_("预计毕业的日期要在%(first)s以后、%(last)s以前。") % told)
    return start.on_rung(SCHOOL, rung, add_months(what_if.by, -longest))


def _is_further(schooling: str, start: Start) -> bool:
    own = SCHOOLING.index(start.rungs[SCHOOL])
    return schooling in DIPLOMAS and SCHOOLING.index(f"{STUDYING}{schooling}") >= own


def _aims(landscape: Landscape, start: Start) -> Iterator[Aim]:
    """The rungs above, track by track."""
    for track in (GRADE, TITLE):
        rungs = landscape.track(track).rungs
        for rung in rungs[rungs.index(start.rungs[track]) + 1 :]:
            yield Aim(track, rung)


def _reach(aims: Sequence[Aim], maps: dict[Wording, Landscape], start: Start) -> Iterator[Reach]:
    for wording, landscape in maps.items():
        soonest = _soonest(aims, landscape, start)
        surely = _quickest(aims, without_assuming(landscape), start)
        for aim, steps in soonest.items():
            last, sure = (_last_day(one, start) for one in (steps, surely[aim]))
            yield Reach(aim, wording, last, sure, _passed(steps, aims))


def _soonest(aims: Sequence[Aim], landscape: Landscape, start: Start) -> dict[Aim, Steps]:
    if not start.awaited:
        return _quickest(aims, landscape, start)
    return {aim: _quickest([aim], _sooner(aim, landscape, start), start)[aim] for aim in aims}


def _sooner(aim: Aim, landscape: Landscape, start: Start) -> Landscape:
    """The landscape, or what is left of it without resting on what is awaited, if that is sooner.

    The tables know no day on which what a move takes for granted will be so.
    """
    if not start.awaited:
        return landscape
    both = landscape, without(landscape, frozenset(start.awaited))
    return min(
        both, key=lambda one: _last_day(_quickest([aim], one, start)[aim], start) or date.max
    )


def _quickest(aims: Sequence[Aim], landscape: Landscape, start: Start) -> dict[Aim, Steps]:
    compasses, stand = quickest_to(aims, landscape), start.stand
    return {aim: one.way(stand) for aim, one in zip(aims, compasses, strict=True)}


def _last_day(steps: Steps, start: Start) -> date | None:
    return days_of(steps, start)[-1] if steps else None


def _passed(steps: Steps, aims: Sequence[Aim]) -> Aim | None:
    before = steps[-2::-1] if steps else ()
    passed = (Aim(one.move.track, one.move.target) for one in before)
    return next((one for one in passed if one in aims), None)


def _chosen(aims: Sequence[Aim], reach: Sequence[Reach], goal: str) -> Aim | None:
    if goal:
        if (found := next((aim for aim in aims if aim.key == goal), None)) is None:
            raise NoSuchGoal(_("没有这一目标，或者已经达到。"))
        return found
    near = [one for one in reach if one.soonest is not None]
    return near[0].aim if near else None
