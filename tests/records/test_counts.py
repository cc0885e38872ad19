"""Limits are counted once for all processes, and anew when their time is over."""

from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest
from django.db import connection
from pytest_django.fixtures import Settings

from gongtu.engines.credentials.attempts import may_look_up
from gongtu.ops.settings.database import counts
from gongtu.records.counts import Counts, CountsInAFile

Opened = Callable[[], Counts]


@pytest.fixture
def opened(db: None, tmp_path: Path) -> Opened:
    """What counts beside this database, opened as another process does."""
    if connection.vendor == "sqlite":
        return lambda: CountsInAFile(str(tmp_path / "counts.sqlite3"), {})
    return lambda: Counts("", {})


def test_two_processes_count_the_same(opened: Opened) -> None:
    one, other = opened(), opened()

    counted = [one.count("visitor", 60), other.count("visitor", 60), one.count("visitor", 60)]

    assert counted == [1, 2, 3]
    assert other.count("another", 60) == 1


def test_counting_begins_anew_when_its_time_is_over(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted, now = opened(), [1000.0]
    monkeypatch.setattr("gongtu.records.counts.time", lambda: now[0])
    counted.count("visitor", 60)
    now[0] += 59
    assert counted.count("visitor", 60) == 2
    now[0] += 1

    assert counted.count("visitor", 60) == 1
    now[0] += 59
    assert counted.count("visitor", 60) == 2


def test_what_has_ended_is_forgotten(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    counted, now = opened(), [1000.0]
    monkeypatch.setattr("gongtu.records.counts.time", lambda: now[0])
    counted.count("visitor", 60)
    now[0] += 121

    counted.count("another", 60)

    assert len(counted._ask("SELECT name FROM records_count")) == 1


def test_all_can_be_forgotten(opened: Opened) -> None:
    counted = opened()
    counted.count("visitor", 60)
    counted.clear()

    assert counted.count("visitor", 60) == 1


def test_many_at_once_lose_no_count(tmp_path: Path) -> None:
    counted = CountsInAFile(str(tmp_path / "counts.sqlite3"), {})
    threads = [
        Thread(target=lambda: [counted.count("visitor", 60) for _ in range(100)]) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert counted.count("visitor", 60) == 401


def test_look_ups_are_limited_by_it(opened: Opened, settings: Settings, tmp_path: Path) -> None:
    address = "" if connection.vendor == "sqlite" else "postgresql://"
    settings.CACHES = settings.CACHES | {"counts": counts(address, tmp_path / "counts.sqlite3")}

    assert [may_look_up("10.0.0.1", limit=2) for _ in range(3)] == [True, True, False]
    assert may_look_up("10.0.0.2", limit=2)
