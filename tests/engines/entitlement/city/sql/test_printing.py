"""A query's text: every part once, whatever is shared, in the words of its engine."""

import sys

import numpy as np
import pytest

from gongtu.base.errors import Broken
from gongtu.engines.entitlement.city import plain as p
from gongtu.engines.entitlement.city.columns import Column, Frame, Town
from gongtu.engines.entitlement.city.lowering import Verdict
from gongtu.engines.entitlement.city.program import Program, Rule
from gongtu.engines.entitlement.city.sql import DIALECTS, dialect_of, on_duckdb, rows, sums
from tests.engines.entitlement.city.sql.agreeing import agrees
from tests.engines.entitlement.city.sql.trees import ON

AGE = p.Of("Man.age", "", 0, 99)


def program_of(holds: p.Truth, amount: p.Number | None = None) -> Program:
    """One rule over men of whom one's age is not known."""
    ages = Column(np.array([40, 0, 7], np.uint8), np.array([True, False, True]))
    town = Town(ON, {"man": Frame("man", 3, {"Man.age": ages})})
    rule = Rule("rule", ("old",), (Verdict(holds, p.negation(holds)),), amount, p.TRUE)
    return Program(town, town.frame("man"), (rule,), {}, {})


def grown(times: int) -> p.Number:
    """A tree that has twice as many leaves with each step, and one node more."""
    whole: p.Number = AGE
    for _ in range(times):
        whole = p.Quotient(p.Sum(whole, whole), 2)
    return whole


@pytest.mark.parametrize("dialect", DIALECTS.values(), ids=DIALECTS)
def test_text_grows_with_the_parts_and_not_with_their_use(dialect):
    few, many = (
        len(sums(program_of(p.Compare(">", grown(times), AGE)), dialect)) for times in (20, 40)
    )

    assert many < few * 2


def test_a_long_sum_nests_no_deeper_than_engines_bear():
    whole: p.Number = AGE
    for number in range(400):
        whole = p.Sum(whole, p.Whole(number))
    asked = program_of(p.Compare(">", whole, p.Whole(79807)))

    with on_duckdb.opened(threads=1) as engine:
        agrees(asked, engine)


def test_each_engine_divides_looks_up_and_counts_in_its_own_words():
    amount = p.Lookup(p.Quotient(AGE, 40), (100, 200, 300))
    asked = program_of(p.Compare(">=", AGE, p.Whole(7)), amount)
    told = {key: sums(asked, dialect) for key, dialect in DIALECTS.items()}

    assert '[100, 200, 300] AS BIGINT[])[("Man.age" // 40) + 1]' in told["duckdb"]
    assert '[100, 200, 300] AS Array(Int64))[intDiv("Man.age", 40) + 1]' in told["clickhouse"]
    assert "array(100, 200, 300) AS ARRAY<BIGINT>)[(`Man.age` DIV 40)]" in told["spark"]
    assert "countIf(" in told["clickhouse"]
    assert "count_if(" in told["spark"]


def test_amounts_that_could_outgrow_64_bits_are_added_up_in_wider_numbers():
    asked = program_of(p.TRUE, p.Whole(2**62))

    assert "HUGEINT" in sums(asked, DIALECTS["duckdb"])
    assert "HUGEINT" not in sums(program_of(p.TRUE, p.Whole(2**40)), DIALECTS["duckdb"])
    with on_duckdb.opened(threads=1) as engine:
        agrees(asked, engine)


def test_a_city_without_rules_has_nothing_to_ask():
    asked = Program(*(getattr(program_of(p.TRUE), name) for name in ("town", "frame")), (), {}, {})

    with on_duckdb.opened(threads=1) as engine:
        agrees(asked, engine)


def test_a_dialect_nobody_speaks_is_named():
    with pytest.raises(Broken, match="duckdb, clickhouse, spark, not for 'oracle'"):
        dialect_of("oracle")


def test_an_engine_that_is_not_installed_is_told_of_plainly(monkeypatch):
    monkeypatch.setitem(sys.modules, "duckdb", None)

    with pytest.raises(Broken, match=r"duckdb is not installed.* gongtu\[duckdb\]"):
        on_duckdb.run(program_of(p.TRUE))


def test_rows_carry_an_amount_only_where_it_is_owed():
    told = rows(program_of(p.Compare(">=", AGE, p.Whole(7)), AGE), DIALECTS["duckdb"])

    assert 'CASE WHEN "owed rule" THEN "amount rule" END AS "rule: amount"' in told
