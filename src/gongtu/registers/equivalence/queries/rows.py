"""The rows themselves, the counts their rules name, and the rulings made under them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.entitlement.expressions import Parameter
from gongtu.engines.indicators.recorded import Recorded
from gongtu.policy.parameters import Parameter as Dated
from gongtu.registers.equivalence.choices import Outcome, Side
from gongtu.registers.equivalence.declare import Row, Rung, Statement, the_equivalences
from gongtu.registers.equivalence.models import Ruling


class RowUnknown(Refused):
    """No row of the register has this key."""


def list_rows() -> Sequence[Row]:
    """Every row, also those that ended."""
    return the_equivalences().rows


def get_row(key: str) -> Row:
    """The row of that key.

    Raises:
        RowUnknown: There is none.
    """
    if (found := the_equivalences().find(key)) is None:
        raise RowUnknown(_("双向比照登记中没有这一行。"))
    return found


def find_row(side: Side, target: Rung, *, on: date) -> tuple[Row, Statement] | None:
    """The confirmed row of the day with a rule that leads from that side to the rung."""
    return next(
        (
            (row, stated)
            for row, stated in the_equivalences().in_force(on)
            if row.rule and stated.is_confirmed
            if (row.source.side, row.target) == (side, target)
        ),
        None,
    )


def counts_of(row: Row) -> tuple[Dated, ...]:
    """The counts of years that the row's rule names."""
    if (admits := row.admits) is None:
        return ()
    named = (
        node.name
        for condition in admits.conditions
        for node in condition.holds.walk()
        if isinstance(node, Parameter)
    )
    return tuple(admits.policy[name] for name in dict.fromkeys(named))


def told_on(row: Row, day: date) -> dict[str, Any]:
    """The row, its statement and its counts as they stand on that day, as plain JSON values."""
    stated = row.on(day)
    return {
        "row": row.key,
        "from": row.source.address,
        "to": row.target.address,
        "gives": row.gives.value,
        "basis": row.basis.eid,
        "rule": row.rule,
        "rule_version": row.admits.version if row.admits else "",
        "statement": None if stated is None else told_of(stated),
        "counts": [_count(one, day) for one in counts_of(row)],
    }


def told_of(stated: Statement) -> dict[str, Any]:
    """A statement as plain JSON values."""
    return {
        "since": stated.since.isoformat(),
        "until": stated.until and stated.until.isoformat(),
        "fields": [one.value for one in stated.fields],
        "conditions": list(stated.conditions),
        "instrument": stated.instrument,
        "number": stated.number,
        "source": stated.source,
        "confidence": stated.confidence,
        "note": stated.note,
    }


def _count(parameter: Dated, day: date) -> dict[str, Any]:
    valued = parameter.value(day)
    return {
        "parameter": parameter.key,
        "title": parameter.title,
        "value": valued.value,
        "unit": valued.unit,
        "since": valued.since and valued.since.isoformat(),
        "document": valued.document,
        "confidence": valued.confidence,
    }


def rulings_of(person: UUID) -> QuerySet[Ruling]:
    """How applications of the person under rows were decided, the latest first."""
    return Ruling.objects.filter(person=person)


def rulings(side: Side, outcome: Outcome) -> Recorded:
    """Rulings so decided under rows that begin on that side, by day, where the person lives."""

    def rows() -> QuerySet[Ruling]:
        keys = [row.key for row in list_rows() if row.source.side is side]
        return Ruling.objects.filter(row__in=keys, outcome=outcome)

    return Recorded(
        kind="ruling", rows=rows, title="row", day="decided_on", place="person__division"
    )
