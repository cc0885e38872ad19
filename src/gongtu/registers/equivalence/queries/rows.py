"""The rows themselves, the counts their rules name, and the rulings made under them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.casework.queries import list_seen
from gongtu.engines.entitlement.expressions import Parameter
from gongtu.engines.indicators.recorded import Recorded
from gongtu.parties import access
from gongtu.parties.capacity import Capacity
from gongtu.policy.parameters import Parameter as Dated
from gongtu.registers.equivalence.choices import Outcome, Side
from gongtu.registers.equivalence.declare import Row, Rung, Statement, the_equivalences
from gongtu.registers.equivalence.models import Ruling


class RowUnknown(Refused):
    """No row of the register has this key."""


class OutcomeUnknown(Refused):
    """Nothing is decided like that."""


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


def find_ruling(case_number: str) -> Ruling | None:
    """How the application of a case was decided; None before it is."""
    return Ruling.objects.filter(case_number=case_number).first()


def rulings_of(person: UUID) -> QuerySet[Ruling]:
    """How applications of the person under rows were decided, the latest first."""
    return Ruling.objects.filter(person=person)


def rulings_seen(by: Capacity, row: str, outcome: str, *, on: date) -> QuerySet[Ruling]:
    """The rulings in cases that an office may see, the latest first; of one row or outcome if told.

    Raises:
        NotEntitled: The reader is no human-resources officer.
        RowUnknown, OutcomeUnknown: There is none of that key.
    """
    access.require(by, "list-issuers", None, on=on)
    found = Ruling.objects.filter(case_number__in=list_seen(by).values("number"))
    if row:
        found = found.filter(row=get_row(row).key)
    if outcome and outcome not in list(Outcome):
        raise OutcomeUnknown(_("没有“%(key)s”这种结果。") % {"key": outcome})
    return found.filter(outcome=outcome) if outcome else found


def rulings_after(found: QuerySet[Ruling], *, day: date, pk: int) -> QuerySet[Ruling]:
    """What follows that ruling in a list of the latest first."""
    return found.filter(Q(decided_on__lt=day) | Q(decided_on=day, pk__lt=pk))


def rulings(side: Side, outcome: Outcome) -> Recorded:
    """Rulings so decided under rows that begin on that side, by day, where the person lives."""

    def rows() -> QuerySet[Ruling]:
        keys = [row.key for row in list_rows() if row.source.side is side]
        return Ruling.objects.filter(row__in=keys, outcome=outcome)

    return Recorded(
        kind="ruling",
        rows=rows,
        title="row",
        day="decided_on",
        place="person__division",
        number="case_number",
    )
