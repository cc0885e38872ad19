"""The rules as one Python function over whole arrays, every shared part worked out once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from bench.entitlements.peers import (
    Result,
    columns_of,
    leaves_of,
    named,
    roots_of,
    rule_name,
    wants_unknown,
)
from bench.entitlements.peers.writing import ArrayText
from gongtu.engines.entitlement.city import plain as p
from gongtu.engines.entitlement.city.program import Program

Arrays = dict[str, Any]


def arrays_of(program: Program) -> Arrays:
    """The columns by name; those of enterprises have a zero last, for who belongs to none."""
    found: Arrays = {"employer": np.asarray(program.frame.joins["enterprise"])}
    columns = columns_of(program)
    for key, via in leaves_of(program):
        column = columns[named(key, via)]
        known = column.known
        if known is None:
            known = np.ones(len(column.values) if via else 1, np.bool_)
        found[named(key, via)] = _with_nobody(column.values, via)
        found[f"known_{named(key, via)}"] = _with_nobody(known, via)
    return found


def function_of(program: Program) -> Callable[..., Any]:
    """The function itself."""
    scope: dict[str, Any] = {}
    exec(compile(source_of(program), "rules", "exec"), scope)
    function: Callable[..., Any] = scope["rules"]
    return function


def source_of(program: Program) -> str:
    """`def rules(xp, facts…)`, which gives owed, unknown, near and amount of each rule."""
    shared = _shared(program)
    writing = ArrayText(shared)
    lines = [f"def rules(xp, {', '.join(sorted(arrays_of(program)))}):", "    found = []"]
    for node in p.in_order(roots_of(program)):
        if node in shared:
            lines.append(f"    {shared[node]} = {_in_full(writing, node)}")
    for rule in program.rules:
        holds = [writing.text(verdict.holds) for verdict in rule.verdicts]
        failed = " + ".join(f"(~{each}).astype(xp.int8)" for each in holds)
        amount = "None"
        if rule.amount is not None:
            amount = f"xp.where(owed, {writing.text(rule.amount)}, 0).astype(xp.int32)"
        unknown = writing.text(rule.unknown) if wants_unknown(program) else "None"
        lines += [
            f"    owed = {' & '.join([*holds, writing.text(rule.amount_known)])}"
            f"  # {rule_name(rule.key)}",
            f"    found.append((owed, {unknown}, ({failed}) == 1, {amount}))",
        ]
    return "\n".join([*lines, "    return found"])


def results_of(found: Any, size: int) -> Iterator[Result]:
    """What the function gave."""
    for each in found:
        wide = [None if one is None else np.broadcast_to(np.asarray(one), size) for one in each]
        owed, unknown, near, amounts = wide
        yield Result(np.asarray(owed), unknown, np.asarray(near), amounts)


def _with_nobody(values: Any, via: str) -> Any:
    return np.append(values, values.dtype.type(0)) if via else np.asarray(values)


def _shared(program: Program) -> dict[p.Plain, str]:
    """A name for every fact read and every part that is used more than once."""
    roots = roots_of(program)
    uses = Counter(part for node in p.in_order(roots) for part in node.parts)
    uses.update(roots)
    names: dict[p.Plain, str] = {}
    for node in p.in_order(roots):
        written_down = isinstance(node, p.Whole | p.Always)
        if not written_down and (uses[node] > 1 or not node.parts):
            names[node] = f"v{len(names)}"
    return names


def _in_full(writing: ArrayText, node: p.Plain) -> str:
    text = writing.text(node, spelt_out=True)
    return f"{text}.astype(xp.int32)" if isinstance(node, p.Of) else text
