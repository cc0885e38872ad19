"""Engines side by side: ours and a peer run in turn, each in its own process on the same city."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from types import TracebackType
from typing import IO, Any, Self, cast

TURN = 3  # runs in a turn, so that neither is measured on what the other left in the caches
ROOT = Path(__file__).parents[2]
Checks = dict[str, dict[str, int]]


@dataclass(slots=True)
class Timed:
    """One engine's runs in seconds; `missing` says what is not installed."""

    name: str
    missing: str = ""
    ready: float = 0
    first: float = 0
    seconds: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)  # of all its threads
    beside: list[float] = field(default_factory=list)  # ours, in between
    peak_mib: int = 0
    checks: Checks = field(default_factory=dict)

    @property
    def median(self) -> float:
        return median(self.seconds)

    @property
    def median_cpu(self) -> float:
        """Of all its threads, the first run left out: what a busy machine distorts least."""
        return median(self.cpu[1:])

    @property
    def ratio(self) -> float:
        """How many times as fast ours was in the same minutes."""
        return self.median / median(self.beside)


class Engine:
    """A process that runs one engine."""

    def __init__(self, name: str, folder: Path, threads: int) -> None:
        command = [sys.executable, "-m", "bench.entitlements.runner", name, str(folder)]
        self._process = subprocess.Popen(
            [*command, str(threads)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env=_surroundings(threads),
        )
        self.timed = Timed(name)
        started = self._answer()
        self.timed.missing = started.get("missing", "")
        self.timed.ready = started.get("ready", 0)
        self.lowered: float = started.get("lowered", 0)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: Any, _trace: TracebackType | None
    ) -> None:
        if self._process.poll() is None:
            self._write("quit")
        self._process.wait()

    def run(self) -> float:
        """Once over; in seconds."""
        told = self._ask("run")
        self.timed.cpu.append(told["cpu"])
        seconds: float = told["seconds"]
        return seconds

    def check(self) -> Checks:
        """What the last run found; the peak of memory is taken before the sums need some."""
        self.timed.peak_mib = self._ask("peak")["peak_mib"]
        self.timed.checks = self._ask("check")["checks"]
        return self.timed.checks

    def _ask(self, what: str) -> dict[str, Any]:
        self._write(what)
        return self._answer()

    def _write(self, line: str) -> None:
        pipe = cast(IO[str], self._process.stdin)
        pipe.write(f"{line}\n")
        pipe.flush()

    def _answer(self) -> dict[str, Any]:
        line = cast(IO[str], self._process.stdout).readline()
        if not line:
            raise RuntimeError(f"{self.timed.name} broke off; what it said is above.")
        answer: dict[str, Any] = json.loads(line)
        return answer


def race(ours: Engine, peers: Iterable[str], folder: Path, threads: int, runs: int) -> list[Timed]:
    """Ours against each peer in turn."""
    return [_beside(ours, name, folder, threads, runs) for name in peers]


def warmed(name: str, folder: Path, threads: int, runs: int) -> Timed:
    """One engine alone."""
    with Engine(name, folder, threads) as engine:
        if not engine.timed.missing:
            engine.timed.first = engine.run()
            engine.timed.seconds = [engine.run() for _ in range(runs)]
            engine.check()
        return engine.timed


def _beside(ours: Engine, name: str, folder: Path, threads: int, runs: int) -> Timed:
    with Engine(name, folder, threads) as peer:
        if peer.timed.missing:
            return peer.timed
        peer.timed.first = peer.run()
        for _ in range(runs):
            peer.timed.beside.append(median(ours.run() for _ in range(TURN)))
            peer.timed.seconds.append(median(peer.run() for _ in range(TURN)))
        peer.check()
        return peer.timed


def _surroundings(threads: int) -> dict[str, str]:
    """As many threads for everybody."""
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
        "POLARS_MAX_THREADS": str(threads),
        "OMP_NUM_THREADS": str(threads),
        "JAX_PLATFORMS": "cpu",
    }
