"""Corrections as the desk shows them, and looking again at what was decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import reverse

from gongtu.base.money import Yuan
from gongtu.engines.casework import queries as cases
from gongtu.parties.capacity import Capacity
from gongtu.web.asking import number_asked, number_of, page_of
from gongtu.web.cases.present.corrections import correction_row
from gongtu.web.cases.present.rows import case_title
from gongtu.web.http import Request
from gongtu.web.wording import money, title_of

SETTLED_SHOWN, RUNS_SHOWN = 50, 5


def list_page(request: Request) -> dict[str, Any]:
    """The open ones first, a page at a time, then those settled; and the runs that found them."""
    by, before = request.capacity, number_asked(request)
    found, pages = page_of(cases.list_open_corrections(by, before=before), request, number_of)
    settled = [] if before else list(cases.list_settled_corrections(by)[:SETTLED_SHOWN])
    rows = _rows(found, by)
    return {
        "open": rows,
        "to_tell": [row["id"] for row in rows if row["tell"]],
        **pages,
        "settled": _rows(settled, by),
        "looking": looking_page(by),
    }


def looking_page(by: Capacity) -> dict[str, Any] | None:
    """Which benefits one may have looked at again now, and the last runs; None for others."""
    titles = {one.key: title_of(one) for one in cases.decided_on_desk(by)}
    if not titles:
        return None
    runs = list(cases.list_recomputations(by)[:RUNS_SHOWN])
    differences = cases.differences_of(runs, by)
    return {
        "benefits": titles,
        "going": cases.find_going(by) is not None,
        "runs": [_run(run, titles, differences[run.pk]) for run in runs],
    }


def _run(run: Any, titles: Mapping[str, str], differences: int) -> dict[str, Any]:
    return {
        "title": titles.get(run.procedure, run.procedure),
        "nightly": not run.organisation,
        "on": run.on,
        "state": run.get_state_display(),
        "going": run.state == "running",
        "percent": run.percent,
        "done": run.done,
        "differences": differences,
    }


def _rows(found: Sequence[Any], by: Capacity) -> list[dict[str, Any]]:
    owed, answered = cases.owed_in_addition(found), cases.answered(found)
    return [_row(one, by, owed, answered=one.pk in answered) for one in found]


def _row(one: Any, by: Capacity, owed: Mapping[int, Yuan], *, answered: bool) -> dict[str, Any]:
    opener, more = one.case.opener_person or one.case.opener_organisation, owed.get(one.pk)
    mine = by.person is not None
    return {
        **correction_row(one),
        "number": one.case.number,
        "title": case_title(one.case),
        "case": reverse("cases:show_case", args=[one.case.number]),
        "opener": opener.name if opener else "",
        "answered": one.state == "told" and answered,
        "tell": _address("tell", one, may=mine and one.state == "proposed"),
        "settle": _address(
            "settle", one, may=mine and one.state == "told" and one.told_by_id != by.person
        ),
        "owed": money(more) if more else "",
        "pay": _address("pay", one, may=mine and one.settled_by_id != by.person),
    }


def _address(what: str, one: Any, *, may: bool) -> str:
    return reverse(f"desk:{what}_correction", args=[one.pk]) if may else ""
