"""Fixtures that hold for every test: no network, no order nobody asked for, one real browser."""

import gc
import os
import shutil
import socket
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.db.models.sql.compiler import SQLCompiler
from django.test import TransactionTestCase
from django.utils import translation
from hypothesis import settings as hypothesis

from gongtu.ops.messages import compile_catalogues
from gongtu.policy.providers import use_decisions
from gongtu.records.append_only import lifted
from tests.cast import Cast, raise_curtain
from tests.fresh import Fresh, fresh, tables_copied
from tests.scenarios.town import Town, found

LOOPBACK = {"127.0.0.1", "::1", "localhost", ""}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
BROWSER = next(filter(None, map(shutil.which, BROWSERS)), None)
NO_BROWSER = "no Chromium on this machine (Debian: apt-get install chromium)"
SPARK = os.environ.get("GONGTU_TEST_SPARK", "")
DATABASES = {"db", "transactional_db", "platform"}  # the fixtures that have one
NO_SPARK = "they have an environment of their own (make test-spark)"
# Playwright keeps a loop running in the thread of the test, whose ORM calls are yet in order.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
# In this order files are handed out to processes (`--no-loadscope-reorder`): those last that are
# over soon.  The first makes the tables, and needs a process without the browser's loop; beside it
# runs one that needs none.  Nobody waits for the demo city, which a browser's first test builds.
LONGEST_FIRST = (
    "tests/engines/credentials/test_pades.py", "tests/bench/test_entitlements.py",
    "tests/browser/test_accessibility.py",
    "tests/authority/", "tests/scenarios/", "tests/browser/", "tests/bench/",
    "tests/ops/", "tests/engines/",
)  # fmt: skip
# No test depends on how busy the machine is.
hypothesis.register_profile("patient", deadline=None)
hypothesis.load_profile("patient")
# What is imported and collected stays to the end; nobody looks through it for garbage.
gc.disable()


def pytest_sessionstart(session: pytest.Session) -> None:
    """Pages are read in English too, whoever starts the tests and however; done once for all."""
    if not hasattr(session.config, "workerinput"):
        compile_catalogues()


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


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """Where several processes test, one of them makes the tables for all."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        yield
        return
    with tables_copied(tmp_path_factory.getbasetemp()):
        yield


@pytest.fixture(autouse=True)
def decisions_only_with_a_database(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test without a database reads the provisions' own parameters, not what was decided."""
    if "db" in request.fixturenames or request.node.get_closest_marker("django_db"):
        yield
        return
    decisions = use_decisions(None)
    yield
    use_decisions(decisions)


@pytest.fixture(autouse=True)
def readers_language_forgotten() -> Iterator[None]:
    """A page read in English leaves its language behind in the thread; each test starts anew."""
    yield
    translation.deactivate()


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


@pytest.fixture
def cast(db: None) -> Cast:
    """The same people in every test."""
    return raise_curtain()


@pytest.fixture
def town(db: None) -> Town:
    """A small town, whose registers are empty."""
    return found()


@pytest.fixture(scope="module")
def platform(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Fresh]:
    """Empty, on a database of its own; what it is told to do may be killed."""
    with fresh(tmp_path_factory.mktemp("platform")) as one:
        yield one


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The system's Chromium; root may start it only without its sandbox."""
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    return {**browser_type_launch_args, "executable_path": BROWSER, "args": sandbox}


def pytest_collection_finish() -> None:
    """From here on garbage is what tests leave behind."""
    gc.freeze()
    gc.enable()


def pytest_unconfigure() -> None:
    """What was never looked through goes in order, too."""
    gc.unfreeze()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Tests of the browser and of Spark are left out, and named, where there is none.

    On PostgreSQL only those are asked again that a database can answer otherwise.
    """
    if connection.vendor == "postgresql":
        alike = [test for test in items if not asks_database(test)]
        config.hook.pytest_deselected(items=alike)
        items[:] = [test for test in items if asks_database(test)]
    items.sort(key=place_in_line)
    missing = {"browser": (BROWSER, NO_BROWSER), "spark": (SPARK, NO_SPARK)}
    for marker, (present, reason) in missing.items():
        for test in items:
            if not present and test.get_closest_marker(marker):
                test.add_marker(pytest.mark.skip(reason=reason))


def place_in_line(test: pytest.Item) -> int:
    places = (n for n, start in enumerate(LONGEST_FIRST) if test.nodeid.startswith(start))
    return next(places, len(LONGEST_FIRST))


def asks_database(test: pytest.Item) -> bool:
    """It has Django's database, or starts processes that have."""
    used = set(getattr(test, "fixturenames", ()))
    return bool(used & DATABASES) or test.get_closest_marker("django_db") is not None


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say plainly what was left out."""
    skipped = terminalreporter.stats.get("skipped", [])
    for what, why in (("in a real browser", NO_BROWSER), ("on Spark", NO_SPARK)):
        left_out = sum(why in str(report.longrepr) for report in skipped)
        if left_out:
            terminalreporter.section("left out")
            terminalreporter.line(f"{left_out} tests {what}: {why}")


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
