"""The city in columns as this process has it at hand: read once for each snapshot.

Where there is no snapshot yet, a job makes one; whoever asked sees how far it is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Lock

from gongtu.engines.entitlement.city.columns import Town
from gongtu.engines.entitlement.snapshot import services
from gongtu.engines.entitlement.snapshot.frames import town_of
from gongtu.engines.entitlement.snapshot.place import place_of_snapshots
from gongtu.engines.entitlement.snapshot.store import (
    Snapshot,
    SnapshotDamaged,
    latest,
    read,
    set_aside,
)
from gongtu.parties.capacity import Capacity
from gongtu.records.jobs import queries as jobs
from gongtu.records.jobs import services as working
from gongtu.records.jobs.models import Job
from gongtu.records.jobs.registry import Outcome, work

KIND = "read-registers"
DAYS = 2  # a draft's first day and today
STEPS = 2


@dataclass(frozen=True, slots=True)
class Loaded:
    """The city seen on a day, by the facts as they stood on `facts_on`."""

    town: Town
    facts_on: date
    root: str = ""


Towns = Callable[[date, date], Loaded | None]


class Shelf:
    """The newest snapshot, and the city seen on the days asked for last."""

    def __init__(self) -> None:
        self.path: Path | None = None
        self.snapshot: Snapshot | None = None
        self.towns: dict[date, Town] = {}
        self.lock = Lock()

    def __call__(self, day: date, today: date) -> Loaded | None:
        """The city on a day, by the newest snapshot up to today; None while there is none."""
        with self.lock:
            self._look(latest(place_of_snapshots().folder, today))
            if self.snapshot is None:
                return None
            if day not in self.towns:
                for old in list(self.towns)[: 1 - DAYS]:
                    del self.towns[old]
                self.towns[day] = town_of(self.snapshot.tables, on=day)
            manifest = self.snapshot.manifest
            return Loaded(self.towns[day], manifest.day, manifest.root)

    def _look(self, path: Path | None) -> None:
        """Have the snapshot in that folder at hand; its root is worked out when it is read."""
        if path == self.path:
            return
        self.path, self.snapshot, self.towns = None, None, {}
        if path is None:
            return
        try:
            self.snapshot = read(path)
        except SnapshotDamaged:
            set_aside(path)
        else:
            self.path = path


_towns: list[Towns] = [Shelf()]


def use_towns(towns: Towns) -> Towns:
    """From now on `towns(day, today)` tells how the city stands; gives back what told it before."""
    before, _towns[:] = _towns[0], [towns]
    return before


def town_on(day: date, *, today: date) -> Loaded | None:
    """The city on a day, by the newest snapshot; None while there is none."""
    return _towns[0](day, today)


def start_reading(*, by: Capacity, on: date) -> Job:
    """Begin to read the registers into columns; what is begun already goes on."""
    going = reading_now(by)
    if going is not None:
        return going
    return working.start(KIND, owner=by.account, payload={"on": on.isoformat()})


def reading_now(by: Capacity) -> Job | None:
    """The reading that this account began, while it goes on."""
    mine = jobs.list_jobs_of(by.account or 0).filter(kind=KIND)
    return mine.filter(state__in=("waiting", "running")).first()


@work(KIND)
def read_registers(job: Job) -> Outcome:
    """A snapshot of the day; one that another builder is at work on is waited for."""
    working.progress(job, 0, STEPS)
    built = services.refresh(
        on=date.fromisoformat(job.payload["on"]), built_at=job.started_at.isoformat(), wait=True
    )
    working.progress(job, STEPS, STEPS)
    return {"root": built.snapshot.root}
