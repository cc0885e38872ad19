"""An examination of the machine: each finding says what was looked for, and what was found."""

import platform
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import version
from typing import Any

from django.conf import settings
from django.core.checks import run_checks
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from gongtu.ops import messages
from gongtu.parties.models import Organisation, Person
from gongtu.policy import calendar
from gongtu.policy.city import active_city

LIBRARIES = ("django", "django-ninja", "django-allauth", "granian", "cryptography", "typst")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
PROGRAMS = ("pg_dump", "git")
ROOM_NEEDED = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Found:
    """One finding; `needed` tells a fault from a thing one may do without."""

    what: str
    found: str
    well: bool = True
    needed: bool = True

    @property
    def hurts(self) -> bool:
        return self.needed and not self.well

    @property
    def mark(self) -> str:
        return "✓" if self.well else ("✗" if self.needed else "–")

    def as_json(self) -> dict[str, Any]:
        """As `gongtu doctor --json` prints it."""
        return asdict(self)


def examine() -> list[Found]:
    """Everything, in the order one would ask."""
    return [*software(), *programs(), *database(), *the_city(), *places()]


def software() -> Iterator[Found]:
    """Python and the libraries that matter most."""
    yield Found("Python", platform.python_version())
    yield from (Found(library, version(library)) for library in LIBRARIES)


def programs() -> Iterator[Found]:
    """What only tests and backups need."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    yield Found("browser", browser or "none: browser tests are left out", bool(browser), False)
    for program in PROGRAMS:
        path = shutil.which(program)
        yield Found(program, path or "not found", bool(path), needed=False)


def database() -> Iterator[Found]:
    """Whether it answers, is up to date, and holds somebody."""
    try:
        with connection.cursor():
            pass
    except OperationalError as failure:
        yield Found("database", str(failure).strip(), well=False)
        return
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    yield Found("database", f"{connection.vendor} {connection.settings_dict['NAME']}")
    yield Found(
        "tables", f"{len(waiting)} migrations wait" if waiting else "up to date", not waiting
    )
    if not waiting:
        counted = f"{Person.objects.count()} persons, {Organisation.objects.count()} organisations"
        yield Found("data", counted)


def the_city() -> Iterator[Found]:
    """The city that was loaded at start, and how far its calendar is official."""
    city = active_city()
    yield Found("city", f"{city.name} {city.folder}")
    official = [y for y in calendar.active().years if not calendar.active().is_provisional(y)]
    yield Found("calendar", f"official to {max(official, default='–')}", bool(official))
    gaps = messages.gaps()
    missing = len(gaps.untranslated) + len(gaps.uncollected)
    yield Found(
        "English", f"{missing} messages missing" if missing else "complete", not missing, False
    )


def places() -> Iterator[Found]:
    """Room for data, keys of one's own, and Django's own checks."""
    folder = settings.GONGTU_DATA_DIR
    free = shutil.disk_usage(folder).free
    yield Found("data folder", f"{folder}, {free // 10**9} GB free", free > ROOM_NEEDED)
    complaints = run_checks()
    said = "; ".join(f"{each.id} {each.msg}" for each in complaints) or "nothing to complain of"
    yield Found("checks", said, not any(each.is_serious() for each in complaints))
