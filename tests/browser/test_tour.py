"""The tour shows every picture that is kept for it, and no other."""

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
SMALL = 160_000
AT_MOST = 28


@pytest.fixture(scope="module")
def kept() -> set[str]:
    return {path.name for path in (DOCS / "tour").iterdir()}


def test_every_picture_is_shown_and_every_shown_one_is_there(kept: set[str]) -> None:
    told = (DOCS / "tour.md").read_text("utf-8")
    readme = (DOCS.parent / "README.md").read_text("utf-8")
    shown = set(re.findall(r"\btour/([\w.-]+\.png)", told))
    assert shown == kept
    assert set(re.findall(r"docs/tour/([\w.-]+\.png)", readme)) <= kept


def test_pictures_are_few_and_small(kept: set[str]) -> None:
    assert len(kept) <= AT_MOST
    assert {name for name in kept if (DOCS / "tour" / name).stat().st_size > SMALL} == set()
