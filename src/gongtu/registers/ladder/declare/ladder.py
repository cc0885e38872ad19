"""What is declared of the ladder: the options of every grade in both wordings, and the bridges."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gongtu.base.sole import Sole
from gongtu.engines.entitlement.declare import Benefit, Subject
from gongtu.registers.ladder.choices import Wording
from gongtu.registers.skills.choices import Grade


@dataclass(frozen=True, slots=True)
class Option:
    """One way to a grade: whoever meets all conditions of `admits` may apply for it.

    The key of `admits` is the rule's name, by which a refusal calls it.
    """

    wording: Wording
    grade: Grade
    admits: Benefit


@dataclass(frozen=True, slots=True)
class Bridge:
    """From a grade to a title (Art. 24): whoever meets all of `admits` may apply for the title."""

    grade: Grade
    title: str  # the key of its level
    admits: Benefit


@dataclass(frozen=True, slots=True)
class Ladder:
    """All options, and what is on record of people in an occupation on a day.

    `across` tells it of one person in several occupations, by their codes.
    """

    options: tuple[Option, ...]
    subjects: Callable[[Collection[UUID], str, date], Mapping[UUID, Subject]]
    across: Callable[[UUID, Collection[str], date], Mapping[str, Subject]]

    def options_to(self, grade: Grade, wording: Wording) -> tuple[Option, ...]:
        """The ways to a grade in one wording; any one is enough."""
        here = (grade, wording)
        return tuple(one for one in self.options if (one.grade, one.wording) == here)

    @property
    def grades(self) -> Iterator[Grade]:
        """The grades that one applies for, from the lowest on."""
        return (grade for grade in Grade if any(one.grade is grade for one in self.options))


_ladder = Sole[Ladder](
    missing="No provision declares the ladder of grades.",
    twice="There are two ladders of grades.",
)
register_ladder, the_ladder = _ladder.declare, _ladder.get
_bridges = Sole[tuple[Bridge, ...]](
    missing="No provision declares bridges from grades to titles.",
    twice="Two provisions declare bridges from grades to titles.",
)
register_bridges = _bridges.declare


def the_bridges() -> tuple[Bridge, ...]:
    """The ways from grades to titles; none where no provision declares any."""
    return _bridges.find() or ()


def rules() -> dict[str, Benefit]:
    """Every rule of the ladder and of its bridges, by the key that a refusal calls it."""
    options = {one.admits.key: one.admits for one in the_ladder().options}
    return options | {one.admits.key: one.admits for one in the_bridges()}
