"""The database: SQLite beside the data unless an address says PostgreSQL."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from gongtu.base.errors import Broken

# FULL: what was answered to a person is on the disk when the power fails.
PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"

# Each thread keeps its connection; a question counts as fixed once it was asked so often.
KEPT_SECONDS, PREPARED_AFTER = 600, 5


def database(url: str, file: Path) -> dict[str, Any]:
    """Django's description of the database at `url`, or of the SQLite `file` without an address.

    >>> database("postgresql://li:p%40ss@db:6432/city?sslmode=require", Path("x"))["PASSWORD"]
    'p@ss'
    >>> database("", Path("var/gongtu.sqlite3"))["OPTIONS"]["transaction_mode"]
    'IMMEDIATE'
    """
    return postgresql(url) if url else sqlite(file)


def counts(url: str, file: Path) -> dict[str, Any]:
    """Where limits are counted: in the database at `url`, else in a `file` of its own."""
    backend = "Counts" if url else "CountsInAFile"
    return {"BACKEND": f"gongtu.records.counts.{backend}", "LOCATION": file}


def sqlite(file: Path) -> dict[str, Any]:
    """IMMEDIATE: a transaction that will write waits at its start, where waiting is safe."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": file,
        "CONN_MAX_AGE": KEPT_SECONDS,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": PRAGMAS},
    }


def postgresql(url: str) -> dict[str, Any]:
    """Raises `Broken` for an address of another kind. Options after `?` go to libpq."""
    address = urlsplit(url)
    if address.scheme not in {"postgres", "postgresql"} or not address.path.strip("/"):
        raise Broken(f"GONGTU_DATABASE_URL: not postgresql://user:password@host/name: {url!r}")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(address.path.strip("/")),
        "USER": unquote(address.username or ""),
        "PASSWORD": unquote(address.password or ""),
        "HOST": unquote(address.hostname or ""),
        "PORT": str(address.port or ""),
        "CONN_MAX_AGE": KEPT_SECONDS,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"prepare_threshold": PREPARED_AFTER, **dict(parse_qsl(address.query))},
    }
