"""Many people on the map at once: where all of them stand is looked up in one table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gongtu.engines.pathways.compass import NO_WAY, Compass
from gongtu.engines.pathways.days import Start, days_of
from gongtu.engines.pathways.declare import Landscape
from gongtu.engines.pathways.layout import Ints
from gongtu.registers.ladder.choices import Wait, Wording
from gongtu.registers.ladder.declare import GRADE, drawn, the_careers
from gongtu.registers.ladder.queries.careers import wordings_for
from gongtu.registers.ladder.queries.ways import Aim, atlas, knowing, quickest_to
from gongtu.registers.skills.choices import Grade


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody below a rung: the first day they could apply, after how many steps.

    `assumed`: the way takes something for granted, or the wording of the conditions is 待核.
    """

    person: UUID
    on: date
    steps: int
    assumed: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody below a grade: what they wait on; `rule` is the first step of the quickest way."""

    grade: Grade
    wait: Wait
    rule: str
    far: int  # the quickest way's measure, to choose between two wordings


def soonest_to(
    people: Collection[UUID], occupation: str, aims: Collection[Aim], *, most: int, on: date
) -> dict[Aim, tuple[Candidate, ...]]:
    """Of these people those who could apply for each rung first, no more than `most` each."""
    wordings = wordings_for(occupation, on)
    starts = the_careers().starts(people, occupation, on) if people else {}
    found: dict[Aim, dict[UUID, Candidate]] = {aim: {} for aim in aims}
    for crowd in _crowds(starts, wordings, on):
        for aim, one in crowd.nearest(aims, most, unsure=len(wordings) > 1):
            before = found[aim].setdefault(one.person, one)
            found[aim][one.person] = min(before, one, key=lambda each: each.on)
    return {
        aim: tuple(sorted(told.values(), key=lambda each: (each.on, each.steps)))[:most]
        for aim, told in found.items()
    }


def waiting_in(people: Collection[UUID], occupation: str, *, on: date) -> dict[UUID, Waiting]:
    """Of each of these people what they wait on for the next grade; left out are those at the top.

    While nobody has confirmed the wording, the one by which it is sooner.
    """
    starts = the_careers().starts(people, occupation, on) if people else {}
    found: dict[UUID, Waiting] = {}
    for crowd in _crowds(starts, wordings_for(occupation, on), on):
        for person, one in crowd.waiting():
            before = found.setdefault(person, one)
            found[person] = min(before, one, key=lambda each: each.far)
    return found


def _crowds(
    starts: Mapping[UUID, Start], wordings: Iterable[Wording], on: date
) -> Iterator[_Crowd]:
    """For each wording those together of whom the same is on record, and taken for granted."""
    for wording in wordings:
        landscape = drawn(the_careers(), wording, on)
        alike: defaultdict[Landscape, dict[UUID, Start]] = defaultdict(dict)
        for person, start in starts.items():
            alike[knowing(landscape, start.known)][person] = start
        for theirs, some in alike.items():
            yield _Crowd(some, theirs)


@dataclass(frozen=True, slots=True)
class _Crowd:
    """Where many people stand in one landscape."""

    starts: Mapping[UUID, Start]
    landscape: Landscape

    def nearest(
        self, aims: Collection[Aim], most: int, *, unsure: bool
    ) -> Iterator[tuple[Aim, Candidate]]:
        """The nearest to each rung that the map knows."""
        known = [aim for aim in aims if aim.rung in self.landscape.track(aim.track).rungs]
        if not known or not self.starts:
            return
        people, states = list(self.starts), self._states()
        for aim, compass in zip(known, quickest_to(known, self.landscape), strict=True):
            far = compass.least(states).tolist()
            below = [row for row, who in enumerate(people) if self._is_below(who, aim)]
            near = sorted((row for row in below if far[row] < NO_WAY), key=lambda row: far[row])
            for row in near[:most]:
                yield aim, self._candidate(people[row], compass, unsure)

    def waiting(self) -> Iterator[tuple[UUID, Waiting]]:
        """What each waits on; the way from one state is followed once, however many stand there."""
        aims = [Aim(GRADE, rung) for rung in self._rungs[1:]]
        if not self.starts:
            return
        compasses, states = quickest_to(aims, self.landscape), self._states()
        least = [compass.least(states).tolist() for compass in compasses]
        followed: dict[tuple[int, int], Waiting] = {}
        for row, (person, start) in enumerate(self.starts.items()):
            column = self._rungs.index(start.rungs[GRADE])
            if column == len(aims):
                continue
            key = int(states[row]), column
            if key not in followed:
                grade, far = Grade(aims[column].rung), least[column][row]
                followed[key] = _waiting(grade, start, compasses[column], far)
            yield person, followed[key]

    @property
    def _rungs(self) -> Sequence[str]:
        return self.landscape.track(GRADE).rungs

    def _states(self) -> Ints:
        """Counted in half-years, which takes a while for many."""
        return atlas(self.landscape).states([start.stand for start in self.starts.values()])

    def _is_below(self, person: UUID, aim: Aim) -> bool:
        rungs = self.landscape.track(aim.track).rungs
        return rungs.index(self.starts[person].rungs[aim.track]) < rungs.index(aim.rung)

    def _candidate(self, person: UUID, compass: Compass, unsure: bool) -> Candidate:
        start = self.starts[person]
        steps = compass.way(start.stand) or ()
        assumed = unsure or any(step.move.assumes for step in steps)
        return Candidate(person, days_of(steps, start)[-1], len(steps), assumed)


def _waiting(grade: Grade, start: Start, compass: Compass, far: int) -> Waiting:
    steps = compass.way(start.stand)
    if not steps:
        return Waiting(grade, Wait.NO_WAY, "", far)
    first = steps[0]
    if first.move.track != GRADE:
        return Waiting(grade, Wait.BRIDGE, first.move.key, far)
    ready = Wait.CHECK if first.move.assumes else Wait.ASSESSMENT
    return Waiting(grade, Wait.YEARS if first.waited else ready, first.move.key, far)
