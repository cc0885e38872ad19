"""Paying all that a fund owes, as a job that survives being killed."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F, Sum

from gongtu.engines.ledger.models import Commitment, PaymentRun
from gongtu.engines.ledger.services.budgets import get_fund
from gongtu.engines.ledger.services.payments import pay
from gongtu.records.jobs import services as jobs
from gongtu.records.jobs.models import Job
from gongtu.records.jobs.registry import work
from gongtu.records.journal.services import Actor, write

KIND = "payment-run"
TOLD_EVERY = 50


@transaction.atomic
def start_run(fund: str, *, by: Actor, on: date, key: str = "") -> PaymentRun:
    """Start paying everything the fund owes on this day; the same key again is the same run."""
    run, new = open_run(fund, by=by, on=on, key=key or f"{fund}:{on}")
    if new:
        run.job_key = jobs.start(KIND, owner=by.account, payload={"run": run.pk}).key
        run.save(update_fields=["job_key"])
    return run


def open_run(fund: str, *, by: Actor, on: date, key: str) -> tuple[PaymentRun, bool]:
    """The run of that key, and whether it is new; who pays in it starts the work themselves."""
    run, new = PaymentRun.objects.get_or_create(
        key=key,
        defaults={
            "fund": get_fund(fund),
            "on": on,
            "actor_account": by.account,
            "actor_role": str(by.role),
            "actor_organisation": by.organisation,
        },
    )
    if new:
        write(f"payment-run:{run.pk}", "opened", on=on, by=by, what={"fund": fund, "run": run.pk})
    return run, new


@work(KIND, attempts=10)
def pay_everything_due(job: Job) -> dict[str, Any]:
    """One transaction for each payment: a second run finds only what the first did not reach."""
    run = PaymentRun.objects.select_related("fund").get(pk=job.payload["run"])
    due = Commitment.objects.filter(budget__fund=run.fund, on__lte=run.on, paid__lt=F("amount"))
    keys = list(due.order_by("id").values_list("id", flat=True))
    before = run.payments.count()
    for done, key in enumerate(keys, start=1):
        pay(Commitment(pk=key), by=run, on=run.on, run=run)
        if done % TOLD_EVERY == 0 or done == len(keys):
            jobs.progress(job, before + done, before + len(keys))
    paid = run.payments.aggregate(fen=Sum("amount", default=0))
    return {"payments": run.payments.count(), "fen": paid["fen"]}
