"""The ways of one person to one goal: the quickest, the cheapest, the surest, step by step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from uuid import UUID

from gongtu.base.money import FEN_IN_YUAN, Yuan
from gongtu.engines.entitlement.declare import Benefit
from gongtu.engines.entitlement.explaining import Explanation, Owed
from gongtu.engines.pathways.atlas import Atlas, Measure, first_of_all
from gongtu.engines.pathways.compass import Compass, Step
from gongtu.engines.pathways.days import Start, days_of
from gongtu.engines.pathways.declare import Landscape, Move
from gongtu.registers.ladder.choices import Criterion
from gongtu.registers.ladder.declare import GRADE, SCHOOL, Assumed, Careers, rules

# Sums of half-years, of steps and of yuan stay below these.
TIME, STEPS, MONEY = 1 << 9, 1 << 6, 1 << 22
Fees = Mapping[str, Yuan | None]  # by move
Gains = Mapping[tuple[str, str], Sequence[Explanation]]  # by track and rung


@dataclass(frozen=True, slots=True)
class Aim:
    """A rung to reach on a track; `key` is its name in addresses."""

    track: str
    rung: str

    @property
    def key(self) -> str:
        return f"{self.track}-{self.rung}"


@dataclass(frozen=True, slots=True)
class Leg:
    """One step of a way: what is reached, by which rule, from which day on, at what cost."""

    move: Move
    admits: Benefit | None
    on: date
    fee: Yuan | None
    gains: tuple[Explanation, ...]

    @property
    def assumes(self) -> tuple[Assumed, ...]:
        return tuple(Assumed(one) for one in self.move.assumes)


@dataclass(frozen=True, slots=True)
class Route:
    """One way to the goal, the first step first."""

    criteria: tuple[Criterion, ...]
    legs: tuple[Leg, ...]

    @property
    def nearest_grade(self) -> Leg | None:
        """The first step to a grade: what leads to it fits now, what leads further does not."""
        return next((leg for leg in self.legs if leg.move.track == GRADE), None)

    @property
    def on(self) -> date:
        """The earliest day the goal is within reach by this way."""
        return self.legs[-1].on

    @property
    def decided(self) -> int:
        """How many steps others decide."""
        return sum(leg.move.decided for leg in self.legs)

    @property
    def assumes(self) -> tuple[Assumed, ...]:
        return tuple(dict.fromkeys(one for leg in self.legs for one in leg.assumes))

    @property
    def fees(self) -> Yuan:
        """What is known of the fees."""
        return Yuan.total(leg.fee for leg in self.legs if leg.fee is not None)

    @property
    def unknown_fees(self) -> int:
        return sum(leg.fee is None for leg in self.legs)


@dataclass(slots=True)
class Ways:
    """The ways of one person, and what is worth knowing of each step."""

    careers: Careers
    person: UUID
    start: Start

    def to(self, aim: Aim, landscape: Landscape) -> tuple[Route, ...]:
        """The best by each criterion, those that are one and the same told once."""
        gains = self._gains(landscape)
        fees = {move.key: self.careers.fee(move, self.start.on) for move in landscape.moves}
        stand, goal, tables = self.start.stand, goal_of(aim, landscape), atlas(landscape)
        best: dict[tuple[Step, ...], list[Criterion]] = {}
        for criterion, measure in _measures(landscape, fees, gains).items():
            if steps := tables.compass(goal, measure).way(stand):
                best.setdefault(steps, []).append(criterion)
        admitting = rules()
        return tuple(
            Route(tuple(criteria), tuple(self._legs(steps, admitting, fees, gains)))
            for steps, criteria in best.items()
        )

    def _legs(
        self, steps: Sequence[Step], admitting: Mapping[str, Benefit], fees: Fees, gains: Gains
    ) -> Iterator[Leg]:
        for step, day in zip(steps, days_of(steps, self.start), strict=True):
            move = step.move
            opened = gains[move.track, move.target]
            yield Leg(move, admitting.get(move.key), day, fees[move.key], tuple(opened))

    def _gains(self, landscape: Landscape) -> Gains:
        rungs = dict.fromkeys((move.track, move.target) for move in landscape.moves)
        on = self.start.on
        return {rung: tuple(self.careers.gains(self.person, *rung, on)) for rung in rungs}


@lru_cache(maxsize=16)
def atlas(landscape: Landscape) -> Atlas:
    """Tables of a landscape; a changed count makes another landscape, and so other tables."""
    return Atlas(landscape)


@lru_cache(maxsize=16)
def knowing(landscape: Landscape, known: frozenset[str]) -> Landscape:
    """The landscape of whoever has so much on record; one and the same for all of them."""
    return landscape.knowing(known)


@lru_cache(maxsize=16)
def without_assuming(landscape: Landscape) -> Landscape:
    """Only the moves that take nothing for granted."""
    return landscape.only(lambda move: not move.assumes)


@lru_cache(maxsize=16)
def without(landscape: Landscape, awaited: frozenset[str]) -> Landscape:
    """Only the moves that take nothing of this for granted."""
    return landscape.only(lambda move: awaited.isdisjoint(move.assumes))


def goal_of(aim: Aim, landscape: Landscape) -> dict[str, frozenset[str]]:
    """To stand on the rung or further on; of schooling, on that very rung."""
    further = frozenset({aim.rung})
    if aim.track != SCHOOL:
        further = landscape.track(aim.track).from_(aim.rung)
    return {aim.track: further}


def _time(landscape: Landscape) -> Measure:
    return Measure((0,) * len(landscape.moves), 1, TIME)


def _steps(counted: Iterable[bool]) -> Measure:
    return Measure(tuple(map(int, counted)), 0, STEPS)


def quickest_to(aims: Iterable[Aim], landscape: Landscape) -> list[Compass]:
    """What points to each aim the quickest way."""
    goals = [goal_of(aim, landscape) for aim in aims]
    return atlas(landscape).compasses(goals, _quickest(landscape))


@lru_cache(maxsize=16)
def _quickest(landscape: Landscape) -> Measure:
    """The least time; no person's fees or benefits make a difference to it."""
    return first_of_all(_time(landscape), _assumed(landscape), _decided(landscape))


def _cheapest(landscape: Landscape, fees: Fees, gains: Gains) -> Measure:
    unknown = _steps(fees[move.key] is None for move in landscape.moves)
    net = (_net(fees[move.key], gains[move.track, move.target]) for move in landscape.moves)
    money = Measure(tuple(net), 0, MONEY)
    return first_of_all(money, unknown, _time(landscape), _decided(landscape))


@lru_cache(maxsize=16)
def _surest(landscape: Landscape) -> Measure:
    return first_of_all(_decided(landscape), _assumed(landscape), _time(landscape))


def _assumed(landscape: Landscape) -> Measure:
    return _steps(bool(move.assumes) for move in landscape.moves)


def _decided(landscape: Landscape) -> Measure:
    return _steps(move.decided for move in landscape.moves)


def _measures(landscape: Landscape, fees: Fees, gains: Gains) -> dict[Criterion, Measure]:
    return {
        Criterion.QUICKEST: _quickest(landscape),
        Criterion.CHEAPEST: _cheapest(landscape, fees, gains),
        Criterion.SUREST: _surest(landscape),
    }


def _net(fee: Yuan | None, gains: Iterable[Explanation]) -> int:
    """What is known of the fee, less what is owed for certain, in whole yuan."""
    owed = (one.amount for one in gains if one.verdict is Owed.OWED and one.amount is not None)
    return ((fee.fen if fee else 0) - sum(amount.fen for amount in owed)) // FEN_IN_YUAN
