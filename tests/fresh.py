"""An empty database of one's own, for tests that start other processes and kill them."""

import fcntl
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, TextIO
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.db import connection

ROOT = Path(__file__).parents[1]
# Tests run in several processes at once.
NAME = f"gongtu_fresh_{os.getpid()}"
TABLES = "gongtu_tables"
ANSWERS_WITHIN = 90  # seconds
GONGTU = (sys.executable, "-m", "gongtu.ops.cli")
MAKE_READY = (
    "import django; django.setup(); from gongtu.ops.preparing import make_ready; make_ready()"
)
MADE = "gongtu.sqlite3"  # as a platform names its file


@dataclass(frozen=True)
class Fresh:
    """A platform on it: each piece of code runs in a process of its own."""

    door: socket.socket

    def run(self, code: str) -> str:
        """What the code prints; the test fails where the code does."""
        with self._told(code) as told:
            printed = told.out.read()
        assert told.ended == 0, told.wrong
        return printed.strip()

    def run_until_killed(self, code: str) -> None:
        """Code that kills its own process as `kill -9` would."""
        with self._told(code) as told:
            told.out.read()
        assert told.ended == -signal.SIGKILL, told.wrong

    def kill_after(self, lines: int, code: str) -> None:
        """Let it print so many numbers, one a line, then end it as a power cut does."""
        with self._told(code) as told:
            for _ in range(lines):
                assert told.out.readline().strip().isdecimal()
            os.kill(told.pid, signal.SIGKILL)
        assert told.ended == -signal.SIGKILL, told.wrong

    @contextmanager
    def _told(self, code: str) -> Iterator["Told"]:
        """The code as it runs; waited for at the end."""
        with TemporaryFile("w+") as wrong:
            reading, writing = os.pipe()
            socket.send_fds(self.door, [code.encode()], [writing, wrong.fileno()])
            os.close(writing)
            with os.fdopen(reading) as out:
                told = Told(int(self.door.recv(16)), out)
                yield told
            told.ended = int(self.door.recv(16))
            wrong.seek(0)
            told.wrong = wrong.read()


@dataclass
class Told:
    """A process that was told what to do."""

    pid: int
    out: TextIO
    ended: int | None = None
    wrong: str = ""


@contextmanager
def started(environment: dict[str, str]) -> Iterator[Fresh]:
    """The process that all others are forks of."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    ours.settimeout(ANSWERS_WITHIN)
    with ours, theirs:
        command = [sys.executable, "-m", "tests.forking", str(theirs.fileno())]
        process = subprocess.Popen(command, env=environment, cwd=ROOT, pass_fds=[theirs.fileno()])
        theirs.close()
        yield Fresh(ours)
        ours.close()
        process.wait(ANSWERS_WITHIN)


@contextmanager
def fresh(folder: Path) -> Iterator[Fresh]:
    """On SQLite a file in `folder`, one of pytest's; on PostgreSQL one beside that of the tests.

    Tables are made once for all tests of a run, and copied.
    """
    made = tables(folder.parent)
    environment = _environment(folder)
    if not (address := os.environ.get("GONGTU_DATABASE_URL", "")):
        shutil.copy(made, folder)
        with started(environment) as platform:
            yield platform
        return
    copy = f"CREATE DATABASE {NAME} TEMPLATE {TABLES}"
    on_server(address, f"DROP DATABASE IF EXISTS {NAME}", copy)
    with started(environment | {"GONGTU_DATABASE_URL": _named(address, NAME)}) as platform:
        yield platform
    on_server(address, f"DROP DATABASE {NAME} WITH (FORCE)")


@contextmanager
def tables_copied(base: Path) -> Iterator[None]:
    """Django's database for tests begins with the same tables; its migrations are then done."""
    made = tables(base)
    if connection.vendor == "postgresql":
        connection.settings_dict["TEST"]["TEMPLATE"] = TABLES
        yield
        return
    create = connection.creation._create_test_db

    def filled(*arguments: Any, **more: Any) -> Any:
        name = create(*arguments, **more)
        # It is in memory for as long as somebody is connected: Django is, from here on.
        with closing(sqlite3.connect(name, uri=True)) as target:
            with closing(sqlite3.connect(f"{made.as_uri()}?immutable=1", uri=True)) as source:
                source.backup(target)
            connection.close()
            connection.settings_dict["NAME"] = name
            connection.ensure_connection()
        return name

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connection.creation, "_create_test_db", filled)
        yield


def tables(base: Path) -> Path:
    """A database with all tables and nobody in them: its file, or its namesake.

    Whoever comes first makes it for all processes; `base` is pytest's folder of this one.
    """
    with _alone_in(_shared(base)) as shared:
        return _made(shared)


def _made(shared: Path) -> Path:
    made, making = shared / MADE, shared / "making"
    if made.exists():
        return made
    shutil.rmtree(making, ignore_errors=True)
    making.mkdir()
    environment = _environment(making) | {"GONGTU_DEMO": "false"}
    if address := os.environ.get("GONGTU_DATABASE_URL", ""):
        on_server(address, f"DROP DATABASE IF EXISTS {TABLES}", f"CREATE DATABASE {TABLES}")
        environment["GONGTU_DATABASE_URL"] = _named(address, TABLES)
    subprocess.run([sys.executable, "-c", MAKE_READY], env=environment, cwd=ROOT, check=True)
    # One file, with nothing beside it that a copy would lack; on PostgreSQL an empty one.
    with closing(sqlite3.connect(making / MADE)) as written:
        written.execute("PRAGMA journal_mode = DELETE")
    return (making / MADE).rename(made)


@contextmanager
def _alone_in(shared: Path) -> Iterator[Path]:
    shared.mkdir(exist_ok=True)
    with (shared / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield shared


def _shared(base: Path) -> Path:
    """A folder that all processes of a test run know, by pytest's of this process."""
    return (base.parent if base.name.startswith("popen-") else base) / "tables"


def _environment(folder: Path) -> dict[str, str]:
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "gongtu.ops.settings.dev",
        "GONGTU_DATA_DIR": str(folder),
        "PYTHONPATH": os.pathsep.join(map(str, (ROOT / "src", ROOT))),
    }


def _named(address: str, database: str) -> str:
    parts: Any = urlsplit(address)
    return str(urlunsplit(parts._replace(path=f"/{database}")))


def on_server(address: str, *statements: str) -> None:
    import psycopg

    with psycopg.connect(address, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement)
