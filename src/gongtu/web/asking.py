"""What an address may ask besides its path: a day, a division, where a page begins."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.web.http import Request

PAGE = 25


class DayUnreadable(Refused):
    """The day asked for is no day."""


class PlaceUnreadable(Refused):
    """Where the page should begin cannot be read."""


def day_asked(request: Request) -> date:
    """The day of `?on=`, else today.

    Raises:
        DayUnreadable: It is not a day of the calendar.
    """
    text = request.GET.get("on", "")
    if not text:
        return request.on
    try:
        day = parse_date(text)
    except ValueError:
        day = None
    if day is None:
        raise DayUnreadable(_("“%(text)s”不是日期，请写成2026-03-01这样。") % {"text": text})
    return day


def page_of(
    found: Any, request: Request, place: Callable[[Any], object]
) -> tuple[list[Any], dict[str, str]]:
    """The rows of one page, and the addresses that `components/pages.html` asks for.

    `found` begins where the page does; `place` says of its last row where the next begins.
    """
    rows = list(found[: PAGE + 1])
    cursor = str(place(rows[PAGE - 1])) if len(rows) > PAGE else ""
    return rows[:PAGE], {
        "next_page": next_page(request, cursor),
        "first_page": first_page(request),
    }


def number_of(row: Any) -> int:
    """Where a page begins by number, as `number_asked` reads it."""
    return int(row.pk)


def place_of(day: str) -> Callable[[Any], str]:
    """Where a page begins by the row's day of that name and number, as `place_asked` reads it."""
    return lambda row: f"{getattr(row, day)}~{row.pk}"


def next_page(request: Request, cursor: str) -> str:
    """The address of the page after the cursor, with every filter kept; empty at the end."""
    if not cursor:
        return ""
    kept = {name: value for name, value in request.GET.items() if name != "after" and value}
    return "?" + urlencode({**kept, "after": cursor})


def first_page(request: Request) -> str:
    """The address of the first page, where this is a later one."""
    if "after" not in request.GET:
        return ""
    kept = {name: value for name, value in request.GET.items() if name != "after" and value}
    return "?" + urlencode(kept)


def number_asked(request: Request) -> int | None:
    """The number in `?after=12`; None on the first page.

    Raises:
        PlaceUnreadable: The address was cut off or changed.
    """
    text = request.GET.get("after", "")
    if not text:
        return None
    if not text.isdecimal():
        raise _cut_off()
    return int(text)


def place_asked(request: Request) -> tuple[date, int] | None:
    """The day and number in `?after=2026-03-01~12`; None on the first page.

    Raises:
        PlaceUnreadable: The address was cut off or changed.
    """
    text = request.GET.get("after", "")
    day, _sep, number = text.partition("~")
    try:
        return (date.fromisoformat(day), int(number)) if text else None
    except ValueError:
        raise _cut_off() from None


def _cut_off() -> PlaceUnreadable:
    return PlaceUnreadable(_("这一页的地址不完整，请从第一页看起。"))
