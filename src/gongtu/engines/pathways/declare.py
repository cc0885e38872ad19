"""What a landscape is made of: tracks of rungs, and moves with what they need.

Time passes in half-years.  All clocks run at once: one for the time worked in all, and one on
each track for the time on the rung one stands on.  Counts of years are whole, so half-years say
them exactly; what is rounded is the past: of a time already run only full half-years count.
A table therefore never promises a day too early, and is at most half a year late on each clock;
the days of a route are worked out anew from the calendar.  The time on a rung is forgotten when
one steps up.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from gongtu.base.errors import Broken
from gongtu.engines.pathways.soundness import misled, unreached


@dataclass(frozen=True, slots=True)
class Track:
    """Rungs from nothing on; a move leads to a rung further on in this order.

    Where one stands at first is the first rung, or one of the `given` that no move need lead to.
    """

    key: str
    rungs: tuple[str, ...]
    given: frozenset[str] = frozenset()

    def from_(self, rung: str) -> frozenset[str]:
        """That rung and all further on."""
        return frozenset(self.rungs[self.rungs.index(rung) :])

    def before(self, rung: str) -> frozenset[str]:
        """All rungs that are not yet as far."""
        return frozenset(self.rungs[: self.rungs.index(rung)])


@dataclass(frozen=True, slots=True)
class Need:
    """To stand on one of these rungs, for that long."""

    track: str
    rungs: frozenset[str]
    half_years: int = 0


@dataclass(frozen=True, slots=True)
class Move:
    """From one of the `source` rungs of a track to another; takes no time itself.

    `overall` is the time worked in all.  `enters` is what the clock of the new rung shows at
    once.  `decided`: somebody else decides it.  `assumes` names what is taken for granted.
    """

    key: str
    track: str
    source: frozenset[str]
    target: str
    needs: tuple[Need, ...] = ()
    overall: int = 0
    enters: int = 0
    decided: bool = True
    assumes: tuple[str, ...] = ()


Goal = Mapping[str, frozenset[str]]  # track → the rungs, any of which will do


@dataclass(frozen=True, eq=False)
class Landscape:
    """Three tracks and the moves on them.

    Raises:
        Broken: Naming every move that leads backwards, in a circle, or from or to nowhere.
    """

    tracks: tuple[Track, Track, Track]
    moves: tuple[Move, ...]

    def __post_init__(self) -> None:
        if problems := list(misled(self.tracks, self.moves)):
            raise Broken("\n".join(problems))

    @cached_property
    def places(self) -> dict[str, int]:
        """Track → its number."""
        return {track.key: number for number, track in enumerate(self.tracks)}

    def track(self, key: str) -> Track:
        return self.tracks[self.places[key]]

    def only(self, wanted: Callable[[Move], bool]) -> Landscape:
        """The same with these moves only."""
        return Landscape(self.tracks, tuple(move for move in self.moves if wanted(move)))

    def knowing(self, known: frozenset[str]) -> Landscape:
        """The same where so much is known, and is not taken for granted any more."""
        if not any(known.intersection(move.assumes) for move in self.moves):
            return self
        settled = (
            replace(move, assumes=tuple(one for one in move.assumes if one not in known))
            for move in self.moves
        )
        return Landscape(self.tracks, tuple(settled))

    def require_reachable(self) -> None:
        """Somebody who begins with nothing can make every move in the end.

        Raises:
            Broken: Naming those that wait on one another, and those that nothing leads to.
        """
        if problems := list(unreached(self.tracks, self.moves)):
            raise Broken("\n".join(problems))
