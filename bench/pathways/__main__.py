"""`python -m bench.pathways`: one way, a city, a changed rule; graph libraries side by side."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from functools import partial
from statistics import median
from time import perf_counter, process_time
from typing import Any
from uuid import UUID

import numpy as np

from bench.machine import load, machine, versions
from bench.pathways.graph import edges
from bench.pathways.landscape import ON, start
from bench.pathways.ours import Ours, stand_of
from bench.pathways.peers import PEERS

DISTRIBUTIONS = ("numba", "numpy", "networkx", "rustworkx")
WORKERS, ASKED, RUNS = 3_000_000, 40, 5
WARM, TURN = 200, 5


@dataclass(slots=True)
class Beside:
    """A peer's median for one way, ours of the same minutes, and how often both agreed."""

    name: str
    missing: str = ""
    seconds: float = 0
    ours: float = 0
    agreed: int = 0
    differing: list[int] = field(default_factory=list)


def main() -> int:
    """The table or the JSON; 1 where a peer found otherwise."""
    wanted = _asked()
    start()
    told = _measured(wanted)
    print(json.dumps(told, indent=2) if wanted.json else _text(told))
    return 1 if any(peer["differing"] for peer in told["peers"]) else 0


def _asked() -> Namespace:
    parser = ArgumentParser(prog="python -m bench.pathways", description=__doc__)
    parser.add_argument("--size", type=int, default=WORKERS, help="workers")
    parser.add_argument("--asked", type=int, default=ASKED, help="random states, of each peer")
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--peers", nargs="*", default=list(PEERS), choices=PEERS)
    parser.add_argument("--wording", default="2023", choices=("2018", "2023"))
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


def _measured(wanted: Namespace) -> dict[str, Any]:
    from gongtu.engines.pathways.atlas import Atlas
    from gongtu.registers.ladder.choices import Wording
    from gongtu.registers.ladder.declare import drawn, the_careers

    wording = Wording(wanted.wording)
    landscape = drawn(the_careers(), wording, ON)
    atlas = Atlas(landscape)
    goals = _goals(landscape)
    atlas.times(goals)
    goal = {"grade": frozenset({"senior_technician"}), "title": frozenset({"associate-senior"})}
    peers = [_beside(name, atlas, goal, wanted.asked) for name in wanted.peers]
    times = atlas.times(goals)
    states = np.random.default_rng(0).integers(0, atlas.layout.states, wanted.size)
    took = {
        "explained": _explained(landscape),
        "city": _timed(wanted.runs, lambda: np.take(times, states, axis=0)),
        "rebuild": _timed(wanted.runs, lambda: Atlas(landscape).times(goals)),
    }
    return {
        "machine": machine(),
        "versions": versions(*DISTRIBUTIONS),
        "load": round(load(), 2),
        "states": atlas.layout.states,
        "workers": wanted.size,
        "goals": len(goals),
        "peers": [asdict(peer) for peer in peers],
        "ratios": {p.name: round(p.seconds / p.ours, 1) for p in peers if not p.missing},
        **took,
    }


def _goals(landscape: Any) -> list[dict[str, frozenset[str]]]:
    """Every grade, every title, a diploma, and every grade together with every title."""
    grade, title, _ = landscape.tracks
    grades = [{"grade": grade.from_(rung)} for rung in grade.rungs[1:]]
    titles = [{"title": title.from_(rung)} for rung in title.rungs[1:]]
    return [*grades, *titles, {"school": frozenset({"college", "vocational-college"})},
            *(one | other for one in grades for other in titles)]  # fmt: skip


def _timed(runs: int, work: Callable[[], object]) -> dict[str, float]:
    """Seconds: the middle of several runs, the least, and the least of the processor alone."""
    work()
    took, cpu = [], []
    for _ in range(runs):
        began = process_time()
        took.append(_once(work))
        cpu.append(process_time() - began)
    return {"median_s": median(took), "least_s": min(took), "cpu_s": min(cpu)}


def _once(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began


def _beside(name: str, atlas: Any, goal: Any, asked: int) -> Beside:
    """The same random states put to a peer and to ours, one after the other."""
    layout, found = atlas.layout, Beside(name)
    reached = np.flatnonzero(np.repeat(layout.reaching(goal), np.diff(layout.ground.base)))
    try:
        peer = PEERS[name](layout.states, edges(layout), reached)
    except ModuleNotFoundError as missing:
        found.missing = missing.name or str(missing)
        return found
    ours = Ours(atlas, goal)
    theirs: list[float] = []
    mine: list[float] = []
    for state in _random(layout, asked):
        began = perf_counter()
        length = peer.length(state)
        theirs.append(perf_counter() - began)
        stand = stand_of(layout, state)
        mine.append(min(_once(partial(ours.way, stand)) for _ in range(TURN)))
        if ours.length(stand) == length == ours.told(state):
            found.agreed += 1
        else:
            found.differing.append(state)
    found.seconds, found.ours = median(theirs), median(mine)
    return found


def _random(layout: Any, asked: int) -> list[int]:
    """States drawn alike of all in which no title is held yet: where people ask for a way."""
    untitled = np.repeat(layout.reaching({"title": {"none"}}), np.diff(layout.ground.base))
    found: list[int] = np.random.default_rng(1).choice(np.flatnonzero(untitled), asked).tolist()
    return found


def _explained(landscape: Any) -> dict[str, float]:
    """One worker's three ways with days, from the tables, as the page and the API tell them."""
    from gongtu.engines.pathways.days import Start
    from gongtu.registers.ladder.declare import the_careers
    from gongtu.registers.ladder.queries.ways import Aim, Ways

    rungs = {"grade": "junior", "title": "none", "school": "secondary"}
    start = Start(rungs, date(2022, 3, 15), {"grade": date(2024, 5, 20)}, ON)
    quiet = replace(the_careers(), gains=lambda *_asked: ())
    ways, aim = Ways(quiet, UUID(int=0), start), Aim("grade", "technician")
    return _timed(WARM, lambda: ways.to(aim, landscape))


def _text(told: dict[str, Any]) -> str:
    lines = [
        f"{told['machine']}; load {told['load']}",
        ", ".join(f"{name} {number}" for name, number in told["versions"].items()),
        f"{told['states']:,} states; {told['workers']:,} workers × {told['goals']} goals",
        "",
        f"{'one way':14}{'median':>12}{'ours':>12}{'ours is':>10}{'agreed':>8}",
    ]
    lines += [_row(peer, told["ratios"]) for peer in told["peers"]]
    lines += [
        "",
        f"{'milliseconds':40}{'median':>10}{'least':>10}{'cpu':>10}",
        _line("three ways of one worker, explained", told["explained"]),
        _line("all workers and goals", told["city"]),
        _line("a changed rule, all tables anew", told["rebuild"]),
    ]
    return "\n".join(lines)


def _line(name: str, took: dict[str, float]) -> str:
    return f"{name:40}" + "".join(f"{seconds * 1e3:10.2f}" for seconds in took.values())


def _row(peer: dict[str, Any], ratios: dict[str, float]) -> str:
    if peer["missing"]:
        return f"{peer['name']:14}skipped: {peer['missing']} is not installed"
    theirs, ours = peer["seconds"] * 1e3, peer["ours"] * 1e6
    agreed = f"{peer['agreed']}/{peer['agreed'] + len(peer['differing'])}"
    ratio = f"{ratios[peer['name']]:,.0f}×"
    return f"{peer['name']:14}{theirs:9.2f} ms{ours:9.1f} µs{ratio:>10}{agreed:>8}"


if __name__ == "__main__":
    sys.exit(main())
