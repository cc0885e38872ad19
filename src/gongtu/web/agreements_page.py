"""Agreements on recognition as pages show them, and the pay by grade of an enterprise."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from gongtu.base.money import Yuan
from gongtu.base.periods import last_day
from gongtu.registers.recognition import queries as recognition
from gongtu.registers.skills.choices import Grade
from gongtu.web.asking import page_of, place_asked, place_of
from gongtu.web.chain_page import label_of
from gongtu.web.http import Request
from gongtu.web.wording import money, name_of

MOODS = {"ahead": "wait", "running": "good", "told": "wait", "over": ""}


def agreements_page(found: Any, request: Request, *, as_party: bool = False) -> dict[str, Any]:
    """One page of agreements, the latest first; a party finds its case behind each."""
    if (place := place_asked(request)) is not None:
        found = recognition.agreements_after(found, day=place[0], pk=place[1])
    rows, pages = page_of(found, request, place_of("since"))
    return {
        "agreements": [_row(one, request.on, as_party=as_party) for one in rows],
        **pages,
    }


def scope_of(occupation: str, lowest: str, highest: str) -> str:
    """One line of a scope."""
    grades = dict.fromkeys(label_of(Grade(grade)) for grade in (lowest, highest))
    return f"{occupation} {' – '.join(grades)}"


def pay_rows(organisation: int, on: date, mine: Grade | None = None) -> list[dict[str, Any]]:
    """The table of a day, the reader's own grade marked."""
    return [
        {
            "grade": label_of(grade),
            "monthly": money(Yuan.of_fen(row.monthly)),
            "since": row.since,
            "instrument": row.instrument,
            "mine": grade is mine,
        }
        for grade, row in recognition.grade_pay(organisation, on=on).items()
    ]


def _row(agreement: Any, on: date, *, as_party: bool) -> dict[str, Any]:
    state = _state(agreement, on)
    words = {
        "ahead": _("尚未生效"),
        "running": _("履行中"),
        "told": _("已通知终止"),
        "over": _("已终止"),
    }
    return {
        "parties": f"{name_of(agreement.proposer)} – {name_of(agreement.partner)}",
        "scopes": [
            scope_of(one.occupation.name, one.lowest, one.highest) for one in agreement.scopes.all()
        ],
        "since": agreement.since,
        "last": last_day(agreement.last),
        "state": words[state],
        "mood": MOODS[state],
        "address": reverse("cases:show_case", args=[agreement.case_number]) if as_party else "",
    }


def _state(agreement: Any, on: date) -> str:
    if on >= agreement.last:
        return "over"
    if on < agreement.since:
        return "ahead"
    return "running" if agreement.ended_on is None else "told"
