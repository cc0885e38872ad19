"""The one module that knows the task library: on Django 6 only these imports change."""

import logging
from datetime import datetime
from typing import Any

from django_tasks import task
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

# It tells every look into an empty queue.
logging.getLogger("django_tasks_db").setLevel(logging.WARNING)


@task()
def perform(key: str) -> None:
    """Do the job of this key; what it does and how often is ours to decide, not the library's."""
    from gongtu.records.jobs.running import run

    run(key)


def enqueue(key: str, *, after: datetime | None = None) -> None:
    """Hand a job to the workers, in the caller's transaction; without workers do it here."""
    due: Any = perform
    if after is not None and perform.get_backend().supports_defer:
        due = perform.using(run_after=after)
    due.enqueue(key)


def drain(worker_id: str, *, limit: int | None = None) -> None:
    """Do what is waiting, then return."""
    Worker(
        queue_names=["*"], interval=0, batch=True, backend_name="default", startup_delay=False,
        max_tasks=limit, worker_id=worker_id, excluded_queue_names=[],
    ).run()  # fmt: skip


def forget(before: datetime) -> int:
    """Remove the library's own rows of tasks that ended before this instant."""
    return DBTaskResult.objects.finished().filter(finished_at__lt=before).delete()[0]
