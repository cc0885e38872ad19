"""The demo city built once for the session, served to each journey from a copy of its own."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import TimeoutError as TooLate

from tests.browser.pictures import Take, take_into
from tests.browser.town import BUILT_WITHIN, Town
from tests.browser.visitor import Visitor
from tests.fresh import tables

QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--font-render-hinting=none",
)

FIRST_DOCUMENT = "first-document.pdf"

Visits = Callable[..., Visitor]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The browser of every test, and nothing of its own going on beside."""
    return {**browser_type_launch_args, "args": [*browser_type_launch_args["args"], *QUIET]}


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Town:
    """The demo city as its first start builds it; whoever comes first builds it for all."""
    shared = tmp_path_factory.getbasetemp()
    if shared.name.startswith("popen-"):
        shared = shared.parent
    town = Town(shared / "demo-city")
    with (shared / "demo-city.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (done := shared / "demo-city.built").exists():
            town.data.mkdir(exist_ok=True)
            shutil.copy(tables(tmp_path_factory.getbasetemp()), town.data)
            town.open(within=BUILT_WITHIN)
            (shared / FIRST_DOCUMENT).write_bytes(first_document(browser, town))
            town.close()
            done.touch()
    town.prepared = True
    return town


def first_document(browser: Browser, town: Town) -> bytes:
    """A certificate as the server sets it that has just built the city; empty if it never comes."""
    visitor = Visitor.come(browser, town, "王海生").to("/wallet/")
    address = visitor.page.locator('main a[href$="/document/"]').first.get_attribute("href")
    try:
        return visitor.page.context.request.get(address or "").body()
    except TooLate:
        return b""
    finally:
        visitor.leave()


@pytest.fixture
def town(built: Town, tmp_path: Path) -> Iterator[Town]:
    """A copy that may be changed, served on the demo's own day."""
    copy = built.copy(tmp_path / "city")
    try:
        yield copy.open()
    finally:
        copy.close()


@pytest.fixture(scope="module")
def quiet_town(built: Town, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """A copy that tests only read, served once for a module."""
    copy = built.copy(tmp_path_factory.mktemp("quiet") / "city")
    try:
        yield copy.open()
    finally:
        copy.close()


@pytest.fixture
def visits(browser: Browser) -> Iterator[Visits]:
    """`visits(town, "陈立新", phone=True)`: somebody of the cast, in a window of their own."""
    visitors: list[Visitor] = []

    def come(town: Town, name: str = "", **window: Any) -> Visitor:
        visitor = Visitor.come(browser, town, name, **window)
        visitors.append(visitor)
        return visitor

    yield come
    for visitor in visitors:
        visitor.leave()


@pytest.fixture
def take() -> Take:
    """`take(visitor, "letter")` keeps a picture where GONGTU_SHOTS names a folder."""
    folder = os.environ.get("GONGTU_SHOTS")
    if not folder:
        return lambda visitor, name: None
    Path(folder).mkdir(parents=True, exist_ok=True)
    return take_into(Path(folder))
