"""Rules run by DuckDB come out as the oracle says."""

import pytest
from hypothesis import given, settings

from gongtu.engines.entitlement.city.program import program
from gongtu.engines.entitlement.city.sql import on_duckdb
from tests.engines.entitlement.city.rules import benefits
from tests.engines.entitlement.city.sql.agreeing import agrees
from tests.engines.entitlement.city.sql.trees import programs
from tests.engines.entitlement.city.worlds import worlds


@pytest.fixture(scope="module")
def engine():
    with on_duckdb.opened(threads=1) as engine:
        yield engine


@settings(max_examples=20)
@given(worlds(), benefits())
def test_generated_rules_come_to_the_same(engine, world, asked):
    agrees(program(asked, world.town(), "person"), engine)


@settings(max_examples=20)
@given(programs())
def test_any_tree_comes_to_the_same(engine, generated):
    agrees(generated, engine)
