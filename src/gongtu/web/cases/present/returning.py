"""What is to be returned of a case, as its page and the desk show it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from gongtu.engines.casework import queries as cases
from gongtu.engines.ledger.returns import Recovery
from gongtu.parties.capacity import Capacity
from gongtu.web.wording import money


def recovery_page(case: Any, by: Capacity) -> dict[str, Any] | None:
    """For whom it concerns: how much, why, and what became of it; None where nothing is owed."""
    found = cases.recovery_of(case, by)
    return recovery_row(found) if found is not None else None


def recovery_row(found: Recovery) -> dict[str, Any]:
    """The figures with their state."""
    label, mood = _state(found)
    return {
        "total": money(found.total),
        "left": money(found.left),
        "is_open": bool(found.left.fen),
        "is_part": bool(found.left.fen and (found.returned or found.spared.fen)),
        "state_label": label,
        "mood": mood,
        "asked": [
            {"amount": money(one.amount), "on": one.on, "reason": one.reason} for one in found.asked
        ],
        "returned": [
            {"amount": money(one.amount), "on": one.on, "receipt": one.receipt}
            for one in found.returned
        ],
        "written": [
            {"amount": money(one.amount), "on": one.on, "basis": one.basis} for one in found.written
        ],
    }


def _state(found: Recovery) -> tuple[str, str]:
    if found.left.fen and found.returned:
        return _("已退回一部分"), "wait"
    if found.left.fen:
        return (_("差额已核销一部分"), "wait") if found.spared.fen else (_("待退回"), "wait")
    if found.spared.fen:
        return _("差额已核销"), ""
    return (_("已全部退回"), "good") if found.returned else (_("不再要求退回"), "")
