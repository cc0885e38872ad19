"""Polars: one lazy query over the left join; its own optimiser finds the shared parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from operator import add, and_, eq, floordiv, ge, gt, le, lt, mul, ne, or_, sub
from typing import Any

import numpy as np
import polars as pl

from bench.entitlements.peers import Result, columns_of, named, rule_name, split, wants_unknown
from gongtu.base.errors import Broken
from gongtu.engines.entitlement.city import plain as p
from gongtu.engines.entitlement.city.columns import Column
from gongtu.engines.entitlement.city.program import Program, Rule

SIGNS: dict[str, Callable[..., Any]] = {
    "<=": le,
    "<": lt,
    ">=": ge,
    ">": gt,
    "==": eq,
    "!=": ne,
}
TOGETHER: dict[type[p.Plain], Callable[..., Any]] = {
    p.Sum: add,
    p.Difference: sub,
    p.Product: mul,
    p.Least: pl.min_horizontal,
    p.Greatest: pl.max_horizontal,
    p.Pick: lambda test, yes, no: pl.when(test).then(yes).otherwise(no),
    p.Not: lambda part: ~part,
    p.Both: and_,
    p.Either: or_,
}


class Engine:
    def __init__(self, program: Program, threads: int) -> None:  # noqa: ARG002 - set at start
        self.program = program
        people, firms = split(columns_of(program))
        joins = np.asarray(program.frame.joins["enterprise"])
        workers = _frame(people).with_columns(employer=pl.Series(joins))
        size = program.town.frame("enterprise").size
        enterprises = _frame(firms).with_columns(employer=pl.Series(np.arange(size, dtype="i4")))
        self.query = (
            workers.lazy()
            .join(enterprises.lazy(), on="employer", how="left", maintain_order="left")
            .select(list(_Building(wants_unknown(program)).rules(program)))
        )
        self.found = pl.DataFrame()

    def get_ready(self) -> None:
        self.found = pl.DataFrame()

    def run(self) -> None:
        self.found = self.query.collect()

    def results(self) -> Iterator[Result]:
        for rule in self.program.rules:
            name = rule_name(rule.key)
            owed, near = self.found[f"owed_{name}"], self.found[f"near_{name}"]
            yield Result(
                owed.to_numpy(),
                self._kept(f"unknown_{name}"),
                near.to_numpy(),
                self._kept(f"amount_{name}"),
            )

    def _kept(self, name: str) -> Any:
        return self.found[name].to_numpy() if name in self.found.columns else None


def _frame(columns: Mapping[str, Column]) -> pl.DataFrame:
    held = {name: pl.Series(np.asarray(column.values)) for name, column in columns.items()}
    for name, column in columns.items():
        if column.known is not None:
            held[f"known_{name}"] = pl.Series(np.asarray(column.known))
    return pl.DataFrame(held)


class _Building:
    """Trees as expressions of Polars, each built once."""

    def __init__(self, unknown: bool) -> None:
        self.unknown = unknown
        self.built: dict[p.Plain, pl.Expr] = {}

    def rules(self, program: Program) -> Iterator[pl.Expr]:
        for rule in program.rules:
            yield from self._rule(rule)

    def _rule(self, rule: Rule) -> Iterator[pl.Expr]:
        name = rule_name(rule.key)
        holds = [self.of(verdict.holds) for verdict in rule.verdicts]
        owed = self.of(rule.amount_known)
        for each in holds:
            owed = owed & each
        failed = pl.sum_horizontal([(~each).cast(pl.Int8) for each in holds])
        yield owed.alias(f"owed_{name}")
        yield (failed == 1).alias(f"near_{name}")
        if rule.amount is not None:
            amount = pl.when(owed).then(self.of(rule.amount)).otherwise(0)
            yield amount.cast(pl.Int32).alias(f"amount_{name}")
        if self.unknown:
            yield self.of(rule.unknown).alias(f"unknown_{name}")

    def of(self, root: p.Plain) -> pl.Expr:
        for node in p.in_order([root]):
            if node not in self.built:
                self.built[node] = self._build(node, [self.built[part] for part in node.parts])
        return self.built[root]

    def _build(self, node: p.Plain, parts: list[pl.Expr]) -> pl.Expr:
        made: pl.Expr
        if (work := TOGETHER.get(type(node))) is not None:
            made = work(*parts)
            return made
        match node:
            case p.Compare(sign):
                made = SIGNS[sign](*parts)
            case p.OneOf(options=options):
                made = parts[0].is_in(list(options))
            case p.Quotient(by=by):
                made = floordiv(parts[0], by)
            case p.Lookup(values=values):
                places = list(range(len(values)))
                made = parts[0].replace_strict(places, list(values), return_dtype=pl.Int32)
            case _:
                made = _leaf(node)
        return made


def _leaf(node: p.Plain) -> pl.Expr:
    match node:
        case p.Whole(value):
            return pl.lit(value, pl.Int32)
        case p.Always(value):
            return pl.lit(value)
        case p.Of(key, via):
            return _of_nobody(pl.col(named(key, via)).cast(pl.Int32), via)
        case p.Yes(key, via):
            return _of_nobody(pl.col(named(key, via)), via) != 0
        case p.Known(key, via):
            return pl.col(f"known_{named(key, via)}").fill_null(False)
        case p.Belongs():
            return pl.col("employer") >= 0
    raise Broken(f"Polars has no form for {node!r}.")


def _of_nobody(column: pl.Expr, via: str) -> pl.Expr:
    return column.fill_null(0) if via else column
