"""Vector code finds, bit for bit, what NumPy finds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.entitlements import city
from bench.entitlements.rules import RULES
from gongtu.engines.entitlement.city import oracle, vector
from gongtu.engines.entitlement.city import plain as p
from gongtu.engines.entitlement.city.columns import NOBODY, Column, Frame, Town
from gongtu.engines.entitlement.city.lowering import Verdict
from gongtu.engines.entitlement.city.outcome import Near, rows_of, words_of
from gongtu.engines.entitlement.city.program import Program, Rule, program
from gongtu.engines.entitlement.city.vector.stored import CHUNK
from tests.engines.entitlement.city import trees
from tests.engines.entitlement.city.rules import benefits
from tests.engines.entitlement.city.worlds import worlds

pytestmark = pytest.mark.skipif(not vector.available(), reason="llvmlite is not installed")
SIZES = (1, 63, 64, 65, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK + 64)


def assert_same(asked: Program, threads: int = 2) -> None:
    found, expected = vector.run(asked, threads), oracle.run(asked)

    assert found.size == expected.size
    assert list(found.found) == list(expected.found)
    for key, there in expected.found.items():
        here = found.found[key]
        assert here.check() == there.check(), key
        assert here.nears == there.nears, key
        for kind in ("owed", "unknown", "near"):
            assert np.array_equal(getattr(here, kind), getattr(there, kind)), (key, kind)
        if there.amounts is None:
            assert here.amounts is None
        else:
            assert np.array_equal(here.amounts, there.amounts), key


def repeated(town: Town, kind: str, size: int) -> Town:
    """The same town with so many rows of a kind, its rows again and again."""
    frame = town.frame(kind)
    if not frame.size:
        return town
    rows = np.arange(size) * 7 % frame.size
    columns = {
        key: Column(
            one.values[rows], None if one.known is None else one.known[rows], one.categories
        )
        for key, one in frame.columns.items()
    }
    joins = {via: joined[rows] for via, joined in frame.joins.items()}
    return Town(town.on, {**town.frames, kind: Frame(kind, size, columns, joins)})


@settings(max_examples=30)
@given(worlds(), benefits(), st.none() | st.sampled_from(SIZES))
def test_generated_rules_find_the_same_in_generated_cities(world, asked, size):
    town = world.town() if size is None else repeated(world.town(), "person", size)

    assert_same(program(asked, town, "person"))


@settings(max_examples=40)
@given(trees.programs())
def test_generated_trees_are_the_same_in_every_width(asked):
    assert_same(asked)


@pytest.mark.parametrize("unknown", [0, 0.05])
@pytest.mark.parametrize("size", [CHUNK * 2, 10_001])
def test_forty_rules_find_the_same_in_a_made_up_city(size, unknown):
    assert_same(program(RULES, city.town(size, unknown=unknown), "person"))


def test_one_thread_finds_what_many_find():
    assert_same(program(RULES[:3], city.town(50_000), "person"), threads=1)


def test_nobody_is_owed_anything_in_an_empty_city():
    town = Town(date(2026, 4, 2), {})
    town = replace(town, frames={"person": Frame("person", 0, {}, {})})
    rule = Rule("anything", (), (), p.Whole(7), p.TRUE)

    outcome = vector.run(Program(town, town.frame("person"), (rule,), {}, {}))

    assert outcome.found["anything"].count == 0
    assert outcome.found["anything"].amounts.tolist() == []


def test_without_rules_nothing_is_found():
    frame = Frame("person", 70, {}, {})

    outcome = vector.run(Program(Town(date(2026, 4, 2), {}), frame, (), {"a": "b"}, {}))

    assert outcome.found == {}
    assert outcome.left_out == {"a": "b"}


def test_rule_without_conditions_is_owed_to_all_and_near_to_none():
    size = 2 * CHUNK + 70
    frame = Frame("person", size, {}, {})
    rule = Rule("anything", (), (), p.Whole(7), p.TRUE)

    found = vector.run(Program(Town(date(2026, 4, 2), {}), frame, (rule,), {}, {})).found

    assert found["anything"].count == size
    assert found["anything"].total == 7 * size
    assert not rows_of(found["anything"].near, size).size


def test_amounts_find_more_room_where_they_came_to_less_before():
    amounts = np.arange(40 * CHUNK + 5) % 251
    frame = Frame("person", len(amounts), {"f": Column(amounts.astype(np.uint8))}, {})
    town = Town(date(2026, 4, 2), {"person": frame})
    rule = Rule("anything", (), (), p.Of("f", "", 0, 255), p.TRUE)
    asked = Program(town, frame, (rule,), {}, {})

    first, again = (vector.run(asked, threads=1).found["anything"] for _ in range(2))

    assert np.array_equal(first.amounts, amounts)
    assert np.array_equal(again.amounts, amounts)
    assert len(first.paid) > len(again.paid)  # what it came to was remembered


def test_rule_that_all_miss_by_one_condition_counts_all_of_them():
    frame = Frame("person", 2 * CHUNK, {}, {})
    conditions = Verdict(p.TRUE, p.FALSE), Verdict(p.FALSE, p.TRUE), Verdict(p.TRUE, p.FALSE)
    rule = Rule("nothing", ("a", "b", "c"), conditions, None, p.TRUE)

    found = vector.run(Program(Town(date(2026, 4, 2), {}), frame, (rule,), {}, {})).found

    assert found["nothing"].nears == (Near("a", 0, 0), Near("b", 2 * CHUNK, 0), Near("c", 0, 0))


def test_divisor_may_be_larger_than_all_that_is_divided():
    frame = Frame("person", 3, {"f": Column(np.array([1, 5, 9], np.uint8))}, {})
    asked = Program(Town(date(2026, 4, 2), {"person": frame}), frame, (), {}, {})
    none = p.Compare("==", p.Quotient(p.Of("f", "", 1, 9), 2**33), p.Whole(0))

    assert rows_of(vector.bitmaps(asked, [none])[0], 3).tolist() == [0, 1, 2]


def test_bitmaps_tell_where_any_truth_holds():
    joined = np.array([0, NOBODY, 1] * 30, np.int32)
    firms = Frame("enterprise", 2, {"f": Column(np.array([3, 9], np.uint8))}, {})
    frame = Frame("person", 90, {}, {"enterprise": joined})
    town = Town(date(2026, 4, 2), {"enterprise": firms, "person": frame})
    truths = [
        p.Belongs("enterprise"),
        p.Not(p.Belongs("enterprise")),
        p.Compare(">", p.Of("f", "enterprise", 0, 9), p.Whole(3)),
        p.TRUE,
    ]

    bits = vector.bitmaps(Program(town, frame, (), {}, {}), truths)

    expected = [joined >= 0, joined < 0, joined == 1, np.ones(90, bool)]
    for words, told in zip(bits, expected, strict=True):
        assert np.array_equal(words, words_of(told))


def test_other_thresholds_need_no_other_code():
    frame = Frame("person", 3, {"f": Column(np.array([1, 5, 9], np.uint8))}, {})
    town = Town(date(2026, 4, 2), {"person": frame})
    asked = Program(town, frame, (), {}, {})

    def rows(least: int) -> list[int]:
        truth = p.Compare(">=", p.Of("f", "", 1, 9), p.Whole(least))
        return rows_of(vector.bitmaps(asked, [truth])[0], 3).tolist()

    assert rows(5) == [1, 2]
    compiled = vector.compilations()
    assert rows(9) == [2]
    assert vector.compilations() == compiled
