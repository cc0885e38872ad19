"""A run over the city from its beginning to its end; one at a time."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.entitlement.registry import get_benefit
from gongtu.parties.capacity import CLOCK
from gongtu.records.jobs import services as jobs
from gongtu.records.jobs.models import Job, JobState
from gongtu.records.journal.services import Actor, write
from gongtu.registers.offers.choices import RunState
from gongtu.registers.offers.declare import Asked, Progress, Source
from gongtu.registers.offers.models import Run
from gongtu.registers.offers.queries.runs import find_running
from gongtu.registers.offers.services.asking import one_by_one
from gongtu.registers.offers.services.finding import write_near_misses, write_offers
from gongtu.registers.offers.services.taking import take_all_standing
from gongtu.registers.offers.services.telling import tell_offers

KIND = "find-what-is-owed"
_source: list[Source] = [one_by_one]


class RunGoing(Refused):
    """Another run is under way; the reason says since when."""


def use_source(source: Source) -> Source:
    """Let runs ask the city this way from now on; returns the way before."""
    before, _source[0] = _source[0], source
    return before


@transaction.atomic
def start_run(*, by: Actor, on: date) -> Run:
    """Begin a run now, in the background.

    Raises:
        RunGoing: One is under way.
    """
    run = begin_run(by=by, on=on)
    job = jobs.start(KIND, owner=by.account, payload={"run": run.pk, "on": on.isoformat()})
    Run.objects.filter(pk=run.pk).update(job_key=job.key)
    run.job_key = job.key
    return run


@transaction.atomic
def begin_run(*, by: Actor, on: date, job: Job | None = None) -> Run:
    """Note that a run has begun; nothing is asked yet.

    Raises:
        RunGoing: One is under way.
    """
    _give_up_dead()
    run = Run(
        on=on, engine="", rules="", job_key=job.key if job else None,
        asked_account=by.account, asked_role=str(by.role),
    )  # fmt: skip
    try:
        with transaction.atomic():
            run.save(force_insert=True)
    except IntegrityError:
        raise _going() from None
    write(f"run:{run.pk}", "run-begun", on=on, by=by, what={"run": run.pk})
    run.refresh_from_db()
    return run


def carry_out(run: Run, progress: Progress, *, tell: bool = True) -> dict[str, Any]:
    """Ask, offer, claim for those who agreed once and for all, tell; again completes the first.

    Each part is its own transaction, so that a run that is killed goes on where it stopped.
    """
    asked = _source[0](run.on, progress)
    Run.objects.filter(pk=run.pk).update(
        engine=asked.engine, snapshot=asked.snapshot, rules=asked.rules
    )
    owed, outcome = _offer(asked, run)
    near = write_near_misses(run, asked.near)
    outcome["standing"] = take_all_standing(on=run.on)
    outcome["told"] = tell_offers(run, on=run.on) if tell else 0
    _finish(run, owed, near, outcome)
    return outcome


def _offer(asked: Asked, run: Run) -> tuple[dict[str, int], dict[str, Any]]:
    owed: dict[str, int] = {}
    outcome: dict[str, Any] = {}
    for key, found in asked.owed.items():
        rows = list(found)
        owed[key] = len(rows)
        outcome[key] = write_offers(get_benefit(key), rows, run=run, on=run.on).as_json()
    return owed, outcome


@transaction.atomic
def _finish(run: Run, owed: dict[str, int], near: dict[str, Any], outcome: dict[str, Any]) -> None:
    Run.objects.filter(pk=run.pk).update(
        state=RunState.DONE, owed=owed, near=near, outcome=outcome, finished_at=Now()
    )
    run.refresh_from_db()
    what = {"run": run.pk, "snapshot": run.snapshot, "rules": run.rules, "owed": owed}
    write(f"run:{run.pk}", "run-done", on=run.on, by=CLOCK, what=what)


def _give_up_dead() -> None:
    """A run whose job ended without it will not go on: its place is free."""
    running = find_running()
    if running is None or running.job_key is None:
        return
    job = Job.objects.filter(pk=running.job_key).first()
    if job is None or job.state in (JobState.DONE, JobState.FAILED):
        Run.objects.filter(pk=running.pk).update(state=RunState.BROKEN, finished_at=Now())


def _going() -> RunGoing:
    running = find_running()
    since = running.started_at.strftime("%H:%M") if running else ""
    return RunGoing(_("全城核算正在进行（%(since)s开始），完成后再发起。") % {"since": since})
