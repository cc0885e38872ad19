"""What counts as drawn before, seen from one claim."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Earlier:
    """Not what the claim itself brought; nor, where a day is told, what came on it or later.

    The day is that of a decision looked at again: what else was drawn on it had its say then.

    >>> Earlier().counts(date(2026, 9, 1), "20260000001")
    True
    >>> Earlier("20260000001").counts(date(2026, 9, 1), "20260000001")
    False
    >>> Earlier(before=date(2026, 9, 1)).counts(date(2026, 9, 1), "20260000002")
    False
    """

    claim: str = ""
    before: date | None = None

    def counts(self, drawn_on: date | None, drawn_by: str) -> bool:
        """Whether a benefit drawn on that day by that case is an earlier one."""
        if drawn_on is None or drawn_by == self.claim:
            return False
        return self.before is None or drawn_on < self.before


ANY = Earlier()
"""Of somebody who has claimed nothing yet."""
