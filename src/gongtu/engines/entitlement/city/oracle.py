"""A program by NumPy: slow, simple, and what the other executions are held against."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gongtu.engines.entitlement.city.evaluating import Evaluation, Rows
from gongtu.engines.entitlement.city.outcome import Found, Near, Outcome, words_of
from gongtu.engines.entitlement.city.program import Program, Rule

CHUNK = 1 << 16  # rows; a multiple of the bits in a word
Array = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Part:
    """One rule over one chunk."""

    owed: Array
    unknown: Array
    near: Array
    nears: list[tuple[int, int]]
    amounts: Array | None


def run(program: Program, threads: int = 2) -> Outcome:
    """Every rule over every row."""
    starts = range(0, program.frame.size, CHUNK)
    with ThreadPoolExecutor(threads) as pool:
        chunks = list(pool.map(lambda start: _chunk(program, start), starts))
    found = {
        rule.key: _joined(rule, program.frame.size, [chunk[i] for chunk in chunks])
        for i, rule in enumerate(program.rules)
    }
    return Outcome(program.frame.kind, program.frame.size, found, program.left_out)


def _chunk(program: Program, start: int) -> list[Part]:
    stop = min(start + CHUNK, program.frame.size)
    rows = Rows(program.town, program.frame, program.extra, start, stop)
    evaluation = Evaluation(rows)
    return [_part(rule, evaluation) for rule in program.rules]


def _part(rule: Rule, evaluation: Evaluation) -> Part:
    holds = [evaluation.of(verdict.holds) for verdict in rule.verdicts]
    owed = evaluation.of(rule.owed)
    near = sum((~held for held in holds), np.zeros(len(owed), np.int64)) == 1
    missed = [near & ~held for held in holds]
    failed = [
        int((miss & evaluation.of(verdict.fails)).sum())
        for miss, verdict in zip(missed, rule.verdicts, strict=True)
    ]
    nears = [(fails, int(miss.sum()) - fails) for miss, fails in zip(missed, failed, strict=True)]
    amounts = None if rule.amount is None else evaluation.of(rule.amount)[owed]
    return Part(owed, evaluation.of(rule.unknown), near, nears, amounts)


def _joined(rule: Rule, size: int, parts: list[Part]) -> Found:
    totals = np.array([part.nears for part in parts], np.int64)
    totals = totals.reshape(len(parts), len(rule.conditions), 2)
    nears = tuple(
        Near(key, int(fails), int(unknown))
        for key, (fails, unknown) in zip(rule.conditions, totals.sum(axis=0), strict=True)
    )
    return Found(
        size,
        owed=_words(part.owed for part in parts),
        unknown=_words(part.unknown for part in parts),
        near=_words(part.near for part in parts),
        nears=nears,
        paid=None if rule.amount is None else _paid(parts),
    )


def _words(truths: Any) -> Any:
    told = list(truths)
    return words_of(np.concatenate(told)) if told else words_of(np.zeros(0, np.bool_))


def _paid(parts: list[Part]) -> list[Array]:
    return [part.amounts for part in parts if part.amounts is not None]
