"""One worker explained: all forty rules, every condition with its grounds, as JSON."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter, thread_time

from bench.entitlements import city
from bench.entitlements.rules import ON, RULES
from gongtu.engines.entitlement.city.columns import Town
from gongtu.engines.entitlement.explaining import explain_all
from gongtu.engines.entitlement.written import written

MOST, LEAST = 1500, 50  # workers explained
PER_CENT = 100


@dataclass(frozen=True, slots=True)
class Explained:
    """In milliseconds, of workers met for the first time."""

    median: float
    p99: float
    cpu: float  # the median of what this thread worked: what a busy machine distorts least
    json_bytes: int


def explained(town: Town) -> Explained:
    """A page of explanation for one worker after another."""
    seconds: list[float] = []
    cpu: list[float] = []
    sizes: list[int] = []
    wanted = min(MOST, max(LEAST, town.frame("person").size // PER_CENT))
    for row in range(wanted):
        subject = city.subject(town, row)
        started, before = perf_counter(), thread_time()
        page = written(explain_all(RULES, subject, on=ON))
        cpu.append(thread_time() - before)
        seconds.append(perf_counter() - started)
        sizes.append(len(page))
    warm = seconds[wanted // 5 :]
    last = quantiles(warm, n=PER_CENT)[-1]
    worked = median(cpu[wanted // 5 :])
    return Explained(median(warm) * 1e3, last * 1e3, worked * 1e3, round(median(sizes)))
