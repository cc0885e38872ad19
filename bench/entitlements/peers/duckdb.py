"""DuckDB: two tables, one query over their left join, its result kept as a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa

from bench.entitlements.peers import Result, columns_of, rule_name, split, wants_unknown
from bench.entitlements.peers.writing import SqlText
from gongtu.engines.entitlement.city import plain as p
from gongtu.engines.entitlement.city.columns import Column
from gongtu.engines.entitlement.city.program import Program, Rule


class Engine:
    def __init__(self, program: Program, threads: int) -> None:
        self.program = program
        self.connection = duckdb.connect(config={"threads": threads})
        people, firms = split(columns_of(program))
        joins = np.asarray(program.frame.joins["enterprise"])
        self._load("p", people, {"row": np.arange(program.frame.size), "employer": joins})
        size = program.town.frame("enterprise").size
        self._load("e", firms, {"number": np.arange(size, dtype=np.int32)})
        self.query = query_of(program)

    def get_ready(self) -> None:
        self.connection.execute("drop table if exists found")

    def run(self) -> None:
        self.connection.execute(f"create table found as {self.query}")

    def results(self) -> Iterator[Result]:
        for rule in self.program.rules:
            name = rule_name(rule.key)
            kept = ["owed", "near"] + ["unknown"] * wants_unknown(self.program)
            kept += ["amount"] * (rule.amount is not None)
            listed = ", ".join(f"{each}_{name} as {each}" for each in kept)
            found = self.connection.execute(f"select {listed} from found order by row").fetchnumpy()
            yield Result(found["owed"], found.get("unknown"), found["near"], found.get("amount"))

    def _load(self, name: str, columns: Mapping[str, Column], more: dict[str, Any]) -> None:
        held = dict(more)
        for key, column in columns.items():
            held[key] = np.asarray(column.values).astype(np.int32)
            if column.known is not None:
                held[f"known_{key}"] = np.asarray(column.known)
            elif name == "e":  # known of whomever has an enterprise
                held[f"known_{key}"] = np.ones(len(column.values), np.bool_)
        arrow = pa.table({key: pa.array(values) for key, values in held.items()})
        self.connection.register("arrow", arrow)
        self.connection.execute(f"create table {name} as select * from arrow")
        self.connection.unregister("arrow")


def query_of(program: Program) -> str:
    """Every condition once, as a column of a subquery; every rule out of these columns."""
    conditions = dict.fromkeys(v.holds for rule in program.rules for v in rule.verdicts)
    names: dict[p.Plain, str] = {node: f"c{at}" for at, node in enumerate(conditions) if node.parts}
    spelt = (f"{SqlText().text(node)} as {name}" for node, name in names.items())
    inner = f"select p.*, e.*, {', '.join(spelt)} from p left join e on p.employer = e.number"
    writing = _Outer(names)
    unknown = wants_unknown(program)
    listed = ",\n".join(_columns(rule, writing, unknown) for rule in program.rules)
    return f"select row, {listed} from ({inner})"


class _Outer(SqlText):
    """The columns of the subquery go by their names alone."""

    def number(self, name: str, via: str) -> str:
        return f"coalesce({name}, 0)" if via else name

    def known(self, name: str, via: str) -> str:
        return f"coalesce(known_{name}, false)" if via else f"known_{name}"

    def belongs(self) -> str:
        return "(employer >= 0)"


def _columns(rule: Rule, writing: SqlText, unknown: bool) -> str:
    name = rule_name(rule.key)
    holds = [writing.text(verdict.holds) for verdict in rule.verdicts]
    owed = " and ".join([*holds, writing.text(rule.amount_known)])
    failed = " + ".join(f"(not {each})::int" for each in holds)
    listed = [f"({owed}) as owed_{name}", f"({failed}) = 1 as near_{name}"]
    if rule.amount is not None:
        amount = writing.text(rule.amount)
        listed.append(f"(case when owed_{name} then {amount} else 0 end)::int as amount_{name}")
    if unknown:
        listed.append(f"{writing.text(rule.unknown)} as unknown_{name}")
    return ", ".join(listed)
