"""`python -m bench.credentials`: signatures and certificates, how many in a processor's second.

And a batch of old papers under one signature: how long it takes to build, to prove and to verify.
"""

from __future__ import annotations

import json
import os
import shutil
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from bench.credentials import peers
from bench.credentials.measuring import Rate
from bench.machine import load, machine, versions

if TYPE_CHECKING:
    from bench.credentials.papers import Phase

DISTRIBUTIONS = ("cryptography", "awscrt", "pynacl", "gmssl", "rfc8785", "pyld")
ROUNDS, PAPERS = 5, 100_000


def main() -> None:
    """The table or the JSON."""
    parser = ArgumentParser(prog="python -m bench.credentials", description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="of each, a third of a second")
    parser.add_argument(
        "--papers", type=int, default=PAPERS, metavar="N", help="in the batch; 0 leaves it out"
    )
    parser.add_argument("--tables", type=Path, help="a SQLite file with all tables, to begin with")
    parser.add_argument("--json", action="store_true", help="for a machine")
    wanted = parser.parse_args()
    found, batch = _measured(wanted.rounds, wanted.papers, wanted.tables)
    told = as_json(found, batch)
    print(json.dumps(told, indent=1) if wanted.json else "\n".join(as_text(found, batch)))


def as_json(found: list[Rate], batch: Sequence[Phase] = ()) -> dict[str, Any]:
    """Every rate; the ratio where another does the same; each phase of the batch."""
    return {
        "machine": machine(),
        "versions": _versions(),
        "load": round(load(), 2),
        "rates": [_told(rate) for rate in found],
        "ratios": {f"{r.what}/{r.by}": round(r.ratio, 1) for r in found if r.beside},
        "papers": [
            {
                "what": phase.what,
                "papers": phase.papers,
                "cpu_seconds": round(phase.seconds, 2),
                "microseconds_each": round(phase.each, 1),
            }
            for phase in batch
        ],
    }


def as_text(found: list[Rate], batch: Sequence[Phase] = ()) -> Iterator[str]:
    """One line each, with how often ours does it for each time of theirs."""
    yield f"{machine()}; load {load():.1f}"
    yield ", ".join(f"{name} {number}" for name, number in _versions().items())
    yield ""
    yield f"{'what':46}{'by':10}{'a CPU s':>12}{'ours is':>10}"
    for rate in found:
        if rate.missing:
            yield f"{rate.what:46}{rate.by:10}  skipped: {rate.missing} is not installed"
        else:
            ratio = f"{rate.ratio:.1f}×" if rate.beside else ""
            yield f"{rate.what:46}{rate.by:10}{rate.a_second:12,.0f}{ratio:>10}"
    if batch:
        yield ""
        yield f"{'what':46}{'papers':>10}{'CPU s':>12}{'µs each':>10}"
    for phase in batch:
        yield f"{phase.what:46}{phase.papers:10,}{phase.seconds:12,.1f}{phase.each:10,.0f}"


def _versions() -> dict[str, str]:
    return {**versions(*DISTRIBUTIONS), **peers.versions()}


def _told(rate: Rate) -> dict[str, Any]:
    if rate.missing:
        return {"what": rate.what, "by": rate.by, "skipped": f"{rate.missing} is not installed"}
    return {"what": rate.what, "by": rate.by, "a_cpu_second": round(rate.a_second, 1)}


def _measured(rounds: int, papers: int, tables: Path | None) -> tuple[list[Rate], list[Phase]]:
    import django
    from django.core.management import call_command

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongtu.ops.settings.test")
    with TemporaryDirectory() as folder:
        os.environ["GONGTU_DATA_DIR"] = folder
        if tables:
            shutil.copy(tables, folder)
        django.setup()
        call_command("migrate", verbosity=0)
        from bench.credentials import certificates, register, side_by_side, signatures
        from bench.credentials.papers import phases

        rates = [
            rate
            for part in (signatures, certificates, register, side_by_side)
            for rate in part.rates(rounds)
        ]
        return rates, list(phases(papers)) if papers else []


if __name__ == "__main__":
    main()
