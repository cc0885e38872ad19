"""What brings money once: its row is marked with the case that brought it, and with no other."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

SUBSIDY, GRANT = "subsidised", "granted"


def mark(rows: QuerySet[Any], case_number: str, *, on: date, brought: str = SUBSIDY) -> bool:
    """Mark the row with its case and day; False where another case brought the same before."""
    unpaid = Q(**{f"{brought}_on": None}) | Q(**{f"{brought}_by": case_number})
    return bool(rows.filter(unpaid).update(**{f"{brought}_on": on, f"{brought}_by": case_number}))


def unmark(rows: QuerySet[Any], case_number: str, *, brought: str = SUBSIDY) -> None:
    """The case brought nothing after all: the row may bring it by another."""
    marked = rows.filter(**{f"{brought}_by": case_number})
    marked.update(**{f"{brought}_on": None, f"{brought}_by": ""})
