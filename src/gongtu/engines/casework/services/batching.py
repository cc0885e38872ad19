"""One move on many cases: each is its own transaction with its own outcome."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from gongtu.base.errors import Refused
from gongtu.engines.casework.services.moving import make_move
from gongtu.parties.capacity import Capacity


@dataclass(frozen=True, slots=True)
class MoveOutcome:
    """What came of one case of a batch; `reasons` is empty where the move was made."""

    number: str
    reasons: tuple[str, ...] = ()

    @property
    def done(self) -> bool:
        return not self.reasons


def make_moves(  # noqa: PLR0913 - as make_move
    numbers: Sequence[str],
    move_key: str,
    *,
    by: Capacity,
    on: date,
    answers: Mapping[str, Any] | None = None,
    reason: str = "",
    turns: Mapping[str, int] | None = None,
) -> list[MoveOutcome]:
    """Make the same move on each case; one that is refused leaves the others as they are.

    `turns` are the turns of the cases as the page showed them, by number.
    """
    seen = turns or {}

    def outcome(number: str) -> MoveOutcome:
        turn = seen.get(number)
        try:
            make_move(number, move_key, by=by, on=on, answers=answers, reason=reason, turn=turn)
        except Refused as refused:
            return MoveOutcome(number, refused.reasons)
        return MoveOutcome(number)

    return [outcome(number) for number in dict.fromkeys(numbers)]
