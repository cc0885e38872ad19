"""`python -m bench.events [--size N] [--json]`: certificate events reduced to one row a worker.

Events lie clustered by worker, as a snapshot keeps them: the last valid certificate, the best
grade, and how many were issued in the year, beside the same by Polars, equal by checksum.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from statistics import median
from time import perf_counter
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from bench.machine import load, machine, peak_mib, versions
from gongtu.engines.entitlement.snapshot.runs import Runs

ROUNDS = 5
EVENTS_OF_ONE = 3.3
DAYS, YEAR_BEGAN, GRADES, VALID = 9000, 8635, 8, 0.9
Array = NDArray[Any]
Reduced = tuple[Array, Array, Array]


def events(size: int) -> dict[str, Array]:
    """Events of workers who have one or more, the same every time."""
    random = np.random.default_rng(7)
    workers = np.sort(random.integers(0, int(size / EVENTS_OF_ONE), size, dtype=np.int32))
    return {
        "worker": workers,
        "issued_on": random.integers(0, DAYS, size, dtype=np.int32),
        "grade": random.integers(0, GRADES, size, dtype=np.uint8),
        "valid": random.random(size) < VALID,
    }


def reduce_certificates(told: dict[str, Array]) -> Reduced:
    """For each worker: the row of the last valid one, the best grade, how many this year."""
    runs = Runs.of(told["worker"])
    last = runs.latest(told["issued_on"], told["valid"])
    best = runs.most(told["grade"], told["valid"])
    return last, best, runs.count(told["issued_on"] >= YEAR_BEGAN)


def by_polars(frame: pl.DataFrame) -> Reduced:
    """The same as its users would write it."""
    valid = pl.col("valid")
    found = (
        frame.lazy()
        .group_by("worker", maintain_order=True)
        .agg(
            pl.col("row").filter(valid).sort_by(pl.col("issued_on").filter(valid)).last(),
            pl.col("grade").filter(valid).max().fill_null(0),
            (pl.col("issued_on") >= YEAR_BEGAN).sum().alias("count"),
        )
        .collect()
    )
    row, grade, count = (found[name].fill_null(-1).to_numpy() for name in ("row", "grade", "count"))
    return row, grade, count


def checksum(found: Reduced) -> int:
    """Two rows changed for each other are told."""
    place = np.arange(len(found[0]), dtype=np.int64) % 977 + 1
    return sum(int(((part.astype(np.int64) + 1) * place).sum()) for part in found)


def timed(work: Callable[[], Reduced], rounds: int) -> tuple[float, int]:
    """The median of some rounds in seconds, and what was found."""
    spent, found = [], work()
    for _ in range(rounds):
        began = perf_counter()
        found = work()
        spent.append(perf_counter() - began)
    return median(spent), checksum(found)


def main() -> None:
    parser = argparse.ArgumentParser("bench.events", description=__doc__)
    parser.add_argument("--size", type=int, default=10_000_000, help="how many events")
    parser.add_argument("--json", action="store_true", help="for a machine")
    args = parser.parse_args()
    told = events(args.size)
    frame = pl.DataFrame(told).with_row_index("row").cast({"row": pl.Int64})
    ours, our_sum = timed(lambda: reduce_certificates(told), ROUNDS)
    polars, their_sum = timed(lambda: by_polars(frame), 1)
    if our_sum != their_sum:
        raise SystemExit(f"They differ: {our_sum} and {their_sum}.")
    said = {
        "machine": machine(), "versions": versions("numpy", "polars"), "load": round(load(), 2),
        "events": args.size, "workers": len(np.unique(told["worker"])),
        "seconds": {"ours": round(ours, 3), "polars": round(polars, 3)},
        "ratios": {"polars": round(polars / ours, 1)}, "checksum": our_sum,
        "peak_mib": peak_mib(),
    }  # fmt: skip
    if args.json:
        print(json.dumps(said, ensure_ascii=False, indent=1))
    else:
        print(*(f"{name:>10}  {value}" for name, value in said.items()), sep="\n")


if __name__ == "__main__":
    main()
