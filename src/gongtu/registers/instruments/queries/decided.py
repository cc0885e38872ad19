"""Approved decisions as the policy reads them, kept in memory and never stale.

Approved rows are never changed or removed, and each bears a random mark, so the sum of the marks
tells whether anything is new, even after a transaction was rolled back.  That is one small query
for each look-up; inside `looked_up_once` (a door wraps a request in it) one for the whole block.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from gongtu.policy import DecidedValue
from gongtu.policy.units import made_of
from gongtu.records.asked import rows_of
from gongtu.registers.instruments.choices import State
from gongtu.registers.instruments.models import ParameterDecision

# Asked by nearly every request, and therefore written out.
MARKS = f"SELECT SUM(mark) FROM {ParameterDecision._meta.db_table} WHERE state = %s"  # noqa: S608 - our own name


@dataclass(frozen=True, slots=True)
class _Kept:
    """What this process knows, and the sum of the marks it was read at."""

    marks: int | None
    decided: dict[str, tuple[DecidedValue, ...]]


_kept = [_Kept(None, {})]
_looked_up: ContextVar[bool | None] = ContextVar("looked_up", default=None)


def list_decided(parameter: str) -> Sequence[DecidedValue]:
    """The approved values of a parameter by its full key, those approved later standing later."""
    if not _looked_up.get():
        _refresh()
    return _kept[0].decided.get(parameter, ())


@contextmanager
def looked_up_once() -> Iterator[None]:
    """Within this block one look at the table is enough; a decision made inside is seen too."""
    before = _looked_up.set(False)
    try:
        yield
    finally:
        _looked_up.reset(before)


def look_again() -> None:
    """The next look-up asks the table: a decision has just been approved."""
    if _looked_up.get() is not None:
        _looked_up.set(False)


def _refresh() -> None:
    ((marks,),) = rows_of(MARKS, State.APPROVED.value)
    if marks != _kept[0].marks:
        _kept[0] = _Kept(marks, _read())
    if _looked_up.get() is not None:
        _looked_up.set(True)


def _read() -> dict[str, tuple[DecidedValue, ...]]:
    approved = ParameterDecision.objects.filter(state=State.APPROVED).order_by("settled_on", "id")
    decided: dict[str, list[DecidedValue]] = defaultdict(list)
    for decision in approved:
        decided[decision.parameter].append(_decided(decision))
    return {parameter: tuple(values) for parameter, values in decided.items()}


def _decided(decision: ParameterDecision) -> DecidedValue:
    return DecidedValue(
        since=decision.valid_from,
        value=made_of(decision.unit, decision.value),
        instrument=decision.instrument,
        number=decision.number,
        issued_on=decision.issued_on,
        source="参数决定",
        note=decision.note,
        origin_id=decision.pk,
    )
