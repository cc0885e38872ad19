"""The limit: how long the machine takes to read the columns and write the results once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from time import perf_counter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.entitlements.peers import columns_of, leaves_of
from gongtu.engines.entitlement.city.columns import Column
from gongtu.engines.entitlement.city.outcome import Outcome
from gongtu.engines.entitlement.city.program import Program

PIECE = 1 << 20  # bytes a thread takes at once
TRIES = 9


@dataclass(frozen=True, slots=True)
class Limit:
    """Bytes that have to pass, and the seconds that they take at best."""

    read: int
    written: int
    seconds: float

    @property
    def gigabytes_a_second(self) -> float:
        return (self.read + self.written) / self.seconds / 1e9


def limit(program: Program, outcome: Outcome, threads: int) -> Limit:
    """Stream what the rules read and what they give, and do nothing with it."""
    sources = [_as_words(array) for array in _read_by(program)]
    written = _bytes_of(outcome)
    target = np.zeros(written // 8 + 1, np.uint64)
    work = [*_pieces(sources, _read), *_pieces([target], _write)]
    with ThreadPoolExecutor(threads) as pool:
        best = min(_timed(pool, work) for _ in range(TRIES))
    return Limit(sum(array.nbytes for array in sources), written, best)


def _read_by(program: Program) -> Iterable[NDArray[Any]]:
    yield from program.frame.joins.values()
    columns: dict[str, Column] = columns_of(program)
    assert len(columns) == len(leaves_of(program))
    for column in columns.values():
        yield column.values
        if column.known is not None:
            yield column.known


def _bytes_of(outcome: Outcome) -> int:
    """Three bitmaps a rule, and the amounts of what is owed."""
    found = outcome.found.values()
    bitmaps = sum(each.owed.nbytes + each.near.nbytes + each.unknown.nbytes for each in found)
    amounts = sum(each.amounts.nbytes for each in found if each.amounts is not None)
    return bitmaps + amounts


def _as_words(array: NDArray[Any]) -> NDArray[np.uint64]:
    """Copied into memory of our own, as bytes in eights."""
    held = np.frombuffer(array.tobytes() + bytes(8), np.uint8)
    return held[: held.nbytes // 8 * 8].view(np.uint64)


def _pieces(
    arrays: Iterable[NDArray[np.uint64]], work: Callable[[NDArray[np.uint64]], Any]
) -> Iterable[Callable[[], Any]]:
    step = PIECE // 8
    for array in arrays:
        for start in range(0, len(array), step):
            yield partial(work, array[start : start + step])


def _read(piece: NDArray[np.uint64]) -> Any:
    return np.bitwise_or.reduce(piece)


def _write(piece: NDArray[np.uint64]) -> None:
    piece.fill(1)


def _timed(pool: ThreadPoolExecutor, work: list[Callable[[], Any]]) -> float:
    started = perf_counter()
    list(pool.map(lambda each: each(), work))
    return perf_counter() - started
