"""An empty database of one's own, for tests that start other processes and kill them."""

import os
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
    """On SQLite a file in `folder`; on PostgreSQL a database beside that of the tests."""
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "gongtu.ops.settings.dev",
        "GONGTU_DATA_DIR": str(folder),
        "PYTHONPATH": str(ROOT / "src"),
    }
    address = os.environ.get("GONGTU_DATABASE_URL", "")
    if address:
        on_server(address, f"DROP DATABASE IF EXISTS {NAME}", f"CREATE DATABASE {NAME}")
        parts: Any = urlsplit(address)
        environment["GONGTU_DATABASE_URL"] = urlunsplit(parts._replace(path=f"/{NAME}"))
    migrate = [sys.executable, "-m", "django", "migrate", "--verbosity", "0", "--skip-checks"]
    subprocess.run(migrate, env=environment, cwd=ROOT, check=True)
    yield Fresh(environment)
    if address:
        on_server(address, f"DROP DATABASE {NAME} WITH (FORCE)")


def on_server(address: str, *statements: str) -> None:
    import psycopg

    with psycopg.connect(address, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement)
