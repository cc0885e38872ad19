"""What the registers hold of a payment follows the decision: taken back with it, and set again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from gongtu.engines.casework.authority import Docket, chain_of
from gongtu.engines.casework.declare import Effect, Move
from gongtu.engines.casework.queries.knowing import gathering_of, known_of
from gongtu.engines.casework.services.opening import effect_of
from gongtu.engines.casework.services.recording import record
from gongtu.parties.capacity import Capacity
from gongtu.records.journal.models import JournalEntry


def undo_records(docket: Docket, *, by: Capacity, on: date) -> None:
    """Nothing was owed after all: the mark of the payment goes, and the claim may be made anew.

    Where nothing was paid yet there is no mark, and nothing happens.
    """
    for move in _made(docket):
        if move.undoes is not None:
            _carry(docket, move.undoes, by=by, on=on)
            record(docket.case, "records-undone", by=by, on=on, move=move.key)


def redo_records(docket: Docket, *, by: Capacity, on: date) -> None:
    """It was owed after all: the mark stands again.

    Raises:
        Refused: Another case has brought the same meanwhile.
    """
    for move in _made(docket):
        if move.undoes is not None and move.does is not None:
            _carry(docket, move.does, by=by, on=on)
            record(docket.case, "records-redone", by=by, on=on, move=move.key)


def _made(docket: Docket) -> Iterator[Move]:
    """The moves by which the case was paid."""
    moved = JournalEntry.objects.filter(chain=chain_of(docket.case), kind="moved")
    keys = set(moved.values_list("move", flat=True))
    yield from (move for move in docket.procedure.moves if move.pays and move.key in keys)


def _carry(docket: Docket, does: Callable[[Effect], None], *, by: Capacity, on: date) -> None:
    gathering = gathering_of(docket.case, on=on)
    does(effect_of(gathering, by=by, known=known_of(docket.case, gathering)))
