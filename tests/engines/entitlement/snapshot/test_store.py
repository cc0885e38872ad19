"""A snapshot is read only where every byte is as it was written."""

import json
import os
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongtu.engines.entitlement.snapshot.store import (
    MANIFEST,
    Snapshot,
    SnapshotDamaged,
    find,
    forget,
    newest,
    read,
    write,
)

DAY = date(2026, 9, 1)
AT = "2026-09-01T03:00:00+08:00"


def tables() -> dict[str, pl.DataFrame]:
    return {
        "certificate": pl.DataFrame(
            {
                "id": [1, 2, 3],
                "grade": ["senior", None, "高级"],
                "issued_on": [date(2026, 1, 1), None, date(1969, 12, 31)],
                "valid": [True, False, None],
            }
        ),
        "nothing": pl.DataFrame({"id": []}, schema={"id": pl.Int64}),
    }


@pytest.fixture
def kept(tmp_path: Path) -> Snapshot:
    return write(tmp_path, tables(), day=DAY, built_at=AT)


def test_what_was_written_is_read(kept):
    again = read(kept.folder)

    assert again.root == kept.root
    assert again.manifest == kept.manifest
    for name, table in tables().items():
        assert again.tables[name].equals(table, null_equal=True)


def test_the_same_facts_have_the_same_root_whoever_wrote_them_and_when(kept, tmp_path):
    other = write(tmp_path / "other", tables(), day=DAY, built_at="2027-01-01T00:00:00+08:00")

    assert other.root == kept.root
    # Written down, so that a change of the format is seen.
    assert kept.root == "f49a1ea2bdaf5abfc8e2fb539e724bc2e426e51184badecbcfdaa42f05c78785"


def test_the_folder_is_named_after_the_day_and_the_root(kept, tmp_path):
    assert kept.folder.name == f"2026-09-01-{kept.root[:12]}"
    assert find(tmp_path, kept.root) == kept.folder == newest(tmp_path, DAY)
    assert (
        find(tmp_path, "") is find(tmp_path, "f" * 64) is newest(tmp_path, date(2026, 9, 2)) is None
    )


def test_the_newest_of_a_day_is_the_one_built_last(kept, tmp_path):
    later = write(tmp_path, tables() | {"more": pl.DataFrame({"id": [1]})}, day=DAY, built_at=AT)
    os.utime(kept.folder / MANIFEST, (1, 1))

    assert newest(tmp_path, DAY) == later.folder


@pytest.mark.parametrize(
    ("changed", "column"),
    [
        (pl.col("id") + 1, "id"),
        (pl.col("grade").fill_null(""), "grade"),
        (pl.col("issued_on").dt.offset_by("1d"), "issued_on"),
        (~pl.col("valid"), "valid"),
        (pl.col("id").cast(pl.Int32), "id"),
    ],
)
def test_a_changed_value_is_told_with_its_table_and_column(kept, changed, column):
    table = tables()["certificate"].with_columns(changed)
    table.write_parquet(kept.folder / "certificate.parquet")

    with pytest.raises(SnapshotDamaged, match=rf"certificate\.{column} "):
        read(kept.folder)


def test_rows_in_another_order_are_not_what_was_written(kept):
    tables()["certificate"].reverse().write_parquet(kept.folder / "certificate.parquet")

    with pytest.raises(SnapshotDamaged, match=r"certificate\."):
        read(kept.folder)


def test_a_missing_file_is_told(kept):
    (kept.folder / "nothing.parquet").unlink()

    with pytest.raises(SnapshotDamaged, match="nothing 文件缺失"):
        read(kept.folder)


@settings(max_examples=60)
@given(place=st.floats(0, 1, exclude_max=True), flip=st.integers(1, 255))
def test_no_byte_of_any_file_changes_unseen(tmp_path_factory, place, flip):
    kept = write(tmp_path_factory.mktemp("s"), tables(), day=DAY, built_at=AT)
    file = kept.folder / "certificate.parquet"
    content = bytearray(file.read_bytes())
    content[int(place * len(content))] ^= flip
    file.write_bytes(content)

    with pytest.raises(SnapshotDamaged, match="certificate"):
        read(kept.folder)


@pytest.mark.parametrize(
    "forge",
    [
        lambda told: told | {"root": "0" * 64},
        lambda told: told | {"day": "2026-09-02"},
        lambda told: told | {"tables": {}},
        lambda told: {},
        lambda told: told | {"tables": {"nothing": {"rows": "many"}}},
    ],
)
def test_a_manifest_that_does_not_fit_its_root_is_not_used(kept, forge):
    path = kept.folder / MANIFEST
    path.write_text(json.dumps(forge(json.loads(path.read_text()))))

    with pytest.raises(SnapshotDamaged, match="manifest"):
        read(kept.folder)


def test_a_forged_manifest_that_fits_its_own_root_does_not_fit_its_name(kept):
    other = write(kept.folder.parent, {"nothing": tables()["nothing"]}, day=DAY, built_at=AT)
    (kept.folder / MANIFEST).write_bytes((other.folder / MANIFEST).read_bytes())

    with pytest.raises(SnapshotDamaged, match="manifest"):
        read(kept.folder)


def test_who_dies_while_writing_leaves_nothing_that_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(Path, "rename", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))

    with pytest.raises(KeyboardInterrupt):
        write(tmp_path, tables(), day=DAY, built_at=AT)

    assert newest(tmp_path, DAY) is None
    assert list(tmp_path.iterdir()) == []


def test_on_a_disk_without_links_the_file_is_copied(kept, tmp_path, monkeypatch):
    monkeypatch.setattr(os, "link", lambda *_: (_ for _ in ()).throw(OSError))

    other = write(tmp_path, kept.tables, day=date(2026, 9, 2), built_at=AT, former=kept)

    assert read(other.folder).root == other.root


def test_what_nobody_names_is_removed_and_what_is_named_or_new_stays(tmp_path):
    built = []
    for day in range(1, 7):
        one = write(tmp_path, tables(), day=date(2026, 9, day), built_at=AT)
        os.utime(one.folder / MANIFEST, ns=(day, day))
        built.append(one)
    (tmp_path / ".2026-09-01-aside").mkdir()

    assert forget(tmp_path, keep={built[1].root}, newest=2) == 3

    assert [one.folder.exists() for one in built] == [False, True, False, False, True, True]
    assert (tmp_path / ".2026-09-01-aside").exists()
    assert read(built[1].folder).root == built[1].root
    assert forget(tmp_path, keep={built[1].root}, newest=2) == 0
