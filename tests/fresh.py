"""An empty database of one's own, for tests that start other processes and kill them."""

import fcntl
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

ROOT = Path(__file__).parents[1]
# Tests run in several processes at once.
NAME = f"gongtu_fresh_{os.getpid()}"
TABLES = "gongtu_tables"
MADE = "gongtu.sqlite3"  # as a platform names its file


@dataclass(frozen=True)
class Fresh:
    """What other processes must be told to use it."""

    environment: dict[str, str]

    def run(self, code: str) -> str:
        """What the code prints; the test fails where the code does."""
        ended = self._ended(code)
        assert ended.returncode == 0, ended.stderr
        return ended.stdout.strip()

    def run_until_killed(self, code: str) -> None:
        """Code that kills its own process as `kill -9` would."""
        ended = self._ended(code)
        assert ended.returncode == -signal.SIGKILL, ended.stderr

    def _ended(self, code: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", f"import django; django.setup()\n{code}"],
            env=self.environment, cwd=ROOT, text=True, capture_output=True, timeout=90, check=False,
        )  # fmt: skip


@contextmanager
def fresh(folder: Path) -> Iterator[Fresh]:
    """On SQLite a file in `folder`, one of pytest's; on PostgreSQL one beside that of the tests.

    Tables are made once for all tests of a run, and copied.
    """
    with _alone_in(_shared(folder)) as shared:
        made = _made(shared)
    environment = _environment(folder)
    if not (address := os.environ.get("GONGTU_DATABASE_URL", "")):
        shutil.copy(made, folder)
        yield Fresh(environment)
        return
    copy = f"CREATE DATABASE {NAME} TEMPLATE {TABLES}"
    on_server(address, f"DROP DATABASE IF EXISTS {NAME}", copy)
    yield Fresh(environment | {"GONGTU_DATABASE_URL": _named(address, NAME)})
    on_server(address, f"DROP DATABASE {NAME} WITH (FORCE)")


def _made(shared: Path) -> Path:
    """A database with all tables and nothing in them: its file, or one named as it is."""
    made = shared / MADE
    if made.exists():
        return made
    environment = _environment(shared)
    if address := os.environ.get("GONGTU_DATABASE_URL", ""):
        on_server(address, f"CREATE DATABASE {TABLES}")
        environment["GONGTU_DATABASE_URL"] = _named(address, TABLES)
    migrate = [sys.executable, "-m", "django", "migrate", "--verbosity", "0", "--skip-checks"]
    subprocess.run(migrate, env=environment, cwd=ROOT, check=True)
    made.touch()
    return made


@contextmanager
def _alone_in(shared: Path) -> Iterator[Path]:
    shared.mkdir(exist_ok=True)
    with (shared / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield shared


def _shared(folder: Path) -> Path:
    """A folder that all processes of a test run know."""
    base = folder.parent
    return (base.parent if base.name.startswith("popen-") else base) / "tables"


def _environment(folder: Path) -> dict[str, str]:
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "gongtu.ops.settings.dev",
        "GONGTU_DATA_DIR": str(folder),
        "PYTHONPATH": str(ROOT / "src"),
    }


def _named(address: str, database: str) -> str:
    parts: Any = urlsplit(address)
    return str(urlunsplit(parts._replace(path=f"/{database}")))


def on_server(address: str, *statements: str) -> None:
    import psycopg

    with psycopg.connect(address, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement)
