"""Bodies that assess, as the office that watches over them sees them."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from gongtu.parties.access import require
from gongtu.registers.quality import queries as quality
from gongtu.registers.skills import queries as skills
from gongtu.web.cases.present import case_row
from gongtu.web.http import Request
from gongtu.web.quality_page import (
    bodies_page,
    check_rows,
    comment_rows,
    figure_rows,
    filing_rows,
    measure_row,
    start_with,
)
from gongtu.web.wording import name_of

SHOWN = 20


def list_page(request: Request) -> dict[str, Any]:
    """One page of the bodies of the division by name, each with what is in force of it; the plans.

    Raises:
        NotEntitled: The reader watches over none.
    """
    by, on = request.capacity, request.on
    require(by, "list-examiners", None, on=on)
    bodies, turning = bodies_page(by.division or "", request)
    in_force = skills.filings_in_force(on).filter(assessor__in=bodies)
    filed = set(in_force.values_list("assessor", flat=True))
    return {
        "bodies": [
            {
                "name": name_of(one.organisation),
                "address": reverse("desk:show_body", args=[one.organisation_id]),
                "prefix": one.prefix,
                "filed": one.pk in filed,
            }
            for one in bodies
        ],
        **turning,
        "plans": [
            {
                "address": reverse("cases:show_case", args=[one.case_number]),
                "year": one.year,
                "adopted_on": one.adopted_on,
            }
            for one in quality.list_plans(by.organisation or 0)
        ],
        "start_plan": reverse("cases:start_case", args=[quality.PLAN]),
        "start_check": reverse("cases:start_case", args=[quality.CHECK]),
    }


def body_page(organisation: int, request: Request) -> dict[str, Any]:
    """One body: what it filed, its figures, checks, complaints, measures, and what it says.

    Raises:
        BodyUnknown, NotEntitled: It does not assess, or lies outside the reader's division.
    """
    on = request.on
    body = quality.require_watching(organisation, by=request.capacity, on=on)
    return {
        "name": name_of(body.organisation),
        "prefix": body.prefix,
        "public": reverse("public:show_assessor", args=[organisation]),
        "filings": filing_rows(organisation, on=on),
        "figures": figure_rows(body, on=on),
        "checks": check_rows(organisation, told=False),
        "measures": [measure_row(one) for one in quality.list_measures(organisation)],
        "comments": comment_rows(organisation),
        "complaints": [
            case_row(one, request.capacity, on=on)
            for one in quality.list_complaints(organisation, by=request.capacity)[:SHOWN]
        ],
        "start_check": start_with(quality.CHECK, organisation),
    }
