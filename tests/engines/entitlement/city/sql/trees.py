"""Generated programs of plain trees: every kind of node, parts shared, numbers up to 64 bits."""

from __future__ import annotations

from datetime import date

import numpy as np
from hypothesis import strategies as st

from gongtu.base.errors import Broken
from gongtu.engines.entitlement.city import plain as p
from gongtu.engines.entitlement.city.columns import Column, Frame, Town, narrowed
from gongtu.engines.entitlement.city.lowering import Verdict
from gongtu.engines.entitlement.city.program import Program, Rule

ON = date(2026, 9, 1)
NUMBERS = ("Man.few", "Man.many", "Man.odd-name: 1")
KINDS: list[type[p.Number]] = [p.Sum, p.Difference, p.Product, p.Least, p.Greatest]
FAR = st.sampled_from([2**31, 2**32 + 7, 2**63 - 1, -(2**63), -(2**31) - 1])
written_down = st.integers(-40, 40) | FAR


@st.composite
def programs(draw: st.DrawFn, most: int = 9) -> Program:
    """Some rules over some rows, some of which belong to a firm; any fact may be missing."""
    town = draw(towns(most))
    numbers, truths = draw(trees(town))
    rules = [
        Rule(
            f"rule-{number}",
            tuple(f"c{n}" for n in range(conditions)),
            tuple(draw(verdicts(truths)) for _ in range(conditions)),
            draw(st.none() | st.sampled_from(numbers)),
            draw(st.sampled_from(truths)),
        )
        for number, conditions in enumerate(draw(st.lists(st.integers(1, 4), max_size=3)))
    ]
    return Program(town, town.frame("man"), tuple(rules), {}, {})


@st.composite
def verdicts(draw: st.DrawFn, truths: list[p.Truth]) -> Verdict:
    """It holds, fails, or neither; never both."""
    holds, known = draw(st.sampled_from(truths)), draw(st.sampled_from(truths))
    return Verdict(p.both(holds, known), p.both(p.negation(holds), known))


@st.composite
def towns(draw: st.DrawFn, most: int) -> Town:
    size, firms = draw(st.integers(0, most)), draw(st.integers(0, 3))
    owners = draw(st.lists(st.integers(-1, firms - 1), min_size=size, max_size=size))
    man = {key: draw(columns(size)) for key in NUMBERS}
    firm = {"Firm.many": draw(columns(firms)), "Firm.is": draw(columns(firms, st.integers(0, 1)))}
    frames = {
        "man": Frame("man", size, man, {"firm": np.array(owners, np.int32)}),
        "firm": Frame("firm", firms, firm),
    }
    return Town(ON, frames)


@st.composite
def columns(draw: st.DrawFn, size: int, values: st.SearchStrategy[int] = written_down) -> Column:
    told = draw(st.lists(values, min_size=size, max_size=size))
    known = np.array(draw(st.lists(st.booleans(), min_size=size, max_size=size)), np.bool_)
    if draw(st.booleans()):
        return Column(narrowed(np.array(told, np.int64)))
    return Column(narrowed(np.where(known, np.array(told, np.int64), 0)), known)


@st.composite
def trees(draw: st.DrawFn, town: Town) -> tuple[list[p.Number], list[p.Truth]]:
    """Nodes made of any of those made before."""
    numbers: list[p.Number] = [*leaves(town), p.Whole(draw(written_down))]
    truths: list[p.Truth] = [p.TRUE, p.FALSE, p.Belongs("firm"), p.Yes("Firm.is", "firm")]
    truths += [p.Known(node.key, node.via) for node in numbers if may_be_missing(node, town)]
    for _ in range(draw(st.integers(0, 30))):
        try:
            node = draw(st.sampled_from([number, truth]))(draw, numbers, truths)
        except Broken:  # a number that would not fit
            continue
        (numbers if isinstance(node, p.Number) else truths).append(node)
    return numbers, truths


def leaves(town: Town) -> list[p.Of]:
    own = [p.Of(key, "", *town.frame("man").columns[key].bounds) for key in NUMBERS]
    low, high = town.frame("firm").columns["Firm.many"].bounds
    return [*own, p.Of("Firm.many", "firm", min(low, 0), max(high, 0))]


def may_be_missing(node: p.Number, town: Town) -> bool:
    if not isinstance(node, p.Of):
        return False
    return town.frame(node.via or "man").columns[node.key].known is not None


def number(draw: st.DrawFn, numbers: list[p.Number], truths: list[p.Truth]) -> p.Number:
    one, other = draw(st.sampled_from(numbers)), draw(st.sampled_from(numbers))
    match draw(st.integers(0, 9)):
        case 0:
            return p.Whole(draw(written_down))
        case 1:
            return p.Quotient(p.Greatest(one, p.Whole(0)), draw(st.integers(1, 400)))
        case 2:
            values = tuple(draw(st.lists(written_down, min_size=4, max_size=4)))
            return p.Lookup(p.Least(p.Greatest(one, p.Whole(0)), p.Whole(3)), values)
        case 3 | 4:
            return p.Pick(draw(st.sampled_from(truths)), one, other)
    return draw(st.sampled_from(KINDS))(one, other)


def truth(draw: st.DrawFn, numbers: list[p.Number], truths: list[p.Truth]) -> p.Truth:
    one, other = draw(st.sampled_from(truths)), draw(st.sampled_from(truths))
    match draw(st.integers(0, 5)):
        case 0:
            options = tuple(draw(st.lists(written_down, min_size=1, max_size=4)))
            return p.OneOf(draw(st.sampled_from(numbers)), options)
        case 1:
            return p.Not(one)
        case 2 | 3:
            return draw(st.sampled_from([p.Both, p.Either]))(one, other)
    sign = draw(st.sampled_from(sorted(p.COMPARE)))
    return p.Compare(sign, draw(st.sampled_from(numbers)), draw(st.sampled_from(numbers)))
