"""How long the public's look-up takes in process: number and name, found or not."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from os import getpid
from random import Random
from statistics import quantiles
from time import perf_counter_ns, thread_time_ns
from typing import Any

from django.db import connection

from bench.credentials.lookup.filling import name_of, number_of
from bench.machine import going_first
from gongtu.registers.appointments.numbers import read_sought
from gongtu.registers.skills.queries import list_public

THOUSANDTH = 1000
WARMING = 2000


@dataclass(frozen=True, slots=True)
class Spread:
    """Of microseconds: the clock's, waiting for the disk and for others' work included."""

    count: int
    median: float
    p99: float
    own_p99: float

    @classmethod
    def of(cls, clock: list[int], own: list[int]) -> Spread:
        cuts, own_cuts = (quantiles(told, n=100, method="inclusive") for told in (clock, own))
        told = (cuts[49], cuts[98], own_cuts[98])
        return cls(len(clock), *(round(each / THOUSANDTH, 1) for each in told))


@dataclass(frozen=True, slots=True)
class Measured:
    """Look-ups among so many certificates; `first`: before all others on the machine."""

    certificates: int
    every: Spread
    found: Spread
    not_found: Spread
    first: bool

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def measure(certificates: int, look_ups: int, seed: int) -> Measured:
    """Six in ten are found; two have another's name, two a number that nobody holds.

    What a stranger typed is read, found and its name compared; no verdict is worked out.
    """
    with going_first(getpid(), *_served_by()) as first:
        return _measure(certificates, look_ups, Random(seed), first)


def _measure(certificates: int, look_ups: int, random: Random, first: bool) -> Measured:
    for number, name, _held in (_asked(random, certificates) for _ in range(WARMING)):
        list_public(read_sought(number), name)
    clock: dict[bool, list[int]] = {True: [], False: []}
    own: dict[bool, list[int]] = {True: [], False: []}
    for number, name, held in [_asked(random, certificates) for _ in range(look_ups)]:
        began, own_began = perf_counter_ns(), thread_time_ns()
        told = list_public(read_sought(number), name)
        own[held].append(thread_time_ns() - own_began)
        clock[held].append(perf_counter_ns() - began)
        if bool(told) != held:
            raise SystemExit(f"{number} and {name}: {told}")
    every = Spread.of(clock[True] + clock[False], own[True] + own[False])
    found, not_found = (Spread.of(clock[held], own[held]) for held in (True, False))
    return Measured(certificates, every, found, not_found, first)


def _served_by() -> list[int]:
    """The database's own process for this connection, if it has one."""
    if connection.vendor == "sqlite":
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return [int(cursor.fetchone()[0])]


def _asked(random: Random, certificates: int) -> tuple[str, str, bool]:
    place, lot = random.randrange(certificates), random.random()
    if lot < 0.6:
        return number_of(place), name_of(place), True
    if lot < 0.8:
        return number_of(place), name_of(place) + "某", False
    return number_of(place + 1_000_000_000), name_of(place), False
