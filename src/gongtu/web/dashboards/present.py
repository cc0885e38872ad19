"""The board and its figures as the pages show them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from gongtu.base.money import Yuan
from gongtu.engines.casework import queries as cases
from gongtu.engines.casework.declare import Procedure, Stage
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
from gongtu.web.asking import PAGE, day_asked, first_page, next_page
from gongtu.web.cases.present import case_row
from gongtu.web.chain_page import (
    bearers_of,
    because_of,
    label_of,
    reading_of,
    state_label,
    what_of,
)
from gongtu.web.http import Request
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
OF_CASES = ("case", "conversion", "ruling")
PAGES = {"certificate": "public:show_verdict", **dict.fromkeys(OF_CASES, "cases:show_case")}


def sees_all(capacity: Capacity) -> bool:
    """Offices see every cell; the public sees small cells of persons hidden."""
    return capacity.role in OFFICES


def scope_of(capacity: Capacity, asked: str) -> str | None:
    """The division whose cases the reader may see behind a figure; None is the whole city.

    Raises:
        NotEntitled: Cases are for offices; the public sees sums.
    """
    if capacity.role not in OFFICES:
        raise NotEntitled(_("背后的办件含有个人信息，只向承办、监督的机关和当事人开放。"))
    if not may_open(capacity, asked):
        raise NotEntitled(_("这个区域不在您的职责范围内。"))
    own = None if capacity.division == active_city().division else capacity.division
    return asked or own


def may_open(capacity: Capacity, asked: str) -> bool:
    """Whether the reader may see cases behind a figure of that division, or of the city."""
    within = not asked or asked in parties.divisions_under(capacity.division or "")
    return capacity.role in OFFICES and within


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


def chapters_of(board: Board, bearer: str, division: str) -> list[dict[str, Any]]:
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
    return [_chapter(title, lines, division) for title, lines in chapters.items()]


def _chapter(title: str, lines: Sequence[Line], division: str) -> dict[str, Any]:
    """The norms that are carried out, those that wait for a provision, and the others."""

    def those(state: State) -> list[dict[str, Any]]:
        return [_line(line, division) for line in lines if line.row.state is state]

    return {
        "title": title,
        "running": those(State.CARRIED_OUT),
        "waiting": those(State.NOT_YET),
        "nothing": those(State.NOTHING_TO_DO),
    }


def indicator_page(indicator: Indicator, request: Request) -> dict[str, Any]:
    """One indicator: now, the trend, by division."""
    on, full = day_asked(request), sees_all(request.capacity)
    division = request.GET.get("division", "")
    now = figures.figure(indicator, on=on, division=division or None, full=full)
    trend = figures.trend(indicator, on=on, division=division or None, full=full)
    day = on.isoformat() if on != request.on else ""
    behind = reverse("dashboards:list_behind", args=[indicator.key])
    return {
        "indicator": {
            **reading_of(now),
            **_span_of(now),
            "place": place_name(division),
            "note": told(indicator.note, folder_of(indicator.key)),
            "basis": [
                {"label": place_of(a), "address": reverse("public:show_article", args=[a.number])}
                for a in indicator.basis
            ],
        },
        "behind": behind + _asking(division=division, on=day),
        "opens": may_open(request.capacity, division),
        "trend": [_point(figure, division, now) for figure in trend],
        "cells": [_cell(cell, day) for cell in figures.by_division(indicator, on=on, full=full)],
    }


def _cell(cell: Figure, day: str) -> dict[str, Any]:
    """What lies in one division; what lies with the city itself is in no district."""
    code = cell.division or ""
    is_city = code == active_city().division
    return {
        "name": _("市本级") if is_city else place_name(code),
        "address": "" if is_city else _asking(division=code, on=day),
        "value": figure_text(cell),
        "hidden": cell.is_hidden,
    }


def behind_page(indicator: Indicator, request: Request) -> dict[str, Any]:
    """A figure, and what is behind it, each with the page that shows it.

    Raises:
        NotEntitled: The reader may not see what is behind it.
    """
    on, division = day_asked(request), request.GET.get("division", "")
    scope = scope_of(request.capacity, division)
    after = request.GET.get("after", "")
    rows = figures.behind(indicator, on=on, division=scope, limit=PAGE + 1, after=after)
    now = figures.figure(indicator, on=on, division=scope, full=True)
    seen = _seen([row.key for row in rows if row.kind in OF_CASES], request.capacity)
    day = on.isoformat() if on != request.on else ""
    back = reverse("dashboards:show_indicator", args=[indicator.key])
    return {
        "title": title_of(indicator),
        "back": back + _asking(division=division, on=day),
        "figure": {**_span_of(now), "place": place_name(scope or ""), "value": figure_text(now)},
        "rows": [
            _behind(row, is_seen=row.kind not in OF_CASES or row.key in seen) for row in rows[:PAGE]
        ],
        "next_page": next_page(request, rows[PAGE - 1].key if len(rows) > PAGE else ""),
        "first_page": first_page(request),
    }


def _seen(numbers: Sequence[str], by: Capacity) -> set[str]:
    """Those of the cases that the reader's office deals with or supervises; one query."""
    found = cases.list_seen(by).filter(number__in=numbers)
    return set(found.values_list("number", flat=True))


