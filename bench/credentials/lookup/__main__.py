"""`python -m bench.credentials.lookup`: one look-up among millions of certificates, in process.

Each database is filled by its bulk way, in a process of its own, and asked at every size.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from bench.machine import load, machine, peak_mib, versions
from tests import postgres

DISTRIBUTIONS = ("django", "psycopg", "orjson")
SIZES, LOOK_UPS = (1_000_000, 3_000_000, 10_000_000), 20_000
ON = ("sqlite", "postgresql")
AIM_US = {"sqlite": 200, "postgresql": 500}


def main() -> None:
    """The table or the JSON."""
    parser = ArgumentParser(prog="python -m bench.credentials.lookup", description=__doc__)
    parser.add_argument("--size", type=int, nargs="+", default=SIZES, help="how many certificates")
    parser.add_argument("--look-ups", type=int, default=LOOK_UPS, help="at each size")
    parser.add_argument("--on", nargs="+", default=ON, choices=ON, help="which databases")
    parser.add_argument("--json", action="store_true", help="for a machine")
    parser.add_argument("--address", help="of an empty PostgreSQL, instead of one of its own")
    wanted = parser.parse_args()
    if len(wanted.on) > 1:
        told = [one for name in wanted.on for one in _apart(name)]
    elif wanted.on == ["postgresql"] and not wanted.address:
        with postgres.server() as address:
            told = _apart("postgresql", "--address", address)
    else:
        told = list(_measured(wanted.on[0], sorted(wanted.size), wanted.look_ups, wanted.address))
    print(json.dumps(told, indent=1) if wanted.json else "\n".join(as_text(told)))


def as_text(told: list[dict[str, Any]]) -> Iterator[str]:
    """A line for each database and size."""
    yield told[0]["machine"]
    yield ", ".join(f"{name} {number}" for name, number in told[0]["versions"].items())
    yield ""
    yield (
        f"{'on':12}{'certificates':>14}{'look-ups':>10}{'median µs':>11}{'p99 µs':>9}{'own p99':>9}"
        f"{'found p99':>11}{'not found':>11}{'aim µs':>8}{'filled s':>10}{'load':>6}"
    )
    for one in told:
        every = one["every"]
        yield (
            f"{one['on']:12}{one['certificates']:14,}{every['count']:10,}{every['median']:11.1f}"
            f"{every['p99']:9.1f}{every['own_p99']:9.1f}{one['found']['p99']:11.1f}"
            f"{one['not_found']['p99']:11.1f}{AIM_US[one['on']]:8}{one['filled_s']:10.0f}"
            f"{one['load']:6.1f}"
        )


def _apart(name: str, *more: str) -> list[dict[str, Any]]:
    """One database in a process of its own, by the same arguments."""
    command = [sys.executable, "-m", "bench.credentials.lookup", *sys.argv[1:], "--on", name, *more]
    ran = subprocess.run([*command, "--json"], check=True, stdout=subprocess.PIPE)
    told: list[dict[str, Any]] = json.loads(ran.stdout)
    return told


def _measured(
    on: str, sizes: list[int], look_ups: int, address: str | None
) -> Iterator[dict[str, Any]]:
    import django
    from django.core.management import call_command

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongtu.ops.settings.test")
    with TemporaryDirectory(prefix="gongtu-bench-") as folder:
        os.environ["GONGTU_DATA_DIR"] = folder
        os.environ["GONGTU_DATABASE_URL"] = address or ""
        django.setup()
        call_command("migrate", verbosity=0)
        from bench.credentials.lookup.filling import fill, issue_first
        from bench.credentials.lookup.timing import measure

        first, filled = issue_first(), 0
        for size in sizes:
            began = perf_counter()
            fill(first, filled, size)
            spent, filled = perf_counter() - began, size
            print(f"{on}: {size:,} in {spent:.0f} s", file=sys.stderr, flush=True)
            yield {
                "machine": machine(), "versions": versions(*DISTRIBUTIONS), "on": on,
                **measure(size, look_ups, size).as_json(),
                "filled_s": round(spent, 1), "on_disk_mib": _on_disk(Path(folder)),
                "load": round(load(), 2), "peak_mib": peak_mib(), "aim_us": AIM_US[on],
            }  # fmt: skip


def _on_disk(folder: Path) -> int:
    """What the database takes."""
    from django.db import connection

    if connection.vendor == "sqlite":
        return sum(one.stat().st_size for one in folder.glob("*.sqlite3*")) >> 20
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_database_size(current_database())")
        return int(cursor.fetchone()[0]) >> 20


if __name__ == "__main__":
    main()
