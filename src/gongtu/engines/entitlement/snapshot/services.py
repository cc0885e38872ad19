"""Bringing the snapshot of the registers up to date, one builder at a time."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from gongtu.base.errors import Refused
from gongtu.base.speech import gettext as _
from gongtu.engines.entitlement.city import suppliers
from gongtu.engines.entitlement.snapshot import store
from gongtu.engines.entitlement.snapshot.building import Built, build
from gongtu.engines.entitlement.snapshot.door import alone
from gongtu.engines.entitlement.snapshot.place import place_of_snapshots
from gongtu.engines.entitlement.snapshot.store import Snapshot, newest, read
from gongtu.records.changes.services import take
from gongtu.records.changes.triggers import watch

NEWEST = 3  # which somebody may be reading still


class NoSnapshot(Refused):
    """Nothing was kept of that day."""


def refresh(*, on: date, built_at: str, wait: bool = False) -> Built:
    """A snapshot of that day with everything on record now; the former one where nothing changed.

    Raises:
        AlreadyBuilding: Another builder is at work, and this one was not told to wait.
    """
    place = place_of_snapshots()
    with alone(place.folder, wait=wait):
        sources = suppliers.sources()
        unwatched = watch(sources)
        with place.reader() as reader:
            built = build(
                reader, place.folder, sources, day=on, built_at=built_at, unwatched=unwatched
            )
        take(built.taken, built.snapshot.root, former=built.began)
    return built


def forget(*, keep: Collection[str]) -> int:
    """Remove the snapshots that no decision names by its root, but for the last few; how many."""
    folder = place_of_snapshots().folder
    with alone(folder, wait=True):
        return store.forget(folder, keep=keep, newest=NEWEST)


def kept(*, on: date) -> Snapshot:
    """The last snapshot built of that day, checked to the last byte.

    Raises:
        NoSnapshot: There is none.
        SnapshotDamaged: It is not as it was written.
    """
    path = newest(place_of_snapshots().folder, on)
    if path is None:
        raise NoSnapshot(_("没有%(on)s的登记快照。") % {"on": on.isoformat()})
    return read(path)
