"""`python -m bench.entitlements`: forty rules over a city, ours and others side by side."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.entitlements import city
from bench.entitlements.bandwidth import limit
from bench.entitlements.one_worker import explained
from bench.entitlements.ours import execution
from bench.entitlements.peers import PEERS
from bench.entitlements.racing import Engine, Timed, race, warmed
from bench.entitlements.report import Report
from bench.entitlements.rules import RULES
from bench.machine import load, machine, versions
from gongtu.engines.entitlement.city.program import program

DISTRIBUTIONS = (*PEERS, "llvmlite", "pyarrow")
GROWTH = (100_000, 300_000, 1_000_000, 3_000_000, 10_000_000)
RUNS, THREADS = 5, 2


def main() -> int:
    """The table or the JSON; 1 where somebody found otherwise."""
    wanted = _asked()
    with TemporaryDirectory(prefix="bench-") as folder:
        report = _measured(wanted, Path(folder))
    if wanted.json:
        print(json.dumps(report.as_json(), indent=2))
    else:
        print(report.as_markdown() if wanted.markdown else report.as_text())
    return 1 if report.differing else 0


def _asked() -> Namespace:
    parser = ArgumentParser(prog="python -m bench.entitlements", description=__doc__)
    parser.add_argument("--size", type=int, default=city.WORKERS, help="workers")
    parser.add_argument("--unknown", type=float, default=0, help="per cent of facts unknown")
    parser.add_argument("--runs", type=int, default=RUNS, help="of each engine, in turn")
    parser.add_argument("--threads", type=int, default=THREADS)
    parser.add_argument("--engine", default="vector", choices=("vector", "oracle"), help="ours")
    parser.add_argument("--peers", nargs="*", default=list(PEERS), choices=PEERS)
    parser.add_argument("--growth", action="store_true", help="from 100 thousand to 10 million")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--markdown", action="store_true", help="as docs/explain/speed.md has it")
    return parser.parse_args()


def _measured(wanted: Namespace, folder: Path) -> Report:
    _make(wanted.size, wanted.unknown, folder)
    with Engine(wanted.engine, folder, wanted.threads) as ours:
        ours.timed.first = cold = ours.run()
        ours.timed.seconds = [ours.run() for _ in range(wanted.runs)]
        peers = race(ours, wanted.peers, folder, wanted.threads, wanted.runs)
        ours.check()
        report = Report(
            machine=machine(),
            versions=versions(*DISTRIBUTIONS),
            size=wanted.size,
            unknown_percent=wanted.unknown,
            rules=len(RULES),
            conditions=sum(len(rule.conditions) for rule in RULES),
            load=load(),
            ours=ours.timed,
            peers=peers,
        )
        report.measured["cold_start_s"] = {"lowering": ours.lowered, "first_run": cold}
    if wanted.engine != "oracle":
        report.oracle = warmed("oracle", folder, wanted.threads, 1)
    report.measured |= _beyond(wanted, folder, report.ours)
    if wanted.growth:
        report.measured["growth_s"] = _growth(wanted)
    return report


def _beyond(wanted: Namespace, folder: Path, ours: Timed) -> dict[str, Any]:
    """The limit of the machine, and one worker explained."""
    town = city.load(folder)
    rules = program(RULES, town, "person")
    least = limit(rules, execution(wanted.engine)(rules, wanted.threads), wanted.threads)
    return {
        "limit": {
            "bytes_read": least.read,
            "bytes_written": least.written,
            "gigabytes_a_second": least.gigabytes_a_second,
            "seconds": least.seconds,
            "ours_takes_times": ours.median / least.seconds,
        },
        "one_worker_ms": asdict(explained(town)),
    }


def _growth(wanted: Namespace) -> dict[str, float]:
    """Our median by the number of workers."""
    found = {}
    for size in GROWTH:
        with TemporaryDirectory(prefix="bench-") as folder:
            _make(size, wanted.unknown, Path(folder))
            timed = warmed(wanted.engine, Path(folder), wanted.threads, wanted.runs)
            found[f"{size:,}"] = timed.median
    return found


def _make(size: int, unknown: float, folder: Path) -> None:
    city.save(city.town(size, unknown=unknown / 100), folder)


if __name__ == "__main__":
    sys.exit(main())
