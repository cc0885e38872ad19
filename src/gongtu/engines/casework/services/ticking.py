"""The clock: finds what is late, says so once, and does what the declaration says.

It reminds, hands over, or decides in favour where the law itself does; it never decides
against anybody.  Every step is its own transaction, so a clock that is killed goes on where it
stopped, and a clock that runs twice does nothing the second time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from gongtu.base.errors import Refused
from gongtu.engines.casework import authority
from gongtu.engines.casework.declare import HandOver, InFavour, Late, Stage
from gongtu.engines.casework.models import Case, StageRun
from gongtu.engines.casework.registry import get_procedure, procedures
from gongtu.engines.casework.services.locking import lock
from gongtu.engines.casework.services.moving import Told, carry_out
from gongtu.engines.casework.services.recording import line, record
from gongtu.engines.casework.services.staying import go_to
from gongtu.engines.casework.services.telling import tell_holder, tell_late_all
from gongtu.parties.capacity import CLOCK
from gongtu.records.journal.services import write_many

CHUNK = 500
Progress = Callable[[int, int], None]


def quietly(done: int, total: int, /) -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True, slots=True)
class ClockReport:
    """What one run of the clock did."""

    on: date
    late: int
    handed_over: int
    in_favour: int
    left_to_people: int

    @property
    def changed(self) -> int:
        return self.late + self.handed_over + self.in_favour


def run_clock(on: date, *, progress: Progress = quietly) -> ClockReport:
    """Bring all clocks to the day `on`; `progress(done, total)` counts late cases.

    A case whose law decides in favour, but whose move is refused (an amount 待核, say), is left
    to people and counted as such.
    """
    late = 0
    total = _newly_late(on).count()
    while chunk := list(_newly_late(on)[:CHUNK]):
        late += _note_late(chunk, on=on)
        progress(late, total)
    outcomes = [_take_effect(number, on=on) for number in _due_for_effect(on)]
    return ClockReport(
        on, late, *(outcomes.count(kind) for kind in ("handed-over", "in-favour", "left"))
    )


def _newly_late(on: date) -> QuerySet[Case]:
    late = Case.objects.filter(due_order__lt=on, late_since=None, closed_on=None)
    return late.order_by("due_order", "id")


@transaction.atomic
def _note_late(cases: list[Case], *, on: date) -> int:
    """Mark, journal and tell a chunk: the same number of statements whatever its size."""
    held = Case.objects.select_for_update().filter(
        pk__in=[case.pk for case in cases], late_since=None, due_order__lt=on
    )
    cases = list(held.order_by("id"))
    late = [case.pk for case in cases]
    Case.objects.filter(pk__in=late).update(late_since=on)
    StageRun.objects.filter(case__in=late, left_on=None).update(late_on=on)
    write_many(line(case, "late", by=CLOCK, on=on, due=str(case.due_order)) for case in cases)
    tell_late_all(cases, on=on)
    return len(cases)


def _due_for_effect(on: date) -> Iterator[str]:
    """Cases past the limit that counts, in a stage that declares more than a reminder."""
    stages = Q(pk=None)
    for procedure in procedures():
        for stage in procedure.desks:
            if isinstance(_late_of(stage), HandOver | InFavour):
                stages |= Q(procedure=procedure.key, stage=stage.key)
    counts = Coalesce("legal_due", "promised_due")
    due = Case.objects.filter(stages, closed_on=None).alias(counts=counts).filter(counts__lt=on)
    yield from due.order_by("id").values_list("number", flat=True).iterator(chunk_size=CHUNK)


def _take_effect(number: str, *, on: date) -> str:
    """What became of one case: handed-over, in-favour, left (to people), or nothing."""
    try:
        with transaction.atomic():
            case = lock(number)
            stage = get_procedure(case.procedure, case.version)[case.stage]
            due = case.legal_due or case.promised_due
            if not isinstance(stage, Stage) or due is None or due >= on:
                return ""
            return _effect(case, stage, on=on)
    except Refused:
        return "left"


def _effect(case: Case, stage: Stage, *, on: date) -> str:
    late = _late_of(stage)
    match late:
        case HandOver(stage=target):
            left = case.stage
            go_to(case, target, leaving_with="late", on=on)
            record(case, "late-handed-over", by=CLOCK, on=on, left=left)
            tell_holder(case, by=CLOCK, on=on)
            return "handed-over"
        case InFavour(move=key):
            move = stage.move(key)
            if move is None:
                return ""
            carry_out(authority.docket_of(case), move, Told(by=CLOCK, on=on))
            return "in-favour"
    return ""


def _late_of(stage: Stage) -> Late | None:
    return stage.limit.late if stage.limit else None
