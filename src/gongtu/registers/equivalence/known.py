"""The register's facts about one application, ready for its case and its letters."""

from __future__ import annotations

from datetime import date

from gongtu.engines.entitlement.declare import Known
from gongtu.registers.equivalence.choices import Side
from gongtu.registers.equivalence.declare import Rung
from gongtu.registers.equivalence.facts import Applied
from gongtu.registers.equivalence.queries import find_row


def applied_known(side: Side, target: Rung, *, filed_on: date) -> dict[str, Known]:
    """The row of the day of filing that leads from that side to the rung; nothing where none did.

    A later change of the register is another statement and leaves this one alone.
    """
    if (found := find_row(side, target, on=filed_on)) is None:
        return {}
    row, stated = found
    return Applied.recorded(
        as_of=filed_on,
        row=row.key,
        instrument=stated.instrument,
        number=stated.number,
        since=stated.since,
    )