def _behind(row: Behind, *, is_seen: bool) -> dict[str, Any]:
    """One thing counted; of a case that other offices deal with, no more than its number."""
    page = PAGES.get(row.kind) if is_seen else None
    return {
        "title": row.title if is_seen else "",
        "key": row.key,
        "on": row.on,
        "address": reverse(page, args=[row.key]) if page else "",
    }


def open_cases_page(procedure: Procedure, request: Request) -> dict[str, Any]:
    """Counts by stage for everybody; the cases themselves for offices of the division.

    Who may not see the cases of a division is told the counts of the city alone: in a division
    they may be of one person.
    """
    by, asked = request.capacity, request.GET.get("division", "")
    entitled = may_open(by, asked)
    place = asked if entitled else ""
    counts = cases.count_open_by_stage(procedure.key, on=request.on, division=place or None)
    page = {
        "title": title_of(procedure),
        "entitled": entitled,
        "place": place_name(place),
        "open": sum(count.open for count in counts.values()),
        "late": sum(count.overdue for count in counts.values()),
        "stages": [_stage(stage, procedure, counts) for stage in procedure.desks],
    }
    return {**page, **_open_cases(procedure, place, request)} if entitled else page


def _stage(
    stage: Stage, procedure: Procedure, counts: Mapping[str, cases.Standing]
) -> dict[str, Any]:
    standing = counts.get(stage.key, cases.Standing(0, 0))
    label = told(stage.label, procedure.policy.path.parent)
    return {"label": label, "open": standing.open, "overdue": standing.overdue}


def _open_cases(procedure: Procedure, place: str, request: Request) -> dict[str, Any]:
    """One page of the cases the reader may see; of the late alone where asked."""
    by, on, overdue = request.capacity, request.on, request.GET.get("overdue") == "1"
    scope, after = scope_of(by, place), request.GET.get("after", "")
    found = cases.list_open(
        procedure.key, division=scope, overdue=overdue, on=on, after=after, limit=PAGE
    )
    seen = _seen([case.number for case in found.cases], by)
    return {
        "only_late": overdue,
        "narrowed_to": place_name(scope) if scope and scope != place else "",
        "others": _asking(division=place, overdue="" if overdue else "1") or "?",
        "cases": [
            {**case_row(case, by, on=on), "is_seen": case.number in seen} for case in found.cases
        ],
        "next_page": next_page(request, found.next),
        "first_page": first_page(request),
    }


def place_name(code: str) -> str:
    """The division of that code; the whole city where none is told."""
    names = {one.code: name_of(one) for one in active_city().divisions}
    return names.get(code, code) if code else _("全市")


def _asking(**asked: str) -> str:
    """The end of an address that asks for these; empty where nothing is asked."""
    told_ = {name: value for name, value in asked.items() if value}
    return "?" + urlencode(told_) if told_ else ""


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


def _line(line: Line, division: str) -> dict[str, Any]:
    norm, row = line.row.obligation, line.row
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
        "overdue": [_late(one, line.overdue[one.key], division) for one in _overdue(line)],
        "counts_cases": bool(row.procedures),
    }


def _overdue(line: Line) -> list[Procedure]:
    return [one for one in line.row.procedures if one.key in line.overdue]


def _late(procedure: Procedure, count: int, division: str) -> dict[str, Any]:
    """How many cases of a procedure are late, and where they are."""
    address = reverse("dashboards:list_open_cases", args=[procedure.key])
    return {
        "title": title_of(procedure),
        "count": count,
        "address": address + _asking(division=division, overdue="1"),
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


def _point(figure: Figure, division: str, now: Figure) -> dict[str, Any]:
    """One span of the trend; all but the one shown lead to the page of theirs."""
    on = figure.last_day.isoformat() if figure.since != now.since else ""
    return {
        "label": _span(figure),
        "value": figure_text(figure),
        "hidden": figure.is_hidden,
        "raw": _raw(figure),
        "address": _asking(division=division, on=on) if on else "",
    }


def _raw(figure: Figure) -> str:
    """The value as a chart reads it; empty where it is hidden."""
    if figure.value is None:
        return ""
    return str(Yuan.of_fen(figure.value).amount if figure.indicator.money else figure.value)


def _span_of(figure: Figure) -> dict[str, Any]:
    return {"since": figure.since, "last_day": figure.last_day}


def _span(figure: Figure) -> str:
    span, since = figure.indicator.span, figure.since
    if span is Span.QUARTER:
        told_ = {"year": since.year, "quarter": (since.month + 2) // 3}
        return _("%(year)s年%(quarter)s季度") % told_
    return date_format(since, "Y" if span is Span.YEAR else "Y-m")
