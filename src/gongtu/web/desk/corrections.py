"""Corrections as the desk shows them."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from gongtu.base.money import Yuan
from gongtu.engines.casework import queries as cases
from gongtu.engines.casework import services as casework
from gongtu.parties.capacity import Capacity
from gongtu.web.cases.present.corrections import correction_row
from gongtu.web.cases.present.rows import case_title
from gongtu.web.wording import money

SHOWN = 100


def list_page(by: Capacity) -> dict[str, Any]:
    """The open ones first, then those settled; and whether one may look again now."""
    found = list(cases.list_corrections(by)[:SHOWN])
    going = casework.find_going()
    return {
        "open": [_row(one, by) for one in found if one.is_open],
        "settled": [_row(one, by) for one in found if not one.is_open],
        "looks_here": cases.may_look_again(by),
        "going": {"percent": going.percent} if going else None,
    }


def _row(one: Any, by: Capacity) -> dict[str, Any]:
    opener, owed = one.case.opener_person or one.case.opener_organisation, cases.owed_by(one)
    mine = by.person is not None
    return {
        **correction_row(one),
        "number": one.case.number,
        "title": case_title(one.case),
        "case": reverse("cases:show_case", args=[one.case.number]),
        "opener": opener.name if opener else "",
        "answered": one.state == "told" and cases.has_answered(one),
        "tell": _address("tell", one, may=mine and one.state == "proposed"),
        "settle": _address(
            "settle", one, may=mine and one.state == "told" and one.told_by_id != by.person
        ),
        "owed": money(owed) if owed != Yuan(0) else "",
        "pay": _address("pay", one, may=mine and one.settled_by_id != by.person),
    }


def _address(what: str, one: Any, *, may: bool) -> str:
    return reverse(f"desk:{what}_correction", args=[one.pk]) if may else ""
