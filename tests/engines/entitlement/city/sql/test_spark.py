"""Rules run by Spark, asked through Spark Connect, come out as the oracle says."""

import os
import sys

import pytest
from hypothesis import given, settings

from gongtu.base.errors import Broken
from gongtu.engines.entitlement.city.program import program
from gongtu.engines.entitlement.city.sql import on_spark
from tests.engines.entitlement.city.rules import benefits
from tests.engines.entitlement.city.sql.agreeing import agrees
from tests.engines.entitlement.city.sql.trees import programs
from tests.engines.entitlement.city.worlds import worlds


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    folder = tmp_path_factory.mktemp("spark")
    with on_spark.opened(os.environ["GONGTU_TEST_SPARK"], folder) as engine:
        yield engine


@pytest.mark.spark
@settings(max_examples=8)
@given(worlds(), benefits())
def test_generated_rules_come_to_the_same(engine, world, asked):
    agrees(program(asked, world.town(), "person"), engine)


@pytest.mark.spark
@settings(max_examples=8)
@given(programs())
def test_any_tree_comes_to_the_same(engine, generated):
    agrees(generated, engine)


def test_a_machine_without_it_is_told_plainly(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "pyspark.sql.connect.session", None)

    with (
        pytest.raises(Broken, match=r"not installed.* gongtu\[spark\]"),
        on_spark.opened("sc://127.0.0.1:1", tmp_path),
    ):
        pass
