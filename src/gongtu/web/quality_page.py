"""What pages of several readers show of how a body is watched over."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse

from gongtu.registers.quality import queries as quality
from gongtu.registers.quality.choices import CheckKind, Chosen, Step
from gongtu.registers.quality.queries.figures import figures_of
from gongtu.registers.skills import queries as skills
from gongtu.web.agreements_page import scope_of
from gongtu.web.asking import PAGE, number_asked, page_of
from gongtu.web.chain_page import label_of
from gongtu.web.http import Request


def bodies_page(division: str, request: Request) -> tuple[list[Any], dict[str, Any]]:
    """One page of a division's bodies by name, with the words sought and where to turn."""
    words = request.GET.get("q", "").strip()[:40]
    start = number_asked(request) or 0
    found = skills.list_bodies(division, words)[start:]
    rows, pages = page_of(found, request, lambda _last: start + PAGE)
    return rows, {"words": words, **pages}


def start_with(procedure: str, body: int) -> str:
    """The address where a check or a complaint begins, with the body filled in."""
    return reverse("cases:start_case", args=[procedure]) + f"?body={body}"


def filing_rows(organisation: int, *, on: date) -> list[dict[str, Any]]:
    """What a body filed, and whether it is in force."""
    return [
        {
            "occupation": one.occupation.name,
            "scope": scope_of("", one.lowest, one.highest),
            "since": one.since,
            "until": one.until,
            "in_force": one.holds_on(on),
            "given_up": one.given_up,
            "rests": not one.holds_on(on) and (one.until is None or on < one.until),
        }
        for one in skills.every_filing(organisation)
    ]


def measure_row(measure: Any) -> dict[str, Any]:
    """One measure as its body and its office read it."""
    return {
        "label": label_of(Step(measure.step)),
        "occupation": measure.occupation.name if measure.occupation else "",
        "told": measure.told,
        "since": measure.since,
        "due_on": measure.due_on,
        "reported_on": measure.reported_on,
        "until": measure.until,
        "ended_for": measure.ended_for,
        "case": reverse("cases:show_case", args=[measure.check_made.case_number]),
    }


def public_measures(organisation: int, *, on: date) -> list[dict[str, Any]]:
    """The measures in force that anybody may know of: which, for what, since when."""
    return [
        {
            "label": label_of(Step(one.step)),
            "occupation": one.occupation.name if one.occupation else "",
            "since": one.since,
        }
        for one in quality.measures_in_force(organisation, on=on)
    ]


def figure_rows(body: Any, *, on: date) -> list[dict[str, Any]]:
    """Each figure with its denominator and the range of its kind; never in an order of quality."""
    return [
        {
            "label": label_of(one.measured),
            "count": one.counted.count,
            "of": one.counted.of,
            "percent": one.percent,
            "range": one.range,
        }
        for one in figures_of(body, on=on)
    ]


def check_rows(organisation: int, *, told: bool) -> list[dict[str, Any]]:
    """The checks of a body, the latest first; `told`: only those it knows of."""
    return [
        {
            "address": reverse("cases:show_case", args=[one.case_number]),
            "number": one.case_number,
            "kind": label_of(CheckKind(one.kind)),
            "chosen": label_of(Chosen(one.chosen)),
            "on": one.checked_on or one.opened_on,
            "findings": len(one.findings.all()),
            "measures": [label_of(Step(each.step)) for each in one.measures.all()],
        }
        for one in quality.list_checks(organisation, told=told)
    ]


def comment_rows(organisation: int) -> list[dict[str, Any]]:
    """What the body says to its figures."""
    return [{"told": one.told, "on": one.told_on} for one in quality.list_comments(organisation)]
