"""One condition that every dated relation shares: it holds on a day, its end excluded."""

from datetime import date

from django.db.models import Q


def holds_on(on: date, prefix: str = "") -> Q:
    """Begun on or before the day, and not ended on it; `prefix` as in "office__"."""
    begun = Q(**{f"{prefix}since__lte": on})
    return begun & (Q(**{f"{prefix}until": None}) | Q(**{f"{prefix}until__gt": on}))
