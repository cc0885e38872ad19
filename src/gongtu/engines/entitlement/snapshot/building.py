"""The next snapshot: out of the last one and the log of changes, or out of every row."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl

from gongtu.engines.entitlement.snapshot.reading import (
    Log,
    Reader,
    read_changed,
    read_log,
    read_taken,
    read_whole,
)
from gongtu.engines.entitlement.snapshot.store import (
    Snapshot,
    SnapshotDamaged,
    find,
    read,
    set_aside,
    write,
)
from gongtu.engines.entitlement.snapshot.tables import in_order, schema_of
from gongtu.records.changes.sources import WHOLE_TABLE, Source

MANY = 4  # where more than one row in so many belongs to a changed owner, all are read


@dataclass(frozen=True, slots=True)
class Built:
    """A snapshot and how it came about.

    `taken` are the changes that need no telling any more, if the log still begins at `began`.
    `owners` counts for each source whose rows were read anew; None where all were.
    """

    snapshot: Snapshot
    began: str
    taken: tuple[int, ...]
    owners: dict[str, int | None]
    damaged: str = ""

    @property
    def is_reused(self) -> bool:
        """Nothing had to be read."""
        return set(self.owners.values()) <= {0}


def build(
    reader: Reader,
    folder: Path,
    sources: Iterable[Source],
    *,
    day: date,
    built_at: str,
    unwatched: Collection[str] = (),
) -> Built:
    """Everything on record as the reader sees it, as a snapshot of that day.

    `unwatched` are the sources whose former changes are in no log.  Once the caller has told the
    log that `taken` is taken in, the next one begins here; where that never happens, the same
    changes are read once more and nothing is lost.
    """
    log, began = read_log(reader), read_taken(reader)
    former, damaged = _former(folder, began)
    tables, owners = {}, {}
    for source in sources:
        kept = _kept(former, source) if source.name not in unwatched else None
        tables[source.name], owners[source.name] = _brought_up(reader, source, kept, log)
    if former is not None and former.manifest.day == day and _same(tables, former.tables):
        return Built(former, began, log.numbers, owners, damaged)
    snapshot = write(folder, tables, day=day, built_at=built_at, former=former)
    return Built(snapshot, began, log.numbers, owners, damaged)


def _same(tables: Mapping[str, pl.DataFrame], former: Mapping[str, pl.DataFrame]) -> bool:
    """The very tables of the former snapshot, none read anew."""
    return tables.keys() == former.keys() and all(tables[one] is former[one] for one in tables)


def _former(folder: Path, root: str) -> tuple[Snapshot | None, str]:
    """The snapshot to begin with; a damaged one is not used, and that is told."""
    place = find(folder, root)
    if place is None:
        return None, ""
    try:
        snapshot = read(place)
    except SnapshotDamaged as damage:
        set_aside(place)
        return None, str(damage)
    return (snapshot, "") if snapshot.root == root else (None, "")


def _kept(former: Snapshot | None, source: Source) -> pl.DataFrame | None:
    """The source's table there, if it has the columns that are asked for now."""
    table = former.tables.get(source.name) if former else None
    return table if table is not None and dict(table.schema) == schema_of(source) else None


def _brought_up(
    reader: Reader, source: Source, kept: pl.DataFrame | None, log: Log
) -> tuple[pl.DataFrame, int | None]:
    owners = log.of(source)
    if kept is None or WHOLE_TABLE in owners or len(owners) * MANY > kept.height:
        return read_whole(reader, source), None
    if not owners:
        return kept, 0
    gone = pl.Series(sorted(owners)).cast(kept[source.owner].dtype)
    staying = kept.filter(~pl.col(source.owner).is_in(gone.implode()))
    return in_order(pl.concat([staying, read_changed(reader, source)]), source), len(owners)
