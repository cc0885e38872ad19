"""Snapshots on the disk: written whole or not at all, and read only where every byte is as written.

`<folder>/<day>-<first twelve signs of the root>/` holds one Parquet file for each source and
`manifest.json`.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import polars as pl
from polars.exceptions import PanicException, PolarsError

from gongtu.base import merkle
from gongtu.base.digests import canonical_json, sha256_hex
from gongtu.base.errors import Refused
from gongtu.engines.entitlement.snapshot.tables import digest

MANIFEST = "manifest.json"
IN_NAME = 12  # signs of the root in the folder's name
Columns = Mapping[str, str]  # column → "Int64 3f2a…": its type and its digest


class SnapshotDamaged(Refused):
    """Something in a snapshot is not as it was written; it is not used."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """What the manifest says of one table; `file` is the digest of the file that holds it."""

    rows: int
    columns: Columns
    file: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The table of contents of a snapshot; `built_at` is told by whoever built it."""

    day: date
    built_at: str
    tables: Mapping[str, Sealed]

    @property
    def root(self) -> str:
        """The Merkle root over the day and each column of each table, in order of their names."""
        return merkle.root(list(self._leaves())).hex()

    def _leaves(self) -> Iterator[bytes]:
        yield canonical_json({"day": self.day.isoformat()})
        for name, table in sorted(self.tables.items()):
            for column, told in sorted(table.columns.items()):
                leaf = {"table": name, "rows": table.rows, "column": column, "digest": told}
                yield canonical_json(leaf)

    @property
    def name(self) -> str:
        """The snapshot's folder."""
        return f"{self.day.isoformat()}-{self.root[:IN_NAME]}"

    def as_json(self) -> dict[str, Any]:
        tables = {
            name: {"rows": table.rows, "columns": dict(table.columns), "file": table.file}
            for name, table in sorted(self.tables.items())
        }
        return {
            "day": self.day.isoformat(),
            "built_at": self.built_at,
            "root": self.root,
            "tables": tables,
        }


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A snapshot that was found to be as it was written."""

    manifest: Manifest
    folder: Path
    tables: Mapping[str, pl.DataFrame]

    @property
    def root(self) -> str:
        return self.manifest.root


def seal(table: pl.DataFrame) -> Columns:
    """Type and digest of every column."""
    return {name: f"{table[name].dtype} {digest(table[name])}" for name in table.columns}


def write(
    folder: Path,
    tables: Mapping[str, pl.DataFrame],
    *,
    day: date,
    built_at: str,
    former: Snapshot | None = None,
) -> Snapshot:
    """Keep these tables; those that `former` holds as the same objects are linked, not copied.

    Nobody ever sees half of it: it is written beside its place and then moved there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    beside = folder / f".{uuid4().hex}"
    beside.mkdir()
    try:
        sealed = {
            name: _put(beside / f"{name}.parquet", table, former)
            for name, table in sorted(tables.items())
        }
        manifest = Manifest(day, built_at, sealed)
        _settle(beside / MANIFEST, (json.dumps(manifest.as_json(), indent=1) + "\n").encode())
        place = folder / manifest.name
        if not place.exists():
            beside.rename(place)
            _sync(folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return Snapshot(manifest, place, tables)


def _put(path: Path, table: pl.DataFrame, former: Snapshot | None) -> Sealed:
    name = path.stem
    if former is not None and former.tables.get(name) is table:
        _link(former.folder / path.name, path)
        return former.manifest.tables[name]
    table.write_parquet(path, compression="zstd")
    _sync(path)
    return Sealed(table.height, seal(table), sha256_hex(path.read_bytes()))


def _link(there: Path, here: Path) -> None:
    try:
        os.link(there, here)
    except OSError:  # a disk that knows no links
        shutil.copyfile(there, here)


def _settle(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    _sync(path)


def _sync(path: Path) -> None:
    """What was written is on the disk when the power fails."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def find(folder: Path, root: str) -> Path | None:
    """Where the snapshot with this root lies."""
    if not root:
        return None
    return next(iter(folder.glob(f"????-??-??-{root[:IN_NAME]}")), None)


def set_aside(path: Path) -> None:
    """A damaged snapshot stays for whoever wants to know, under a name that nobody reads."""
    path.rename(path.with_name(f".{path.name}-{uuid4().hex}"))


def newest(folder: Path, day: date) -> Path | None:
    """The snapshot of that day which was built last."""
    of_day = [path for path in folder.glob(f"{day.isoformat()}-*") if (path / MANIFEST).is_file()]
    return max(of_day, key=lambda path: (path / MANIFEST).stat().st_mtime_ns, default=None)


def latest(folder: Path, until: date) -> Path | None:
    """The snapshot built last of the last day that has one, not after `until`."""
    days = {path.name[:10] for path in folder.glob("????-??-??-*") if (path / MANIFEST).is_file()}
    past = [day for day in days if day <= until.isoformat()]
    return newest(folder, date.fromisoformat(max(past))) if past else None


def forget(folder: Path, *, keep: Collection[str], newest: int) -> int:
    """Remove snapshots that nobody names any more; returns how many.

    Those with a root in `keep` stay, and the `newest` built, which somebody may be reading.
    """
    built = [path for path in folder.glob("????-??-??-*") if (path / MANIFEST).is_file()]
    built.sort(key=lambda path: (path / MANIFEST).stat().st_mtime_ns, reverse=True)
    kept = {root[:IN_NAME] for root in keep}
    gone = [path for path in built[newest:] if path.name[-IN_NAME:] not in kept]
    for path in gone:
        shutil.rmtree(path)
    return len(gone)


def read(path: Path) -> Snapshot:
    """The snapshot in that folder, every table of it checked.

    Raises:
        SnapshotDamaged: A file is missing or changed, or the root is another; with the table and
            the column.
    """
    manifest = read_manifest(path)
    tables = {name: _table(path, name, told) for name, told in manifest.tables.items()}
    return Snapshot(manifest, path, tables)


def read_manifest(path: Path) -> Manifest:
    """What the snapshot says it holds.

    Raises:
        SnapshotDamaged: The manifest is missing or does not fit its own root.
    """
    try:
        told = json.loads((path / MANIFEST).read_bytes())
        tables = {name: Sealed(**table) for name, table in told["tables"].items()}
        manifest = Manifest(date.fromisoformat(told["day"]), told["built_at"], tables)
        fits = manifest.root == told["root"] and manifest.name == path.name
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        raise _damaged(path, MANIFEST, "", "无法读取") from None
    if not fits:
        raise _damaged(path, MANIFEST, "", "与其默克尔根不符")
    return manifest


def _table(path: Path, name: str, told: Sealed) -> pl.DataFrame:
    file = path / f"{name}.parquet"
    try:
        content = file.read_bytes()
        table = pl.read_parquet(content)
    except FileNotFoundError:
        raise _damaged(path, name, "", "文件缺失") from None
    except (OSError, PolarsError, PanicException):  # the reader panics at some broken bytes
        raise _damaged(path, name, "", "文件无法读取") from None
    found = seal(table)
    for column in sorted({*found, *told.columns}):
        if found.get(column) != told.columns.get(column):
            raise _damaged(path, name, column, "与登记时不同")
    if table.height != told.rows or sha256_hex(content) != told.file:
        raise _damaged(path, name, "", "文件与登记时不同")
    return table


def _damaged(path: Path, table: str, column: str, what: str) -> SnapshotDamaged:
    place = f"{table}.{column}" if column else table
    return SnapshotDamaged(f"快照 {path.name} 已损坏，不予使用：{place} {what}。")
