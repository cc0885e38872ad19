"""Deciding many alike: a sample drawn by a published seed is looked at, then the rest is granted.

Basis: a platform policy (the share is a dated parameter), not law; each case is still judged by
its own conditions when it is granted.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.draws import in_drawn_order, seed_from, share_of
from gongtu.base.errors import Refused
from gongtu.engines.casework.declare import Move, Procedure
from gongtu.engines.casework.models import Batch, BatchLine, BatchState, Case
from gongtu.engines.casework.refusals import AlreadyDone, CaseUnknown, WrongHands
from gongtu.engines.casework.registry import get_procedure
from gongtu.engines.casework.services.batching import MoveOutcome
from gongtu.engines.casework.services.moving import make_move
from gongtu.parties.capacity import Capacity
from gongtu.policy import shared
from gongtu.records.journal.queries import find_last_seal
from gongtu.records.journal.services import write

MOST = 500
PERCENT, LEAST = "batch_sample_percent", "batch_sample_least"


class BatchUnknown(CaseUnknown):
    """There is no such batch on this desk."""


class SampleOpen(Refused):
    """Some of the sample has not been looked at yet."""


class NothingWaits(Refused):
    """No case of the kind waits on the desk."""


def granting_move(procedure: Procedure) -> Move | None:
    """The move of the first stage that promises money; only such claims are decided in batches."""
    moves = (move for move in procedure.first.moves if move.commits is not None and not move.asks)
    return next(moves, None)


def draw_batch(procedure_key: str, *, by: Capacity, on: date) -> Batch:
    """All claims of the kind that wait on the desk, with the sample to be looked at.

    Raises:
        WrongHands: The desk of such claims is another body's.
        NothingWaits: There is none.
        AlreadyDone: A batch of them is open.
    """
    procedure = get_procedure(procedure_key)
    mine = by.organisation is not None and by.role == procedure.first.held_by
    if not mine or granting_move(procedure) is None:
        raise WrongHands(_("这类申请不在您的工作台上成批核定。"))
    with transaction.atomic():
        waiting = Case.objects.select_for_update().filter(
            procedure=procedure_key, stage=procedure.first.key, holder_organisation=by.organisation
        )
        if Batch.objects.filter(
            procedure=procedure_key, body=by.organisation, state=BatchState.DRAWN
        ).exists():
            raise AlreadyDone(_("这类申请已有一批正在抽样核对。"))
        cases = list(waiting.order_by("due_order", "id")[:MOST])
        if not cases:
            raise NothingWaits(_("没有等待核定的这类申请。"))
        return _drawn(procedure_key, cases, by=by, on=on)


def check_line(
    batch_id: int, case_number: str, *, sound: bool, note: str, by: Capacity, on: date
) -> BatchLine:
    """Note what one case of the sample was found to be.

    One that is not sound puts every case of the batch into the sample.

    Raises:
        BatchUnknown: Not on this desk, or the case is not in it.
        AlreadyDone: The batch is decided.
    """
    if not sound and not note.strip():
        raise Refused(_("核对有误的，请写明误在哪里。"))
    with transaction.atomic():
        batch = _open(batch_id, by)
        line = batch.lines.select_related("case").filter(case__number=case_number).first()
        if line is None:
            raise BatchUnknown(_("这一批中没有这件申请。"))
        line.sound, line.note, line.looked_on = sound, note.strip()[:500], on
        line.looked_by_id = by.person
        line.save(update_fields=["sound", "note", "looked_on", "looked_by"])
        if not sound:
            batch.lines.update(sampled=True)
        what = {"batch": batch.pk, "case": case_number, "sound": sound}
        _write(batch, "sample-checked", what, by=by, on=on, text=note)
        return line


def grant_batch(batch_id: int, *, by: Capacity, on: date) -> list[MoveOutcome]:
    """Grant every case of the batch that was not found wrong, each for itself.

    A case whose own conditions do not hold is refused as it would be singly, and stays open.

    Raises:
        SampleOpen: Some of the sample was not looked at.
        BatchUnknown, AlreadyDone: As `check_line`.
    """
    with transaction.atomic():
        batch = _open(batch_id, by)
        left = batch.lines.filter(sampled=True, sound=None, case__closed_on=None).count()
        if left:
            raise SampleOpen(_("还有%(n)s件抽中的没有核对，核对后才能一并核定。") % {"n": left})
    move = granting_move(get_procedure(batch.procedure))
    lines = batch.lines.select_related("case").exclude(sound=False).filter(granted=False)
    outcomes = [_granted(line, str(move and move.key), by=by, on=on) for line in lines]
    with transaction.atomic():
        batch = _open(batch_id, by)
        batch.state, batch.granted_on, batch.granted_by_id = BatchState.GRANTED, on, by.person
        batch.save(update_fields=["state", "granted_on", "granted_by"])
        what = {"batch": batch.pk, "granted": sum(one.done for one in outcomes)}
        _write(batch, "batch-granted", what, by=by, on=on)
    return outcomes


def find_batch(batch_id: int, by: Capacity) -> Batch:
    """A batch of the reader's own desk.

    Raises:
        BatchUnknown: There is none.
    """
    found = Batch.objects.filter(pk=batch_id, body=by.organisation or 0).first()
    if found is None:
        raise BatchUnknown(_("您的工作台上没有这一批。"))
    return found


def sample_of(numbers: Sequence[str], *, seed: str, percent: Decimal, least: int) -> set[str]:
    """Those to be looked at: the first by the digest of seed and number, so many per cent.

    >>> sorted(sample_of(["1", "2", "3", "4"], seed="a", percent=Decimal(50), least=1))
    ['1', '3']
    >>> len(sample_of(["1", "2"], seed="a", percent=Decimal(10), least=5))
    2
    """
    wanted = share_of(len(numbers), percent)
    return set(in_drawn_order(numbers, seed=seed)[: max(wanted, least)])


def _drawn(procedure: str, cases: list[Case], *, by: Capacity, on: date) -> Batch:
    percent = shared.platform.value(PERCENT, on=on).value
    # While the share is 待核 everything is looked at.
    share = Decimal(100) if percent is None else Decimal(str(percent))
    least = shared.platform.count(LEAST, on=on) or 1
    seal = find_last_seal()
    numbers = sorted(case.number for case in cases)
    seed = seed_from(seal.hash if seal else "", numbers)
    sample = sample_of(numbers, seed=seed, percent=share, least=least)
    batch = Batch.objects.create(
        procedure=procedure, body_id=by.organisation or 0, drawn_on=on, drawn_by_id=by.person,
        seal=seal.number if seal else 0, seed=seed, percent=share,
    )  # fmt: skip
    BatchLine.objects.bulk_create(
        BatchLine(batch=batch, case=case, sampled=case.number in sample) for case in cases
    )
    what = {"batch": batch.pk, "seed": seed, "cases": len(cases), "sample": len(sample)}
    _write(batch, "batch-drawn", what, by=by, on=on)
    return batch


def _open(batch_id: int, by: Capacity) -> Batch:
    """The batch, held until the transaction ends."""
    find_batch(batch_id, by)
    batch = Batch.objects.select_for_update(of=("self",)).get(pk=batch_id)
    if batch.state != BatchState.DRAWN:
        raise AlreadyDone(_("这一批已经核定。"))
    return batch


def _granted(line: BatchLine, move: str, *, by: Capacity, on: date) -> MoveOutcome:
    """Grant one; where it was granted before the process died, that is found again."""
    number = line.case.number
    try:
        make_move(number, move, by=by, on=on, once=f"batch:{line.batch_id}:{number}")
    except Refused as refused:
        outcome = MoveOutcome(number, refused.reasons)
    else:
        outcome = MoveOutcome(number)
    BatchLine.objects.filter(pk=line.pk).update(granted=outcome.done, refused=list(outcome.reasons))
    return outcome


def _write(
    batch: Batch, kind: str, what: dict[str, Any], *, by: Capacity, on: date, text: str = ""
) -> None:
    told = {"procedure": batch.procedure, "by_person": str(by.person or ""), **what}
    write(f"batch:{batch.pk}", kind, on=on, by=by, what=told, text=text)
