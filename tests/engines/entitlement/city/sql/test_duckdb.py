"""Rules run by DuckDB come out as the oracle says."""

import pytest
from hypothesis import given, settings

from gongtu.engines.entitlement.city.program import program
from gongtu.engines.entitlement.city.sql import on_duckdb
from tests.engines.entitlement.city.rules import benefits
from tests.engines.entitlement.city.sql.agreeing import rows_agree, sums_agree
from tests.engines.entitlement.city.sql.trees import programs
from tests.engines.entitlement.city.worlds import worlds


@pytest.fixture(scope="module")
def engine():
    engine = on_duckdb.DuckDB(threads=1)
    yield engine
    engine.close()


@settings(max_examples=20)
@given(worlds(), benefits())
def test_generated_rules_come_to_the_same(engine, world, asked):
    asked_of = program(asked, world.town(), "person")

    sums_agree(asked_of, engine)
    rows_agree(asked_of, engine)


@settings(max_examples=20)
@given(programs())
def test_any_tree_comes_to_the_same(engine, generated):
    sums_agree(generated, engine)
    rows_agree(generated, engine)
