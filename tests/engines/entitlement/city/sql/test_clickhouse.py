"""Rules run by ClickHouse come out as the oracle says."""

import sys

import pytest
from hypothesis import given, settings

from gongtu.base.errors import Broken
from gongtu.engines.entitlement.city.program import program
from gongtu.engines.entitlement.city.sql import on_clickhouse
from tests.engines.entitlement.city.rules import benefits
from tests.engines.entitlement.city.sql.agreeing import agrees
from tests.engines.entitlement.city.sql.trees import programs
from tests.engines.entitlement.city.worlds import worlds


@pytest.fixture(scope="module")
def engine():
    with on_clickhouse.opened() as engine:
        yield engine


@settings(max_examples=12)
@given(worlds(), benefits())
def test_generated_rules_come_to_the_same(engine, world, asked):
    agrees(program(asked, world.town(), "person"), engine)


@settings(max_examples=12)
@given(programs())
def test_any_tree_comes_to_the_same(engine, generated):
    agrees(generated, engine)


def test_a_machine_without_it_is_told_plainly(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "chdb.session", None)

    with pytest.raises(Broken, match=r"not installed.* gongtu\[clickhouse\]"):
        on_clickhouse.ClickHouse(tmp_path)
