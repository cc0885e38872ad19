"""Pictures of the tour: taken where GONGTU_SHOTS names a folder, else nothing is done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.browser.visitor import PHONE, Visitor

Take = Callable[[Visitor, str], None]
TALLEST = {360: 1100, 1280: 1000}
OTHERWISE = {"worker-home": 860, "union-home": 820}
"""The ladder stands below the first screen; a long list tells no more than a short one."""
KEPT = {
    "zh.desktop": "session worker-home decision case-paid indicator union-home case-late board"
    " batch corrections",
    "zh.phone": "notice verdict worker-home-unconfirmed worker-home why letter reminder refusal"
    " offers case-corrected",
    "en.desktop": "worker-home decision indicator",
    "en.phone": "union-home case-late case-fed-back board",
}


def take_into(folder: Path) -> Take:
    """Pictures `<name>.<lang>.<phone|desktop>.png` of the head of a page."""

    def take(visitor: Visitor, name: str) -> None:
        size = visitor.page.viewport_size
        assert size is not None
        width = size["width"]
        tallest = OTHERWISE.get(name, TALLEST[width])
        high = min(int(visitor.page.evaluate("document.body.scrollHeight")), tallest)
        kind = f"{visitor.lang}.{'phone' if width == PHONE['width'] else 'desktop'}"
        if name not in KEPT[kind].split():
            return
        visitor.page.evaluate("window.scrollTo(0, 0)")
        visitor.page.screenshot(
            path=folder / f"{name}.{kind}.png",
            clip={"x": 0, "y": 0, "width": width, "height": high},
            full_page=True,
            animations="disabled",
        )

    return take
