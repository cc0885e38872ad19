"""One draw: a seed that nobody chose, the keys in the order it gives, written for all to see."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from gongtu.parties.capacity import Capacity
from gongtu.records.journal.drawing import draw_from
from gongtu.records.journal.services import write
from gongtu.registers.sittings.choices import Drawn
from gongtu.registers.sittings.models import Draw, Sitting


def draw(
    sitting: Sitting, kind: Drawn, keys: Sequence[str], *, take: int, by: Capacity, on: date
) -> Draw:
    """Draw so many of the keys; within the transaction that holds the sitting.

    The seed comes of the journal's last seal, the session, what is drawn for which time, and the
    keys: anybody who knows these has it.
    """
    turn, number = sitting.draws.filter(kind=kind).count() + 1, sitting.session.case_number
    found = draw_from(keys, number, kind.value, turn, take=take)
    drawn = Draw.objects.create(
        sitting=sitting,
        kind=kind,
        turn=turn,
        seal=found.seal,
        seed=found.seed,
        pool=found.pool,
        chosen=found.chosen,
        drawn_on=on,
        drawn_by_id=by.person,
    )
    what = {"draw": drawn.pk, "seed": found.seed, "drawn": kind.value}
    write(f"case:{number}", "drawn", on=on, by=by, what=what)
    return drawn
