"""The demo city as it is served: one copy of its data, one server, one day at a time."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import time
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from tests.fresh import GONGTU

STARTS_WITHIN, STOPS_WITHIN, BUILT_WITHIN = 60, 20, 600


@dataclass
class Town:
    """A served copy of the demo city; each test has its own."""

    data: Path
    prepared: bool = False
    port: int = 0
    today: date | None = None
    server: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def open(self, on: date | None = None, *, within: int = STARTS_WITHIN) -> Town:
        """Serve it, standing still on another day where one is told; it has so many seconds."""
        self.today = on
        self.port = self.port or _free_port()
        with (self.data / "server.log").open("ab") as log:
            self.server = subprocess.Popen(
                [*GONGTU, "run", "--port", str(self.port), *["--prepared"] * self.prepared],
                env=self._environment(),
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._await(within)
        return self

    def close(self) -> None:
        """Stop the server, its web processes and its worker."""
        if self.server is None:
            return
        self.server.send_signal(signal.SIGINT)
        try:
            self.server.wait(STOPS_WITHIN)
        except subprocess.TimeoutExpired:
            os.killpg(self.server.pid, signal.SIGKILL)
            self.server.wait()
        self.server = None

    def pass_to(self, day: date, *, clock: bool = False) -> None:
        """The same data on a later day, its clocks run where asked."""
        self.close()
        if clock:
            self.command("clock", "--on", day.isoformat())
        self.open(day)

    def command(self, *words: str) -> str:
        """A command of the operator; fails with what it said."""
        ran = subprocess.run(
            [*GONGTU, *words],
            env=self._environment(),
            capture_output=True,
            text=True,
            check=False,
            timeout=BUILT_WITHIN,
        )
        assert ran.returncode == 0, f"gongtu {' '.join(words)}: {ran.stdout}{ran.stderr}"
        return ran.stdout

    def rows(self, question: str, *values: Any) -> list[tuple[Any, ...]]:
        """What the database holds, read past the platform."""
        with closing(sqlite3.connect(self.data / "gongtu.sqlite3")) as connection:
            return connection.execute(question, values).fetchall()

    def copy(self, to: Path) -> Town:
        """The same city somewhere else."""
        shutil.copytree(self.data, to)
        return Town(to, self.prepared)

    def log(self) -> str:
        return (self.data / "server.log").read_text("utf-8", errors="replace")

    def _environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GONGTU_")}
        told = {
            "DJANGO_SETTINGS_MODULE": "gongtu.ops.settings.dev",
            "GONGTU_DATA_DIR": str(self.data),
            "GONGTU_DEMO": "true",
            "GONGTU_WORKERS": "1",
        }
        if self.port:
            told["GONGTU_BASE_URL"] = self.address
        if self.today:
            told["GONGTU_TODAY"] = self.today.isoformat()
        return kept | told

    def _await(self, within: int) -> None:
        assert self.server is not None
        for _second in _seconds(within):
            assert self.server.poll() is None, self.log()
            try:
                with urlopen(f"{self.address}/healthz", timeout=5):
                    return
            except (URLError, ConnectionError, TimeoutError):
                continue
        raise AssertionError(f"not serving after {within} s: {self.log()}")


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _seconds(limit: float) -> Iterable[float]:
    """Short pauses, until the limit is over."""
    end = time.monotonic() + limit
    while time.monotonic() < end:
        time.sleep(0.2)
        yield end - time.monotonic()
