"""All goals of a map as one picture: two lines that run through the years, grades and titles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from gongtu.registers.ladder.declare import GRADE, TITLE
from gongtu.registers.ladder.queries import Aim, Map, Reach
from gongtu.web.ladder_page import rung_words

LANES = {GRADE: 24, TITLE: 56}  # where the lines run, in the picture's own units
TOP, ROW, BULGE = 32, 56, 18

Place = tuple[int, int]  # from the left, from the top


def overview_of(found: Map) -> dict[str, Any] | None:
    """Every goal in reach by its earliest day, each with the line that leads to it."""
    goals = _soonest(found.reach)
    today = (LANES[GRADE], TOP)
    places = {
        one.aim: (LANES[one.aim.track], TOP + ROW * row) for row, one in enumerate(goals, start=1)
    }
    if not goals:
        return None
    return {
        "today": {"x": today[0], "y": today[1], "on": found.start.on},
        "height": TOP * 2 + ROW * len(goals),
        "stations": [_station(one, places[one.aim], found) for one in goals],
        "lines": [_line(one, places, today) for one in goals],
    }


def _soonest(reach: Iterable[Reach]) -> list[Reach]:
    """Of each goal the wording by which it comes first; the nearest goal first."""
    first: dict[Aim, Reach] = {}
    for one in reach:
        if one.soonest and _day(one) < _day(first.get(one.aim)):
            first[one.aim] = one
    return sorted(first.values(), key=_day)


def _day(one: Reach | None) -> date:
    return (one.soonest if one else None) or date.max


def _station(one: Reach, place: Place, found: Map) -> dict[str, Any]:
    return {
        "x": place[0],
        "y": place[1],
        "label": rung_words(one.aim),
        "on": one.soonest,
        "assumed": one.soonest != one.surely,
        "chosen": one.aim == found.aim,
    }


def _line(one: Reach, places: Mapping[Aim, Place], today: Place) -> dict[str, Any]:
    """From what comes before on the quickest way; it bends around goals that it passes by."""
    x, y = places[one.aim]
    from_x, from_y = places[one.after] if one.after else today
    between = any(px == x == from_x and from_y < py < y for px, py in places.values())
    bend = x - BULGE if between else x
    out = from_x - BULGE if between else from_x
    middle = (from_y + y) // 2
    path = f"M{from_x} {from_y}C{out} {middle} {bend} {middle} {x} {y}"
    return {"path": path, "assumed": one.soonest != one.surely}
