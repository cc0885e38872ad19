"""The board and its figures as the pages show them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from gongtu.base.money import Yuan
from gongtu.engines.casework import queries as cases
from gongtu.engines.casework.declare import Procedure
from gongtu.engines.indicators import queries as figures
from gongtu.engines.indicators.declare import Behind, Indicator, Span
from gongtu.engines.indicators.queries import Figure
from gongtu.engines.indicators.registry import folder_of
from gongtu.oversight.board import Board, Line, Reading
from gongtu.oversight.lawmap import State
from gongtu.parties import queries as parties
from gongtu.parties.access import NotEntitled
from gongtu.parties.capacity import Capacity
from gongtu.parties.roles import OFFICES
from gongtu.policy.city import active_city
from gongtu.registers.funds import queries as funds
from gongtu.web.asking import PAGE
from gongtu.web.cases.present import case_row
from gongtu.web.chain_page import (
    bearers_of,
    because_of,
    label_of,
    reading_of,
    state_label,
    what_of,
)
from gongtu.web.public.statute_page import edition_on, heading_in_words
from gongtu.web.wording import (
    figure_text,
    language,
    money,
    name_of,
    place_of,
    title_of,
    told,
)

SPARKS = "▁▂▃▄▅▆▇█"
PAGES = {"case": "cases:show_case", "certificate": "public:show_verdict"}


def sees_all(capacity: Capacity) -> bool:
    """Offices see every cell; the public sees small cells of persons hidden."""
    return capacity.role in OFFICES


def scope_of(capacity: Capacity, asked: str) -> str | None:
    """The division whose cases the reader may see behind a figure.

    Raises:
        NotEntitled: Cases are for offices; the public sees sums.
    """
    if capacity.role not in OFFICES:
        raise NotEntitled(_("背后的办件含有个人信息，只向承办、监督的机关和当事人开放。"))
    below = parties.divisions_under(capacity.division or "")
    if asked and asked not in below:
        raise NotEntitled(_("这个区域不在您的职责范围内。"))
    return asked or capacity.division


def divisions() -> list[dict[str, str]]:
    """The districts one may narrow the board to."""
    return [{"code": one.code, "name": name_of(one)} for one in active_city().districts]


def totals_of(board: Board) -> list[dict[str, Any]]:
    """One row a bearer."""
    return [
        {
            "key": total.bearer.value,
            "label": label_of(total.bearer),
            "norms": total.norms,
            "carried_out": total.carried_out,
            "not_yet": total.not_yet,
            "overdue": total.overdue_cases,
        }
        for total in board.totals()
    ]


def chapters_of(board: Board, bearer: str) -> list[dict[str, Any]]:
    """The norms by chapter, narrowed to one bearer where asked."""
    edition, _in_force = edition_on(board.on)
    statute = edition.parsed.statute
    places = {str(article.number): statute.path_of(article.eid) for article in statute.articles}
    chapters: dict[str, list[Line]] = {}
    for line in board.lines:
        norm = line.row.obligation
        if bearer and bearer not in {b.value for b in norm.bearers}:
            continue
        path = places.get(str(norm.article), ())
        title = heading_in_words(path[0]) if path else ""
        chapters.setdefault(title, []).append(line)
    return [_chapter(title, lines) for title, lines in chapters.items()]


def _chapter(title: str, lines: Sequence[Line]) -> dict[str, Any]:
    """The norms that are carried out, those that wait for a provision, and the others."""

    def those(state: State) -> list[dict[str, Any]]:
        return [_line(line) for line in lines if line.row.state is state]

    return {
        "title": title,
        "running": those(State.CARRIED_OUT),
        "waiting": those(State.NOT_YET),
        "nothing": those(State.NOTHING_TO_DO),
    }


def indicator_page(
    indicator: Indicator, *, on: date, division: str | None, full: bool
) -> dict[str, Any]:
    """One indicator: now, the trend, by division."""
    now = figures.figure(indicator, on=on, division=division, full=full)
    trend = figures.trend(indicator, on=on, division=division, full=full)
    names = {one.code: name_of(one) for one in active_city().divisions}
    return {
        "indicator": {
            **reading_of(now),
            "since": now.since,
            "last_day": now.last_day,
            "division": division or "",
            "note": told(indicator.note, folder_of(indicator.key)),
            "basis": [
                {"label": place_of(a), "address": reverse("public:show_article", args=[a.number])}
                for a in indicator.basis
            ],
        },
        "trend": [_point(figure) for figure in trend],
        "cells": [
            {
                "code": cell.division,
                "name": names.get(cell.division or "", cell.division),
                "value": figure_text(cell),
                "hidden": cell.is_hidden,
            }
            for cell in figures.by_division(indicator, on=on, full=full)
        ],
    }


def behind_page(indicator: Indicator, rows: Sequence[Behind], limit: int) -> dict[str, Any]:
    """What is behind a figure, each with the page that shows it."""
    return {
        "title": title_of(indicator),
        "back": reverse("dashboards:show_indicator", args=[indicator.key]),
        "entitled": True,
        "rows": [
            {
                "title": row.title,
                "key": row.key,
                "on": row.on,
                "address": reverse(PAGES[row.kind], args=[row.key]) if row.kind in PAGES else "",
            }
            for row in rows[:limit]
        ],
    }


def open_cases_page(
    procedure: Procedure, capacity: Capacity, *, on: date, overdue: bool, after: str
) -> dict[str, Any]:
    """Counts by stage for everybody; the cases themselves for offices of the division."""
    counts = cases.count_open_by_stage(procedure.key)
    page: dict[str, Any] = {
        "title": title_of(procedure),
        "entitled": capacity.role in OFFICES,
        "stages": [
            {
                "label": told(stage.label, procedure.policy.path.parent),
                "open": counts.get(stage.key, 0),
            }
            for stage in procedure.desks
        ],
        "cases": [],
        "cursor": "",
    }
    if page["entitled"]:
        found = cases.list_open(
            procedure.key, division=capacity.division, overdue=overdue, on=on, after=after,
            limit=PAGE,
        )  # fmt: skip
        page["cases"] = [case_row(case, capacity, on=on) for case in found.cases]
        page["cursor"] = found.next
    return page


def funds_page(on: date) -> dict[str, Any]:
    """Budget, committed, paid, owed back and left of every fund in the year of the day."""
    rows = funds.list_balances(on.year)
    return {
        "funds": [
            {
                "title": funds.fund_name(row.fund, language()),
                "year": row.balance.year,
                "budget": money(row.balance.allotted),
                "committed": money(row.balance.committed),
                "paid": money(row.balance.paid),
                "receivable": money(row.balance.receivable),
                "written_down": money(row.balance.written_down),
                "left": money(row.balance.available),
            }
            for row in rows
        ]
    }


def _line(line: Line) -> dict[str, Any]:
    norm, row = line.row.obligation, line.row
    overdue_address = ""
    if row.procedures:
        key = row.procedures[0].key
        overdue_address = reverse("dashboards:list_open_cases", args=[key]) + "?overdue=1"
    return {
        "key": norm.key,
        "article": place_of(norm.place),
        "article_address": reverse("public:show_article", args=[norm.article]) + f"#{norm.key}",
        "what": what_of(norm),
        "force": label_of(norm.force),
        "bearers": bearers_of(norm),
        "readings": [_reading(reading) for reading in line.readings],
        "state": state_label(row.state),
        "mood": "wait" if row.state is State.NOT_YET else "good" if row.provisions else "",
        "because": because_of(norm),
        "overdue": line.overdue_cases,
        "overdue_address": overdue_address,
        "counts_cases": bool(row.procedures),
    }


def _reading(reading: Reading) -> dict[str, Any]:
    return {**reading_of(reading.now), "spark": _spark(reading.trend)}


def _spark(trend: Sequence[Figure]) -> str:
    """The trend in one line of blocks; the page of the figure has the numbers.

    A hidden value draws a gap.
    """
    values = [figure.value for figure in trend]
    top = max((value for value in values if value is not None), default=0)
    if top == 0:
        return ""
    last = len(SPARKS) - 1
    return "".join("·" if v is None else SPARKS[v * last // top] for v in values)


def _point(figure: Figure) -> dict[str, Any]:
    value = figure.value or 0
    raw = str(Yuan.of_fen(value).amount) if figure.indicator.money else str(value)
    return {"label": _span(figure), "value": figure_text(figure), "raw": raw}


def _span(figure: Figure) -> str:
    forms = {Span.YEAR: "Y", Span.QUARTER: "Y-m", Span.MONTH: "Y-m"}
    return date_format(figure.since, forms[figure.indicator.span])
