"""One run of one job, inside a worker."""

import logging
import threading
from types import TracebackType
from typing import Self

from django.db import DatabaseError, connection, transaction
from django.db.models import F
from django.db.models.functions import Now

from gongtu.base.errors import Broken, Refused
from gongtu.base.speech import gettext as _
from gongtu.records.jobs import backend
from gongtu.records.jobs.models import Job, JobState
from gongtu.records.jobs.registry import Work, get_work
from gongtu.records.jobs.services import TakenOver, fail, finish

log = logging.getLogger(__name__)
BEAT_SECONDS = 30


def run(key: str) -> None:
    """Do the job if it still waits; a task that comes twice finds nothing to do."""
    job = _take(key)
    if job is None:
        return
    try:
        work = get_work(job.kind)
    except Broken as mistake:
        fail(job, str(mistake))
        raise
    try:
        with Heart(job):
            outcome = work.run(job)
        finish(job, outcome)
    except TakenOver:
        log.warning("job taken over", extra={"job": key})
    except Refused as refusal:
        fail(job, *refusal.reasons)
    except Exception as error:
        _again_or_fail(job, work, error)


def _take(key: str) -> Job | None:
    mine = Job.objects.filter(pk=key, state=JobState.WAITING)
    taken = mine.update(state=JobState.RUNNING, attempt=F("attempt") + 1, heartbeat=Now())
    return Job.objects.get(pk=key) if taken else None


def _again_or_fail(job: Job, work: Work, error: Exception) -> None:
    log.exception("job failed", extra={"job": str(job.key), "kind": job.kind})
    if job.attempt >= work.attempts:
        what = f"{type(error).__name__}: {error}"
        fail(job, _("任务没有完成：%(what)s") % {"what": what})
        return
    with transaction.atomic():
        Job.objects.filter(pk=job.pk).update(state=JobState.WAITING, message=str(error))
        job.refresh_from_db(fields=["heartbeat"])
        backend.enqueue(str(job.key), after=job.heartbeat + work.pause * 2 ** (job.attempt - 1))


class Heart:
    """Beats beside the work, on a connection of its own, until work or process ends."""

    def __init__(self, job: Job) -> None:
        self._job, self._stop = job, threading.Event()
        self._thread = threading.Thread(target=self._beat, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop.set()
        self._thread.join()

    def _beat(self) -> None:
        try:
            while not self._stop.wait(BEAT_SECONDS):
                self._once()
        finally:
            connection.close()

    def _once(self) -> None:
        try:
            mine = Job.objects.filter(pk=self._job.pk, attempt=self._job.attempt)
            mine.update(heartbeat=Now())
        except DatabaseError:
            log.warning("heartbeat missed", extra={"job": str(self._job.key)})
