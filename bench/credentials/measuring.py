"""How often something is done in a second of a processor's time, whoever else wants the machine.

Ours and another's take turns, so that both meet the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median
from time import process_time

Work = Callable[[], object]
ROUND_S = 0.3


@dataclass(slots=True)
class Rate:
    """What was done, by whom, and how often a second, round by round."""

    what: str
    by: str
    rounds: list[float] = field(default_factory=list)
    beside: list[float] = field(default_factory=list)
    missing: str = ""

    @property
    def a_second(self) -> float:
        return median(self.rounds)

    @property
    def ratio(self) -> float:
        """How many times as often ours does the same, each round beside its own."""
        return median(ours / theirs for ours, theirs in zip(self.beside, self.rounds, strict=True))


def alone(what: str, by: str, work: Work, rounds: int) -> Rate:
    work()
    return Rate(what, by, [_rate(work) for _ in range(rounds)])


def beside(ours: Rate, our_work: Work, by: str, their_work: Work, rounds: int) -> Rate:
    """Theirs, and ours again before each round of it."""
    their_work()
    return in_turns(ours, our_work, by, lambda: _rate(their_work), rounds)


def in_turns(
    ours: Rate, our_work: Work, by: str, their_rate: Callable[[], float], rounds: int
) -> Rate:
    """Theirs as told by themselves for each round, and ours again before it."""
    found = Rate(ours.what, by)
    for _ in range(rounds):
        found.beside.append(_rate(our_work))
        found.rounds.append(their_rate())
    return found


def _rate(work: Work) -> float:
    done, began = 0, process_time()
    while (spent := process_time() - began) < ROUND_S:
        work()
        done += 1
    return done / spent
