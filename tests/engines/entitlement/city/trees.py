"""Generated plain trees over columns of every width, and programs made of them."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
from hypothesis import assume
from hypothesis import strategies as st

from gongtu.engines.entitlement.city import arithmetic as a
from gongtu.engines.entitlement.city import plain as p
from gongtu.engines.entitlement.city.columns import NOBODY, Column, Frame, Town
from gongtu.engines.entitlement.city.lowering import Verdict
from gongtu.engines.entitlement.city.program import Program, Rule

WIDTHS = {
    "flag": (np.bool_, 0, 1),
    "byte": (np.uint8, 0, 255),
    "short": (np.uint16, 0, 65_535),
    "day": (np.int32, -(2**31), 2**31 - 1),
    "sum": (np.int64, -(2**40), 2**40),
}
SIGNS = tuple(p.COMPARE)
LIST = (5, -7, 2**40, 0, 1, 1, 2**31, -(2**31) - 1)


def column(draw: st.DrawFn, name: str, size: int) -> Column:
    kind, low, high = WIDTHS[name]
    edges = st.sampled_from(sorted({low, high, 0, 1})) | st.integers(low, high)
    values = np.array(draw(st.lists(edges, min_size=size, max_size=size)), kind)
    if not draw(st.booleans()):
        return Column(values)
    known = np.array(draw(st.lists(st.booleans(), min_size=size, max_size=size)), np.bool_)
    return Column(np.where(known, values, 0).astype(kind), known)


@st.composite
def towns(draw: st.DrawFn) -> Town:
    size, firms = draw(st.integers(1, 9)), draw(st.integers(0, 3))
    joined = draw(st.lists(st.integers(NOBODY, firms - 1), min_size=size, max_size=size))
    person = Frame(
        "person",
        size,
        {name: column(draw, name, size) for name in WIDTHS},
        {"enterprise": np.array(joined, np.int32)},
    )
    enterprise = Frame("enterprise", firms, {name: column(draw, name, firms) for name in WIDTHS})
    return Town(date(2026, 9, 1), {"person": person, "enterprise": enterprise})


def leaf(town: Town, name: str, via: str) -> p.Number:
    low, high = town.frame(via or "person").columns[name].bounds
    if via:
        low, high = min(low, 0), max(high, 0)
    return p.Of(name, via, low, high)


def known(town: Town, name: str, via: str) -> p.Truth:
    column = town.frame(via or "person").columns[name]
    if column.known is None and not via:
        return p.TRUE
    return p.Known(name, via)


vias = st.sampled_from(["", "", "enterprise"])
names = st.sampled_from(sorted(WIDTHS))


def numbers(town: Town, truths: Any) -> st.SearchStrategy[p.Number]:
    some = st.integers(-9, 300) | st.integers(-(2**33), 2**33) | st.sampled_from(LIST)
    leaves = st.builds(leaf, st.just(town), names, vias) | some.map(p.Whole)

    def larger(inner: Any) -> st.SearchStrategy[p.Number]:
        two = [
            st.builds(made, inner, inner)
            for made in (a.plus, a.minus, a.times, a.least, a.greatest, p.Sum, p.Difference)
        ]
        return st.one_of(
            *two,
            st.builds(a.floor, inner, st.integers(1, 400) | st.just(2**33)),
            st.builds(p.pick, truths, inner, inner),
            st.builds(looked_up, inner, st.sampled_from([LIST, LIST * 3])),
        )

    return refused(st.recursive(leaves, larger, max_leaves=5))


def looked_up(place: p.Number, values: tuple[int, ...]) -> p.Number:
    last = p.Whole(len(values) - 1)
    return a.lookup(a.least(a.greatest(place, p.Whole(0)), last), values)


@st.composite
def refused(draw: st.DrawFn, made: st.SearchStrategy[Any]) -> Any:
    """Of those that fit 64 bits."""
    try:
        return draw(made)
    except p.Overflowing:
        assume(False)


def plain_truths(town: Town) -> st.SearchStrategy[p.Truth]:
    return st.one_of(
        st.builds(p.Yes, names, vias),
        st.builds(known, st.just(town), names, vias),
        st.just(p.Belongs("enterprise")),
        st.builds(
            lambda name, via, sign, value: p.Compare(sign, leaf(town, name, via), p.Whole(value)),
            names, vias, st.sampled_from(SIGNS), st.integers(-3, 70_000),
        ),
    )  # fmt: skip


def truths(town: Town) -> st.SearchStrategy[p.Truth]:
    sizes = numbers(town, plain_truths(town))
    options = st.lists(st.integers(-2, 300), min_size=1, max_size=4).map(tuple)
    compared = st.builds(p.Compare, st.sampled_from(SIGNS), sizes, sizes)
    atoms = st.one_of(
        plain_truths(town), compared, st.builds(p.OneOf, sizes, options), st.just(p.FALSE)
    )
    return st.recursive(
        atoms,
        lambda inner: st.one_of(
            st.builds(p.both, inner, inner),
            st.builds(p.either, inner, inner),
            st.builds(p.negation, inner),
            st.builds(p.Not, inner),
        ),
        max_leaves=6,
    )


@st.composite
def rules(draw: st.DrawFn, town: Town, key: str) -> Rule:
    conditions = draw(st.lists(st.tuples(truths(town), truths(town)), max_size=4))
    sure = draw(st.booleans())
    verdicts = tuple(
        Verdict(holds, p.negation(holds) if sure else p.both(fails, p.negation(holds)))
        for holds, fails in conditions
    )
    amount = draw(st.none() | numbers(town, plain_truths(town)))
    told = p.TRUE if sure or amount is None else draw(truths(town))
    return Rule(key, tuple(f"c{i}" for i in range(len(verdicts))), verdicts, amount, told)


@st.composite
def programs(draw: st.DrawFn) -> Program:
    """Rules over one small town, as lowering might have made them, and stranger ones."""
    town = draw(towns())
    asked = tuple(draw(rules(town, f"rule-{i}")) for i in range(draw(st.integers(1, 3))))
    return Program(town, town.frame("person"), asked, {}, {})
