"""Projects of special abilities as anybody reads them."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from gongtu.registers.standards import queries as standards
from gongtu.registers.standards.choices import Need
from gongtu.web.asking import number_asked, number_of, page_of
from gongtu.web.chain_page import label_of
from gongtu.web.http import Request
from gongtu.web.public.standards_page import section_rows
from gongtu.web.wording import name_of

SHOWN = 20


def list_page(request: Request) -> dict[str, Any]:
    """One page of published projects, the latest first; retired ones say so."""
    found = standards.list_abilities_published()
    if words := request.GET.get("q", "").strip()[:60]:
        found = found.filter(name__contains=words)
    if (after := number_asked(request)) is not None:
        found = found.filter(pk__lt=after)
    rows, pages = page_of(found, request, number_of)
    return {
        "words": words,
        "abilities": [_row(one) for one in rows],
        **pages,
    }


def ability_page(project: Any, on: date) -> dict[str, Any]:
    """One project: its norm, who is filed to examine it, and when somebody does."""
    return {
        "ability": _row(project),
        "grounds": project.grounds,
        "hours": project.hours,
        "sections": section_rows(project.text, [_("比重")]),
        "assessors": [
            {
                "name": name_of(one.organisation),
                "since": one.since,
                "until": one.until,
                "ended_for": one.ended_for,
                "is_pilot": one.is_pilot,
            }
            for one in project.assessors.all()
        ],
        "coming": [
            {"on": one.planned_on, "place": one.place, "body": name_of(one.filing.organisation)}
            for one in standards.list_coming(project.pk, on=on)[:SHOWN]
        ],
        "retired_for": project.retired_for,
    }


def _row(project: Any) -> dict[str, Any]:
    return {
        "name": project.name,
        "address": reverse("public:show_ability", args=[project.pk]),
        "need": label_of(Need(project.need)),
        "number": project.number,
        "proposer": name_of(project.proposer),
        "published_on": project.published_on,
        "retired_on": project.retired_on,
        "is_pilot": any(one.is_pilot and not one.until for one in project.assessors.all()),
    }
