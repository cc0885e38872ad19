"""One engine in a process of its own: it loads the city, and runs whenever it is told.

`python -m bench.entitlements.runner ENGINE FOLDER THREADS`; then a line on the standard input
is `run`, `check` or `quit`, and each is answered by one line of JSON.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from bench.entitlements import city
from bench.entitlements.ours import Ours, execution
from bench.entitlements.peers import PEERS, Peer
from bench.entitlements.rules import RULES
from bench.machine import peak_mib
from gongtu.engines.entitlement.city.outcome import Check
from gongtu.engines.entitlement.city.program import Program, program

Answer = dict[str, Any]


def main(name: str, folder: str, threads: str) -> None:
    """Serve until told to quit."""
    try:
        engine, started = _start(name, Path(folder), int(threads))
    except ModuleNotFoundError as missing:
        _say({"missing": missing.name or str(missing)})
        return
    _say(started)
    answers: dict[str, Callable[[], Answer]] = {
        "run": lambda: _run(engine),
        "check": lambda: {"checks": dict(_checks(engine))},
        "peak": lambda: {"peak_mib": peak_mib()},
    }
    for line in sys.stdin:
        if line.strip() == "quit":
            return
        _say(answers[line.strip()]())


class _Beside:
    """A peer, with its results summed up as ours are."""

    def __init__(self, peer: Peer, rules: Program) -> None:
        self.peer, self.rules = peer, rules
        self.get_ready, self.run = peer.get_ready, peer.run

    def checks(self) -> dict[str, Check]:
        found = zip(self.rules.rules, self.peer.results(), strict=True)
        return {rule.key: result.check() for rule, result in found}


def _start(name: str, folder: Path, threads: int) -> tuple[Ours | _Beside, Answer]:
    town = city.load(folder)
    started = perf_counter()
    rules = program(RULES, town, "person")
    lowered = perf_counter() - started
    engine: Ours | _Beside
    if name in PEERS:
        module = import_module(f"bench.entitlements.peers.{name.replace('-', '_')}")
        engine = _Beside(module.Engine(rules, threads), rules)
    else:
        engine = Ours(rules, threads, execution(name))
    return engine, {"lowered": lowered, "ready": perf_counter() - started}


def _run(engine: Ours | _Beside) -> Answer:
    engine.get_ready()
    started, before = perf_counter(), process_time()
    engine.run()
    return {"seconds": perf_counter() - started, "cpu": process_time() - before}


def _checks(engine: Ours | _Beside) -> Iterator[tuple[str, Answer]]:
    for key, check in engine.checks().items():
        yield key, asdict(check)


def _say(answer: Answer) -> None:
    print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
