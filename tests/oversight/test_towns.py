"""The city is read out of the newest snapshot, once; where there is none, a job makes it."""

from datetime import date
from pathlib import Path

import pytest

from gongtu.engines.entitlement.city import suppliers
from gongtu.engines.entitlement.snapshot.place import Place, place_of_snapshots, use_place
from gongtu.engines.entitlement.snapshot.reading import read_whole
from gongtu.engines.entitlement.snapshot.store import write
from gongtu.oversight import towns
from gongtu.oversight.towns import Shelf
from tests.cast import DAY, Cast
from tests.snapshots import within

AT = "2026-09-01T03:00:00+08:00"
LATER = date(2027, 1, 1)


@pytest.fixture
def folder(tmp_path: Path):
    before = place_of_snapshots()
    use_place(lambda: Place(tmp_path, before.reader))
    yield tmp_path
    use_place(lambda: before)


def snapshot(folder: Path, day: date = DAY):
    tables = {source.name: read_whole(within(), source) for source in suppliers.sources()}
    return write(folder, tables, day=day, built_at=AT)


def test_without_a_snapshot_there_is_no_city(folder: Path) -> None:
    assert Shelf()(DAY, DAY) is None


def test_city_is_seen_on_a_later_day_by_the_facts_of_the_snapshot(cast: Cast, folder: Path) -> None:
    made, shelf = snapshot(folder), Shelf()

    loaded = shelf(LATER, DAY)

    assert loaded is not None
    assert (loaded.town.on, loaded.facts_on, loaded.root) == (LATER, DAY, made.root)
    assert shelf(LATER, DAY).town is loaded.town
    assert shelf(DAY, DAY).town.on == DAY


def test_newer_snapshot_takes_the_place_of_the_older(cast: Cast, folder: Path) -> None:
    shelf = Shelf()
    snapshot(folder, date(2026, 8, 1))
    assert shelf(DAY, DAY).facts_on == date(2026, 8, 1)

    snapshot(folder)
    snapshot(folder, LATER)

    assert shelf(DAY, DAY).facts_on == DAY


def test_damaged_snapshot_is_not_used(cast: Cast, folder: Path) -> None:
    made = snapshot(folder)
    next(made.folder.glob("person*.parquet")).write_bytes(b"spoilt")

    assert Shelf()(DAY, DAY) is None


def test_reading_is_a_job_with_its_progress(
    cast: Cast, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = []

    class Built:
        snapshot = type("Snapshot", (), {"root": "abc"})

    monkeypatch.setattr(towns.services, "refresh", lambda **told: built.append(told) or Built)

    job = towns.start_reading(by=cast.liu, on=DAY)

    job.refresh_from_db()
    assert (job.state, job.percent, job.outcome) == ("done", 100, {"root": "abc"})
    assert [told["on"] for told in built] == [DAY]
    assert towns.reading_now(cast.liu) is None
