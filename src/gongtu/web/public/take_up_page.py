"""The loop in sums, as its page shows it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from gongtu.engines.entitlement.declare import Benefit
from gongtu.engines.indicators.registry import get_indicator
from gongtu.registers.offers import queries
from gongtu.registers.offers.choices import Why
from gongtu.web.wording import money, title_of, told

FIGURES = ("unasked-offers-made", "unasked-offers-taken", "unasked-money-paid")


def take_up_page(on: date) -> dict[str, Any]:
    """One row a benefit, the answers of the survey, and the last run."""
    rows = queries.take_up(on)
    reasons = queries.reasons_not_taken(on)
    return {
        "on": on,
        "rows": [_row(row) for row in rows],
        "near": [_near(row) for row in rows if row.near],
        "reasons": [{"label": Why(why).label, "count": shown(n)} for why, n in reasons.items()],
        "run": queries.last_run(),
        "figures": [
            {
                "title": title_of(get_indicator(key)),
                "address": reverse("dashboards:show_indicator", args=[key]),
            }
            for key in FIGURES
        ],
    }


def shown(count: int | None) -> str:
    """A figure, or that it is too small to be shown."""
    return _("不显示") if count is None else str(count)


def condition_says(benefit: Benefit, key: str) -> str:
    """A condition in the reader's language."""
    says = next((one.says for one in benefit.conditions if one.key == key), key)
    return told(says, benefit.policy.path.parent)


def _row(row: queries.TakeUp) -> dict[str, Any]:
    return {
        "title": title_of(row.benefit),
        "offered": shown(row.offered),
        "taken": shown(row.taken),
        "declined": shown(row.declined),
        "rate": "" if row.rate is None else f"{row.rate}%",
        "paid": shown(row.paid),
        "money": _("不显示") if row.money is None else money(row.money),
        "median": "" if row.median_days is None else row.median_days,
        "most": "" if row.most_days is None else row.most_days,
    }


def _near(row: queries.TakeUp) -> dict[str, Any]:
    return {
        "title": title_of(row.benefit),
        "misses": [
            {"says": condition_says(row.benefit, key), "count": shown(count)}
            for key, count in row.near.items()
        ],
    }
