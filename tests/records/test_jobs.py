"""Jobs: begun once, seen by their progress, taken up when their worker dies."""

import re
import subprocess
import sys
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db.models.functions import Now

from gongtu.base.errors import Broken, Refused
from gongtu.records.jobs import registry
from gongtu.records.jobs.models import Job, JobState, Schedule
from gongtu.records.jobs.queries import get_job, list_failed_jobs, list_jobs_of
from gongtu.records.jobs.registry import Every, work
from gongtu.records.jobs.running import run
from gongtu.records.jobs.services import TakenOver, progress, reap, start, start_due

pytestmark = pytest.mark.django_db

AT = datetime(2026, 9, 1, 4, tzinfo=UTC)
DAY = date(2026, 9, 1)
SOURCE = Path(registry.__file__).parents[3]


@pytest.fixture(autouse=True)
def _own_registry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "_works", {})
    monkeypatch.setattr(registry, "_schedule", {})


def test_a_job_is_done_and_tells_how_far_it_came() -> None:
    @work("count")
    def count(job: Job) -> dict[str, Any]:
        progress(job, 2, 4, "一半")
        assert get_job(job.key).percent == 50
        return {"counted": job.payload["of"]}

    job = start("count", owner=7, payload={"of": 4})

    assert (job.state, job.outcome, job.percent) == (JobState.DONE, {"counted": 4}, 100)
    assert list(list_jobs_of(7)) == [job]


def test_a_kind_that_nobody_declared_is_our_mistake() -> None:
    with pytest.raises(Broken, match="nonsense"):
        start("nonsense", owner=None, payload={})


def test_one_kind_is_done_in_one_way() -> None:
    work("count")(lambda _job: None)

    with pytest.raises(Broken, match="Two functions"):
        work("count")(lambda _job: {})


def test_a_refusal_ends_the_job_with_its_reasons() -> None:
    @work("refuse")
    def refuse(job: Job) -> None:
        raise Refused("第3行的身份证号码有误。", "第9行没有姓名。")

    job = start("refuse", owner=None, payload={})

    assert job.state == JobState.FAILED
    assert job.outcome == {"reasons": ["第3行的身份证号码有误。", "第9行没有姓名。"]}


def test_a_failure_is_tried_again_and_at_last_told() -> None:
    tries = []

    @work("break", attempts=3, pause=timedelta(0))
    def fall(job: Job) -> None:
        tries.append(job.attempt)
        raise OSError("disk full")

    job = start("break", owner=None, payload={})

    assert tries == [1, 2, 3]
    assert (job.state, job.message) == (JobState.FAILED, "任务没有完成：OSError: disk full")
    assert list(list_failed_jobs()) == [job]


def test_a_task_that_comes_twice_does_the_work_once() -> None:
    done = []
    work("count")(lambda job: done.append(job.key))

    job = start("count", owner=None, payload={})
    run(str(job.key))

    assert done == [job.key]


def running(kind: str, *, silent_for: timedelta, attempt: int = 1) -> Job:
    job = Job.objects.create(kind=kind, state=JobState.RUNNING, attempt=attempt)
    Job.objects.filter(pk=job.pk).update(heartbeat=AT - silent_for)
    return job


def test_a_job_whose_worker_fell_silent_is_done_by_another() -> None:
    work("count")(lambda job: {"attempt": job.attempt})
    dead = running("count", silent_for=timedelta(minutes=3))
    alive = running("count", silent_for=timedelta(minutes=1))

    assert reap(AT) == [dead]

    dead.refresh_from_db()
    alive.refresh_from_db()
    assert (dead.state, dead.outcome) == (JobState.DONE, {"attempt": 2})
    assert alive.state == JobState.RUNNING


def test_a_job_that_kills_every_worker_is_given_up() -> None:
    work("bomb", attempts=2)(lambda _job: None)
    dead = running("bomb", silent_for=timedelta(minutes=3), attempt=2)

    reap(AT)

    dead.refresh_from_db()
    assert (dead.state, dead.message) == (
        JobState.FAILED,
        "执行任务的进程多次中断，请联系运维人员。",
    )


def test_a_run_that_was_given_up_for_dead_stops_when_it_wakes() -> None:
    work("count")(lambda _job: None)
    sleeper = running("count", silent_for=timedelta(minutes=3))
    reap(AT)

    with pytest.raises(TakenOver):
        progress(sleeper, 1, 2)


def test_scheduled_work_starts_when_it_is_due_and_once() -> None:
    begun = []
    work("nightly", every=Every(daily=time(0, 10)))(lambda job: begun.append(job.payload["on"]))

    assert start_due(AT, on=DAY) == []  # the first look only writes down when it is due
    assert Schedule.objects.get().due_at.isoformat() == "2026-09-01T16:10:00+00:00"
    assert start_due(AT + timedelta(hours=12), on=DAY) == []
    assert len(start_due(AT + timedelta(hours=13), on=DAY)) == 1
    assert start_due(AT + timedelta(hours=13), on=DAY) == []
    assert begun == ["2026-09-01"]


def test_work_after_a_pause_is_due_again_after_the_pause() -> None:
    assert Every(pause=timedelta(hours=1)).after(AT) == AT + timedelta(hours=1)


def test_a_heartbeat_is_the_databases_own_clock() -> None:
    job = Job.objects.create(kind="x")
    Job.objects.filter(pk=job.pk).update(heartbeat=Now())
    job.refresh_from_db()

    assert job.heartbeat.tzinfo is not None


def test_a_job_of_a_kind_that_is_gone_fails_and_harms_nobody() -> None:
    waiting = Job.objects.create(kind="gone")
    dead = running("gone", silent_for=timedelta(minutes=3))

    with pytest.raises(Broken, match="gone"):
        run(str(waiting.key))
    reap(AT)

    assert {waiting, dead} == set(list_failed_jobs())


def test_every_worker_knows_every_kind_of_work() -> None:
    declared = {
        ".".join(file.relative_to(SOURCE).with_suffix("").parts)
        for file in SOURCE.rglob("*.py")
        if re.search(r"^@work\(", file.read_text("utf8"), re.MULTILINE)
    }
    code = (
        "import django; django.setup()\n"
        "from gongtu.records.jobs.registry import _works\n"
        "print(*{work.run.__module__ for work in _works.values()})"
    )

    started = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    )

    assert set(started.stdout.split()) == declared
