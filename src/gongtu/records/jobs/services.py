"""Starting a job, telling how far it is, ending it, and taking up what a dead worker left."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.db.models import F
from django.db.models.functions import Now

from gongtu.base.speech import gettext as _
from gongtu.base.speech import kept
from gongtu.records.jobs import backend
from gongtu.records.jobs.models import Job, JobState, Schedule
from gongtu.records.jobs.registry import get_work, is_declared, schedule

# Four beats of a living worker; see running.Heart.
DEAD_AFTER = timedelta(minutes=2)


class StillGoing(Exception):
    """Another run holds the place; work that raises this is tried again after its pause."""


class TakenOver(Exception):
    """Another run of the same job has begun; this one must stop."""


@transaction.atomic
def start(kind: str, *, owner: int | None, payload: dict[str, Any]) -> Job:
    """Start a job for an account, as part of the caller's transaction; its page is its `key`.

    Raises:
        Broken: Nobody declared this kind of work.
    """
    job = Job.objects.create(kind=get_work(kind).kind, owner_account=owner, payload=payload)
    backend.enqueue(str(job.key))
    job.refresh_from_db()
    return job


def progress(job: Job, done: int, total: int, message: str = "") -> None:
    """Tell how far the work is; call it outside transactions, or nobody sees it.

    Raises:
        TakenOver: The reaper gave the job to another run.
    """
    job.done, job.total = done, total
    doing = {"doing": kept(message)}
    _update(job, done=done, total=total, outcome=doing, heartbeat=Now())


def finish(job: Job, outcome: dict[str, Any] | None = None) -> None:
    """End the job well."""
    _update(job, state=JobState.DONE, outcome=outcome or {}, done=F("total"), heartbeat=Now())


def fail(job: Job, *reasons: str) -> None:
    """End the job with whole sentences that say why."""
    told = {"reasons": [kept(reason) for reason in reasons]}
    _update(job, state=JobState.FAILED, message="\n".join(reasons), outcome=told)


@transaction.atomic
def reap(at: datetime) -> list[Job]:
    """Start again every running job whose worker has been silent, or fail it after its last try."""
    silent = Job.objects.filter(state=JobState.RUNNING, heartbeat__lt=at - DEAD_AFTER)
    if connection.features.has_select_for_update_skip_locked:
        # A row its worker is just writing is alive.
        silent = silent.select_for_update(skip_locked=True)
    dead = list(silent)
    for job in dead:
        if not is_declared(job.kind) or job.attempt >= get_work(job.kind).attempts:
            fail(job, _("执行任务的进程多次中断，请联系运维人员。"))
        else:
            _update(job, state=JobState.WAITING)
            backend.enqueue(str(job.key))
    return dead


def start_due(at: datetime, *, on: date) -> list[Job]:
    """Start the scheduled kinds of work that are due; of several schedulers one starts each.

    `at` is the real instant; `on` the platform's day, which in a demo city may stand still.  Both
    are in the payload of the job.
    """
    return [job for kind in schedule() if (job := _start_if_due(kind, at, on))]


@transaction.atomic
def _start_if_due(kind: str, at: datetime, on: date) -> Job | None:
    every = schedule()[kind]
    row, new = Schedule.objects.get_or_create(key=kind, defaults={"due_at": every.after(at)})
    if new or row.due_at > at:
        return None
    mine = Schedule.objects.filter(key=kind, due_at=row.due_at)
    if not mine.update(due_at=every.after(at), last_at=at):
        return None
    return start(kind, owner=None, payload={"at": at.isoformat(), "on": on.isoformat()})


def _update(job: Job, **values: Any) -> None:
    if not Job.objects.filter(pk=job.pk, attempt=job.attempt).update(**values):
        raise TakenOver(f"{job} is in other hands.")
