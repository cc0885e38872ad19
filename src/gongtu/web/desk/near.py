"""Who lacks one condition only, as human resources see it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from gongtu.engines.entitlement.registry import find_benefit
from gongtu.parties.capacity import Capacity
from gongtu.registers.offers import queries
from gongtu.web.public.take_up_page import condition_says
from gongtu.web.wording import name_of, title_of


def counts_page(by: Capacity) -> dict[str, Any]:
    """By benefit and condition, how many in the officer's division."""
    rows = []
    for (benefit, condition), count in queries.count_near(by.division).items():
        declared = find_benefit(benefit)
        if declared is not None:
            rows.append(
                {
                    "title": title_of(declared),
                    "says": condition_says(declared, condition),
                    "count": count,
                    "address": reverse("desk:show_near_miss", args=[benefit, condition]),
                }
            )
    return {"rows": rows}


def people_page(benefit: str, condition: str, found: Sequence[Any]) -> dict[str, Any]:
    """Those behind one count."""
    declared = find_benefit(benefit)
    return {
        "title": title_of(declared) if declared else benefit,
        "says": condition_says(declared, condition) if declared else condition,
        "people": [
            {
                "name": name_of(row.person or row.organisation),
                "subject": row.subject,
                "address": reverse("account:show_person", args=[row.person_id])
                if row.person
                else "",
            }
            for row in found
        ],
    }
