"""An explanation as JSON: what pages, the API and the record of a decision keep of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gongtu.engines.entitlement.asking import FactGround, Finding, Ground, ParameterGround
from gongtu.engines.entitlement.kinds import stored
from gongtu.engines.entitlement.wording import shown

if TYPE_CHECKING:
    from gongtu.engines.entitlement.explaining import Explanation, Missing


def explanation(told: Explanation) -> dict[str, Any]:
    """Everything of it, in the order a reader asks."""
    return {
        "benefit": told.benefit.key,
        "title": told.benefit.title,
        "basis": [str(article) for article in told.benefit.basis],
        "subject": {"key": told.subject.key, "title": told.subject.title},
        "on": told.on.isoformat(),
        "verdict": told.verdict.value,
        "amount": stored(told.amount),
        "fund": told.benefit.fund,
        "gives": told.benefit.gives,
        "rule": told.benefit.version,
        "conditions": [finding(each) for each in told.findings],
        "amount_grounds": [ground(each) for each in told.amount_grounds],
        "missing": [gap(each) for each in told.missing],
        "nearest": stored(told.nearest),
        "claim": told.benefit.claim,
    }


def gap(told: Missing) -> dict[str, Any]:
    """One thing that is missing."""
    return {
        "label": told.label,
        "who_decides": told.who_decides,
        "remedy": told.remedy,
        "source": told.source,
    }


def finding(told: Finding) -> dict[str, Any]:
    """One condition with its verdict and grounds."""
    return {
        "key": told.condition.key,
        "says": told.condition.says,
        "basis": str(told.condition.basis),
        "verdict": told.verdict.value,
        "remedy": told.condition.remedy,
        "grounds": [ground(each) for each in told.grounds],
    }


def ground(told: Ground) -> dict[str, Any]:
    """One fact, or one parameter with its document."""
    plain = {
        "label": told.label,
        "value": stored(told.value),
        "shown": None if told.value is None else shown(told.value, told.unit),
        "unit": told.unit,
        "source": told.source,
    }
    match told:
        case FactGround(fact=fact, known=known):
            return {"kind": "fact", "key": fact.key, **plain, "as_of": stored(known.as_of)}
        case ParameterGround(key=key, on=on, row=row, valued=valued):
            return {
                "kind": "parameter",
                "key": key,
                "row": row,
                **plain,
                "on": on.isoformat(),
                "since": stored(valued.since),
                "until": stored(valued.until),
                "document": valued.document,
                "issued_on": stored(valued.issued_on),
                "confidence": valued.confidence,
                "note": valued.note,
                "decides": valued.decides,
                "origin": valued.origin,
            }
