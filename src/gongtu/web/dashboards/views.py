"""The board: read the request, ask oversight, show the answer."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from gongtu.engines.casework import registry as procedures
from gongtu.engines.indicators.registry import get_indicator
from gongtu.oversight.board import read_board
from gongtu.web.asking import day_asked
from gongtu.web.dashboards import present
from gongtu.web.http import Request, reads


@reads
def show_board(request: Request) -> HttpResponse:
    """Every norm of articles 3-41: bearer, figure, trend, overdue."""
    division = request.GET.get("division", "")
    bearer = request.GET.get("bearer", "")
    on, full = day_asked(request), present.sees_all(request.capacity)
    board = read_board(on=on, division=division or None, full=full)
    context = {
        "on": on,
        "division": division,
        "bearer": bearer,
        "divisions": present.divisions(),
        "totals": present.totals_of(board),
        "chapters": present.chapters_of(board, bearer, division),
    }
    return render(request, "dashboards/show_board.html", context)


@reads
def show_indicator(request: Request, key: str) -> HttpResponse:
    """One figure: now, how it went, by division, with a chart and its table."""
    context = present.indicator_page(get_indicator(key), request)
    return render(request, "dashboards/show_indicator.html", context)


@reads
def list_behind(request: Request, key: str) -> HttpResponse:
    """The cases and records behind a figure, for those entitled to see them."""
    context = present.behind_page(get_indicator(key), request)
    return render(request, "dashboards/list_behind.html", context)


@reads
def list_open_cases(request: Request, key: str) -> HttpResponse:
    """The open cases of a procedure: rows for those entitled, counts for everybody."""
    context = present.open_cases_page(procedures.get_procedure(key), request)
    return render(request, "dashboards/list_open_cases.html", context)


@reads
def show_funds(request: Request) -> HttpResponse:
    """The funds by type: budget, committed, paid, left."""
    return render(request, "dashboards/show_funds.html", present.funds_page(request.on))
