"""Many people on the map at once: where all of them stand is looked up in one table."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from gongtu.engines.pathways.atlas import NO_WAY, Stand, Step
from gongtu.engines.pathways.days import Start, days_of
from gongtu.engines.pathways.declare import Landscape
from gongtu.registers.ladder.choices import Wait
from gongtu.registers.ladder.declare import GRADE, drawn, the_careers
from gongtu.registers.ladder.queries.careers import wordings_for
from gongtu.registers.ladder.queries.ways import Aim, atlas, goal_of, quickest
from gongtu.registers.skills.choices import Grade


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody below a grade: the first day they could apply, after how many steps.

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
    people: Collection[UUID], occupation: str, grades: Collection[Grade], *, most: int, on: date
) -> dict[Grade, tuple[Candidate, ...]]:
    """Of these people those who could apply for each grade first, no more than `most` each."""
    wordings = wordings_for(occupation, on)
    starts = the_careers().starts(people, occupation, on) if people else {}
    found: dict[Grade, dict[UUID, Candidate]] = {grade: {} for grade in grades}
    for wording in wordings:
        crowd = _Crowd(starts, drawn(the_careers(), wording, on))
        for grade, one in crowd.nearest(grades, most, unsure=len(wordings) > 1):
            before = found[grade].setdefault(one.person, one)
            found[grade][one.person] = min(before, one, key=lambda each: each.on)
    return {
        grade: tuple(sorted(told.values(), key=lambda each: (each.on, each.steps)))[:most]
        for grade, told in found.items()
    }


def waiting_in(people: Collection[UUID], occupation: str, *, on: date) -> dict[UUID, Waiting]:
    """Of each of these people what they wait on for the next grade; left out are those at the top.

    While nobody has confirmed the wording, the one by which it is sooner.
    """
    starts = the_careers().starts(people, occupation, on) if people else {}
    found: dict[UUID, Waiting] = {}
    for wording in wordings_for(occupation, on):
        for person, one in _Crowd(starts, drawn(the_careers(), wording, on)).waiting():
            before = found.setdefault(person, one)
            found[person] = min(before, one, key=lambda each: each.far)
    return found


@dataclass(frozen=True, slots=True)
class _Crowd:
    """Where many people stand in one landscape."""

    starts: Mapping[UUID, Start]
    landscape: Landscape

    def nearest(
        self, grades: Collection[Grade], most: int, *, unsure: bool
    ) -> Iterator[tuple[Grade, Candidate]]:
        """The nearest to each grade that the map knows."""
        aims = [Aim(GRADE, grade.value) for grade in grades if grade.value in self._rungs]
        if not aims or not self.starts:
            return
        people, least = list(self.starts), self._least(aims, self._stands())
        for column, aim in enumerate(aims):
            far = least[:, column]
            below = [row for row, who in enumerate(people) if self._is_below(who, aim)]
            near = sorted((row for row in below if far[row] < NO_WAY), key=lambda row: far[row])
            for row in near[:most]:
                yield Grade(aim.rung), self._candidate(people[row], aim, unsure)

    def waiting(self) -> Iterator[tuple[UUID, Waiting]]:
        """What each waits on; the way from one state is followed once, however many stand there."""
        aims = [Aim(GRADE, rung) for rung in self._rungs[1:]]
        if not self.starts:
            return
        stands = self._stands()
        least, states = self._least(aims, stands), atlas(self.landscape).states(stands)
        followed: dict[tuple[int, int], Waiting] = {}
        for row, (person, start) in enumerate(self.starts.items()):
            column = self._rungs.index(start.rungs[GRADE])
            if column == len(aims):
                continue
            key = int(states[row]), column
            if key not in followed:
                followed[key] = self._waiting(start, aims[column], int(least[row, column]))
            yield person, followed[key]

    @property
    def _rungs(self) -> Sequence[str]:
        return self.landscape.track(GRADE).rungs

    def _stands(self) -> list[Stand]:
        """Counted in half-years, which takes a while for many."""
        return [start.stand for start in self.starts.values()]

    def _least(self, aims: Sequence[Aim], stands: Sequence[Stand]) -> NDArray[np.int64]:
        goals = [goal_of(aim, self.landscape) for aim in aims]
        return atlas(self.landscape).least(goals, quickest(self.landscape), stands)

    def _is_below(self, person: UUID, aim: Aim) -> bool:
        return self._rungs.index(self.starts[person].rungs[GRADE]) < self._rungs.index(aim.rung)

    def _steps(self, start: Start, aim: Aim) -> tuple[Step, ...]:
        goal, measure = goal_of(aim, self.landscape), quickest(self.landscape)
        return atlas(self.landscape).way(goal, measure, start.stand) or ()

    def _candidate(self, person: UUID, aim: Aim, unsure: bool) -> Candidate:
        start = self.starts[person]
        steps = self._steps(start, aim)
        assumed = unsure or any(step.move.assumes for step in steps)
        return Candidate(person, days_of(steps, start)[-1], len(steps), assumed)

    def _waiting(self, start: Start, aim: Aim, far: int) -> Waiting:
        grade = Grade(aim.rung)
        if far >= NO_WAY:
            return Waiting(grade, Wait.NO_WAY, "", far)
        first = self._steps(start, aim)[0]
        if first.move.track != GRADE:
            return Waiting(grade, Wait.BRIDGE, first.move.key, far)
        ready = Wait.CHECK if first.move.assumes else Wait.ASSESSMENT
        return Waiting(grade, Wait.YEARS if first.waited else ready, first.move.key, far)
