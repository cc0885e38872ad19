"""Career channels as pages show them: a lattice of three tracks, and the same as a list."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap
from typing import Any

from gongtu.registers.careers.choices import Track
from gongtu.registers.careers.queries import Onward, Standing
from gongtu.registers.careers.rows import Lattice, Post
from gongtu.registers.careers.services.lattices import ENGLISH
from gongtu.web.chain_page import label_of
from gongtu.web.wording import language

# Of the picture, in its own units: three columns of boxes on a phone's width.
COLUMN, BOX, HEIGHT, ROW, TOP, TIP = 116, 96, 40, 60, 28, 3
LINE, NARROW = 8, 13  # characters of a name on one line of a box: Chinese, and of the Latin script
LINES = 2


def lattice_page(
    organisation: int, lattice: Lattice, standing: Standing | None = None
) -> dict[str, Any]:
    """Picture and list; where the reader stands, and what comes next, is marked."""
    marks = _marks(standing)
    return {
        "key": organisation,
        "picture": _picture(lattice, marks),
        "tracks": [
            {
                "label": label_of(track),
                "posts": [_post(lattice, post, marks) for post in reversed(lattice.on(track))],
            }
            for track in Track
        ],
    }


def standing_words(standing: Standing) -> dict[str, Any]:
    """Where somebody stands, and each post they may go to with what it asks."""
    return {
        "post": usual_words(standing.post.name),
        "track": label_of(standing.post.track),
        "told": standing.told,
        "onward": [_onward(one) for one in standing.onward],
    }


def asked_words(post: Post) -> list[str]:
    """What a post asks for: a grade, a level of titles, and words."""
    found = [label_of(one) for one in (post.grade, post.title) if one is not None]
    return [*found, *([usual_words(post.asks)] if post.asks else [])]


def usual_words(words: str) -> str:
    """What the usual lattice says, in the reader's language; what an enterprise says, as it is."""
    return words if language() == "zh" else ENGLISH.get(words, words)


def _onward(one: Onward) -> dict[str, Any]:
    asks = asked_words(one.post)
    if one.crossing is not None and one.crossing.asks:
        asks.append(usual_words(one.crossing.asks))
    return {
        "post": usual_words(one.post.name),
        "track": label_of(one.post.track),
        "across": one.crossing is not None,
        "asks": asks,
        "meets": one.meets,
    }


def _marks(standing: Standing | None) -> dict[str, str]:
    if standing is None:
        return {}
    return {**{one.post.name: "next" for one in standing.onward}, standing.post.name: "here"}


def _post(lattice: Lattice, post: Post, marks: dict[str, str]) -> dict[str, Any]:
    return {
        "name": usual_words(post.name),
        "asks": asked_words(post),
        "mark": marks.get(post.name, ""),
        "across": [
            {
                "name": usual_words(there.name),
                "both_ways": crossing.both_ways,
                "asks": usual_words(crossing.asks),
            }
            for there, crossing in lattice.across(post)
        ],
    }


def _picture(lattice: Lattice, marks: dict[str, str]) -> dict[str, Any]:
    levels = lattice.levels()
    bottom = TOP + ROW * (max(levels.values()) + 1)
    places = {
        post.name: (COLUMN * column, bottom - ROW * (levels[post.name] + 1))
        for column, track in enumerate(Track)
        for post in lattice.on(track)
    }
    return {
        "width": COLUMN * 2 + BOX + 2,
        "height": bottom,
        "heads": [
            {"x": COLUMN * column + BOX // 2, "label": label_of(track)}
            for column, track in enumerate(Track)
        ],
        "boxes": [_box(post, places[post.name], marks) for post in lattice.posts],
        "ups": list(_ups(lattice, places)),
        "crossings": list(_crossings(lattice, places)),
    }


def _box(post: Post, place: tuple[int, int], marks: dict[str, str]) -> dict[str, Any]:
    x, y = place
    name = usual_words(post.name)
    parts = _lines(name)
    if len(parts) > LINES:
        parts = [*parts[: LINES - 1], parts[LINES - 1][: LINE - 1] + "…"]
    first = y + HEIGHT // 2 + 5 - 7 * (len(parts) - 1)
    lines = [{"y": first + 14 * number, "text": text} for number, text in enumerate(parts)]
    return {"x": x + 1, "y": y, "middle": x + BOX // 2 + 1, "lines": lines,
            "mark": marks.get(post.name, ""), "name": name}  # fmt: skip


def _lines(name: str) -> list[str]:
    """Cut between words where there are any."""
    if name.isascii():
        return wrap(name, NARROW)
    return [name[at : at + LINE] for at in range(0, len(name), LINE)]


def _ups(lattice: Lattice, places: dict[str, tuple[int, int]]) -> Iterator[dict[str, int]]:
    """A line from each post to the next one up."""
    for post in lattice.posts:
        if (above := lattice.above(post)) is not None:
            x, y = places[post.name]
            yield {"x": x + BOX // 2, "from": y, "to": places[above.name][1] + HEIGHT}


def _crossings(lattice: Lattice, places: dict[str, tuple[int, int]]) -> Iterator[dict[str, Any]]:
    """From the side of one box to the side of the other, behind what lies between."""
    for one in lattice.crossings:
        (x, y), (there_x, there_y) = places[one.source], places[one.target]
        onward = x < there_x
        yield {
            "x1": _side(x, onward, one.both_ways),
            "y1": y + HEIGHT // 2,
            "x2": _side(there_x, not onward, True),
            "y2": there_y + HEIGHT // 2,
            "both_ways": one.both_ways,
        }


def _side(x: int, is_right: bool, has_tip: bool) -> int:
    """Where a line meets a box, with room for its tip."""
    return x + BOX + 1 + TIP * has_tip if is_right else x + 1 - TIP * has_tip
