"""Paying what a batch granted: one run, each case its own transaction, never twice."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.casework.declare import Move, Procedure, Stage
from gongtu.engines.casework.models import Batch, BatchLine, BatchState
from gongtu.engines.casework.refusals import AlreadyDone, WrongHands
from gongtu.engines.casework.registry import get_procedure
from gongtu.engines.casework.services.moving import pay_in_run
from gongtu.engines.casework.services.sampling import find_batch, granting_move
from gongtu.engines.ledger import services as ledger
from gongtu.engines.ledger.models import PaymentRun
from gongtu.parties.capacity import Capacity
from gongtu.parties.queries import get_account, get_capacity
from gongtu.records.jobs import services as jobs
from gongtu.records.jobs.models import Job
from gongtu.records.jobs.registry import work
from gongtu.records.journal.services import write

KIND = "batch-payment"
TOLD_EVERY = 20


def paying_move(procedure: Procedure) -> tuple[Stage, Move] | None:
    """Where and by which move what was promised is paid."""
    found = ((stage, move) for stage in procedure.desks for move in stage.moves if move.pays)
    return next(found, None)


def pay_batch(batch_id: int, *, by: Capacity, on: date) -> PaymentRun:
    """Begin to pay what the batch granted, in the background; a second time is the same run.

    Raises:
        WrongHands: Whoever granted it does not pay it.
        AlreadyDone: It is not granted yet.
    """
    batch = find_batch(batch_id, by)
    if batch.state != BatchState.GRANTED:
        raise AlreadyDone(_("这一批还没有核定，不能发放。"))
    if by.person is None or by.person == batch.granted_by_id:
        raise WrongHands(_("发放须由未办理核定的人员办理。"))
    granting = granting_move(get_procedure(batch.procedure))
    fund = granting.commits.fund if granting and granting.commits else ""
    with transaction.atomic():
        run, new = ledger.open_run(fund, by=by, on=on, key=f"batch:{batch.pk}")
        if new:
            told = {"batch": batch.pk, "run": run.pk, "capacity": by.key, "on": on.isoformat()}
            run.job_key = jobs.start(KIND, owner=by.account, payload=told).key
            run.save(update_fields=["job_key"])
            Batch.objects.filter(pk=batch.pk).update(payment_run=run)
            what = {"batch": batch.pk, "run": run.pk, "procedure": batch.procedure}
            write(f"batch:{batch.pk}", "batch-paid", on=on, by=by, what=what)
    return run


@work(KIND, attempts=10)
def pay_every_case(job: Job) -> dict[str, Any]:
    """Each case is moved and paid in one transaction: another try finds only what is left."""
    told = job.payload
    on, run = date.fromisoformat(told["on"]), PaymentRun.objects.get(pk=told["run"])
    account = get_account(run.actor_account or 0)
    by = get_capacity(account, told["capacity"], on)
    batch = Batch.objects.get(pk=told["batch"])
    place = paying_move(get_procedure(batch.procedure))
    lines = list(batch.lines.select_related("case").filter(granted=True).order_by("id"))
    for done, line in enumerate(lines, start=1):
        if place and line.case.stage == place[0].key:
            _pay(line, place[1].key, run, by=by, on=on)
        if done % TOLD_EVERY == 0 or done == len(lines):
            jobs.progress(job, done, len(lines))
    paid = run.payments.values_list("amount", flat=True)
    return {"payments": len(paid), "fen": sum(paid)}


def _pay(line: BatchLine, move: str, run: PaymentRun, *, by: Capacity, on: date) -> None:
    try:
        pay_in_run(line.case.number, move, run=run, by=by, on=on)
    except Refused as refused:
        BatchLine.objects.filter(pk=line.pk).update(refused=list(refused.reasons))
