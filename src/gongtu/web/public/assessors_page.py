"""Bodies that assess, as anybody may see them: by name, what they filed, what is in force."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse

from gongtu.policy.city import active_city
from gongtu.registers.quality import queries as quality
from gongtu.registers.skills import queries as skills
from gongtu.web.asking import PAGE, first_page, next_page, number_asked
from gongtu.web.http import Request
from gongtu.web.quality_page import filing_rows, public_measures
from gongtu.web.wording import name_of


def list_page(request: Request) -> dict[str, Any]:
    """One page of the bodies of the city, by name."""
    words = request.GET.get("q", "").strip()[:40]
    start = number_asked(request) or 0
    found = skills.list_bodies(active_city().division).filter(organisation__name__contains=words)
    page = list(found[start : start + PAGE + 1])
    return {
        "words": words,
        "bodies": [
            {
                "name": name_of(one.organisation),
                "address": reverse("public:show_assessor", args=[one.organisation_id]),
            }
            for one in page[:PAGE]
        ],
        "next_page": next_page(request, str(start + PAGE) if len(page) > PAGE else ""),
        "first_page": first_page(request),
    }


def assessor_page(organisation: int, *, on: date) -> dict[str, Any]:
    """One body: what it may assess now, and the public measures in force; nothing more.

    Raises:
        BodyUnknown: It never filed.
    """
    body = quality.get_body(organisation)
    return {
        "name": name_of(body.organisation),
        "prefix": body.prefix,
        "filings": [one for one in filing_rows(organisation, on=on) if one["in_force"]],
        "measures": public_measures(organisation, on=on),
        "complain": reverse("cases:start_case", args=[quality.COMPLAINT]),
    }


def plan_page(number: str, *, on: date) -> dict[str, Any]:
    """The draw of a plan, for anybody who wants to do it again.

    Raises:
        PlanUnknown: There is none, or it is not public yet.
    """
    plan = quality.get_public_plan(number, on=on)
    return {
        "office": name_of(plan.office),
        "plan": plan,
        "percent": plan.percent.normalize() if plan.percent is not None else None,
        "seal_hash": quality.seal_of(plan),
    }
