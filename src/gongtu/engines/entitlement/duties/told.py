"""A duty as JSON: what the API answers of it."""

from __future__ import annotations

from typing import Any

from gongtu.base.periods import Period
from gongtu.engines.entitlement.duties.asking import Asked, Change
from gongtu.engines.entitlement.kinds import stored
from gongtu.engines.entitlement.told import finding, ground


def asked(told: Asked, *, within: Period) -> dict[str, Any]:
    """Everything of it, in the order a reader asks; changes as far as they lie `within`."""
    return {
        "duty": told.duty.key,
        "title": told.duty.title,
        "basis": [str(article) for article in told.duty.basis],
        "norms": list(told.duty.fulfils),
        "on": told.on.isoformat(),
        "bond": told.bond.value,
        "since": stored(told.since),
        "until": stored(told.until),
        "because": [finding(each) for each in told.findings],
        "due": stored(told.due.value) if told.due else None,
        "due_grounds": [ground(each) for each in told.due.grounds] if told.due else [],
        "has_term": told.due is not None,
        "late": told.is_late,
        "fulfilment": told.fulfilment.value,
        "shown_by": [finding(each) for each in told.shown],
        "changes": [_change(each) for each in told.changes(within)],
        "way": told.duty.way,
    }


def _change(told: Change) -> dict[str, Any]:
    return {
        "on": told.on.isoformat(),
        "bond": told.bond.value,
        "because": [finding(each) for each in told.because],
    }
