"""Rulings of equivalence as the office reads them: which row and statement, when, in which case."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from gongtu.registers.equivalence import queries as equivalence
from gongtu.registers.equivalence.choices import Outcome
from gongtu.registers.equivalence.declare import Row
from gongtu.web.asking import page_of, place_asked, place_of
from gongtu.web.chain_page import label_of
from gongtu.web.equivalence_page import rung_words
from gongtu.web.http import Request


def list_page(request: Request) -> dict[str, Any]:
    """One page of the rulings in cases that the office may open, the latest first.

    Raises:
        NotEntitled: The reader is no human-resources officer.
        RowUnknown, PlaceUnreadable: The address was changed.
    """
    asked = {"row": request.GET.get("row", ""), "outcome": request.GET.get("outcome", "")}
    found = equivalence.rulings_seen(request.capacity, **asked, on=request.on)
    if (place := place_asked(request)) is not None:
        found = equivalence.rulings_after(found, day=place[0], pk=place[1])
    rows, pages = page_of(found, request, place_of("decided_on"))
    return {
        "rulings": [_ruling(one) for one in rows],
        "asked": asked,
        "rows": [{"key": one.key, "title": _title(one)} for one in _ruled()],
        "outcomes": [{"key": one.value, "title": label_of(one)} for one in Outcome],
        **pages,
    }


def _ruled() -> list[Row]:
    """The rows somebody decides under."""
    return [one for one in equivalence.list_rows() if one.rule]


def _title(row: Row) -> str:
    return f"{rung_words(row.source)} → {rung_words(row.target)}"


def _ruling(ruling: Any) -> dict[str, Any]:
    page = reverse("public:show_equivalence", args=[ruling.row])
    return {
        "case": ruling.case_number,
        "case_address": reverse("cases:show_case", args=[ruling.case_number]),
        "title": _title(equivalence.get_row(ruling.row)),
        "statement_address": f"{page}#since-{ruling.stated_since}",
        "stated_since": ruling.stated_since,
        "filed_on": ruling.filed_on,
        "decided_on": ruling.decided_on,
        "outcome": label_of(Outcome(ruling.outcome)),
        "granted": ruling.outcome == Outcome.GRANTED,
        "leads_to": ruling.leads_to,
    }
