"""Sessions of assessment as the office that supervises them sees them."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from gongtu.engines.casework.queries import get_case
from gongtu.parties.access import require
from gongtu.registers.sittings import queries as sittings
from gongtu.registers.skills.choices import Grade
from gongtu.web.asking import page_of, place_asked, place_of
from gongtu.web.chain_page import label_of
from gongtu.web.http import Request
from gongtu.web.sitting_page import (
    bench_page,
    incidents_page,
    plan_page,
    reviews_page,
    sitting_page,
)
from gongtu.web.standards_used import standards_used
from gongtu.web.wording import name_of


def list_page(request: Request) -> dict[str, Any]:
    """One page of the sessions of the division, the latest first, with their incidents.

    Raises:
        NotEntitled: The reader supervises none.
    """
    require(request.capacity, "list-examiners", None, on=request.on)
    found = sittings.list_supervised(request.capacity.division or "")
    if (place := place_asked(request)) is not None:
        found = sittings.supervised_after(found, day=place[0], pk=place[1])
    rows, pages = page_of(found, request, place_of("planned_on"))
    return {
        "sessions": [_row(one) for one in rows],
        **pages,
    }


def session_page(number: str, request: Request) -> dict[str, Any]:
    """One session: how it is held, and what happened.

    Raises:
        NotEntitled: Its assessor lies outside the reader's division.
    """
    session = sittings.get_supervised(number, by=request.capacity, on=request.on)
    return {
        "session": _row(session),
        "standards": standards_used(session.pk),
        "sitting": sitting_page(number),
        "bench": bench_page(session),
        "plan": plan_page(get_case(number)),
        "incidents": incidents_page(number),
        "reviews": reviews_page(number),
        "case": reverse("cases:show_case", args=[number]),
    }


def _row(session: Any) -> dict[str, Any]:
    return {
        "number": session.case_number,
        "address": reverse("desk:show_session", args=[session.case_number]),
        "title": f"{session.assessed} · {label_of(Grade(session.grade))}",
        "assessor": name_of(session.filing.assessor.organisation),
        "planned_on": session.planned_on,
        "place": session.place,
        "arranged": getattr(session, "sitting", None) is not None,
        "incidents": getattr(session, "incidents_noted", 0),
    }
