"""Fixtures that hold for every test: no network, and no order that nobody asked for."""

import socket
from collections.abc import Iterator
from typing import Any

import pytest
from django.db.models.sql.compiler import SQLCompiler
from django.test import TransactionTestCase

from gongtu.policy.providers import use_decisions
from gongtu.records.append_only import lifted

LOOPBACK = {"127.0.0.1", "::1", "localhost", ""}


class NetworkUsed(RuntimeError):
    """A test reached for a machine other than this one."""


@pytest.fixture(autouse=True, scope="session")
def blocked_network() -> Iterator[None]:
    """Connections leave only for this machine: loopback addresses and local sockets."""
    connect = socket.socket.connect

    def connect_here(self: socket.socket, address: Any) -> None:
        if self.family != socket.AF_UNIX and address[0] not in LOOPBACK:
            raise NetworkUsed(f"a test tried to reach {address[0]}")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect_here)
        yield


@pytest.fixture(autouse=True)
def decisions_only_with_a_database(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test without a database reads the provisions' own parameters."""
    if "db" in request.fixturenames or request.node.get_closest_marker("django_db"):
        yield
        return
    decisions = use_decisions(None)
    yield
    use_decisions(decisions)


@pytest.fixture(autouse=True)
def shuffled_when_unordered(monkeypatch: pytest.MonkeyPatch) -> None:
    """A list without an order comes in another order each time, as it may in service."""
    order_by = SQLCompiler.get_order_by

    def shuffled(self: SQLCompiler) -> Any:
        ordering = order_by(self)
        if ordering or not may_shuffle(self.query):
            return ordering
        self.query.order_by = ("?",)
        try:
            return order_by(self)
        finally:
            self.query.order_by = ()

    monkeypatch.setattr(SQLCompiler, "get_order_by", shuffled)


def may_shuffle(query: Any) -> bool:
    """Whole rows only: grouped, distinct, combined and inner queries keep their meaning."""
    return not (
        query.group_by is not None
        or query.distinct
        or query.combinator
        or query.subquery
        or query.is_sliced
        or query.select_for_update
        or query.annotation_select
        or query.values_select
    )


@pytest.fixture(autouse=True, scope="session")
def emptied_between_transactional_tests() -> Iterator[None]:
    """Append-only tables may be emptied here and nowhere else: between tests that really commit."""
    empty = TransactionTestCase._fixture_teardown

    def without_guards(self: TransactionTestCase) -> None:
        with lifted():
            empty(self)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", without_guards)
        yield
