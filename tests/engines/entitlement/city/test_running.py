"""A run goes on where vector code cannot be had, and says so."""

import pytest

from bench.entitlements import city
from bench.entitlements.rules import RULES
from gongtu.engines.entitlement.city.program import program
from gongtu.engines.entitlement.city.running import Execution, run
from gongtu.engines.entitlement.city.vector import machine


def asked():
    return program(RULES[:2], city.town(500), "person")


def test_every_execution_finds_the_same():
    checks = {execution: run(asked(), execution).outcome.check() for execution in Execution}

    assert checks[Execution.VECTOR] == checks[Execution.NUMPY] == checks[Execution.DUCKDB]


def test_without_llvmlite_it_is_numpy_and_says_why(monkeypatch):
    monkeypatch.setattr(machine, "find_spec", lambda _name: None)
    machine.missing.cache_clear()

    ran = run(asked())

    assert ran.execution is Execution.NUMPY
    assert ran.instead == "Run by NumPy, because llvmlite is not installed."
    machine.missing.cache_clear()


def test_where_no_code_may_be_made_it_is_numpy_and_says_why(monkeypatch):
    binding = pytest.importorskip("llvmlite.binding", reason="llvmlite is an extra")

    def refuse() -> None:
        raise OSError("SELinux")

    monkeypatch.setattr(binding, "check_jit_execution", refuse)
    machine.missing.cache_clear()

    ran = run(asked())

    assert ran.execution is Execution.NUMPY
    assert "allows no code to be made (SELinux)" in ran.instead
    machine.missing.cache_clear()
