"""Amounts, rates and terms: dated, sourced, and plainly 待核 where nobody has decided."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from django.http import Http404
from ninja import Path, Query, Router, Schema
from pydantic import Field

from gongtu.api.access import Request
from gongtu.api.shapes import Day, Limit, page_of, plain, unless_unchanged
from gongtu.policy import Parameter, all_parameters
from gongtu.policy.values import Valued

router = Router(tags=["parameters"])
PAGE = 50
After = Annotated[str, Query(max_length=200, description="The cursor: the last key seen.")]


class ValueInForce(Schema):
    """One value with its document; null is not confirmed yet (待核)."""

    value: Any = Field(
        None, description="A count, a rate, money as text, a table of them, or null."
    )
    since: date | None
    until: date | None
    document: str
    issued_on: date | None
    source: str
    confidence: str
    note: str
    origin: str


class ParameterOn(ValueInForce):
    """What a parameter is worth on the day."""

    key: str
    title: str
    unit: str
    decides: str
    basis: str | None
    rows: dict[str, str]


class ParameterHistory(ParameterOn):
    """The same with every value it has or had."""

    history: list[ValueInForce]


class Parameters(Schema):
    """One page of parameters by key."""

    parameters: list[ParameterOn]
    next: str | None


@router.get("/parameters", response=Parameters, summary="Every parameter on a day")
@unless_unchanged
def list_parameters(
    request: Request, on: Day = None, after: After = "", limit: Limit = PAGE
) -> dict[str, Any]:
    rest = [parameter for parameter in all_parameters() if parameter.key > after]
    shown, following = page_of(rest, limit, request, "key")
    rows = [_row(parameter, on or request.on) for parameter in shown]
    return {"parameters": rows, "next": following}


@router.get(
    "/parameters/{path:key}", response=ParameterHistory, summary="One parameter and its history"
)
@unless_unchanged
def get_parameter(
    request: Request,
    key: Annotated[str, Path(description="c2_skills/skill_upgrade_subsidy:amount")],
    on: Day = None,
) -> dict[str, Any]:
    found = next((each for each in all_parameters() if each.key == key), None)
    if found is None:
        raise Http404(key)
    history = [_value(valued) for valued in found.history()]
    return {**_row(found, on or request.on), "history": history}


def _row(parameter: Parameter, on: date) -> dict[str, Any]:
    return {
        "key": parameter.key,
        "title": parameter.title,
        "unit": parameter.unit,
        "decides": parameter.decides,
        "basis": str(parameter.basis) if parameter.basis else None,
        "rows": {row: parameter.row_title(row) for row in parameter.rows},
        **_value(parameter.value(on)),
    }


def _value(valued: Valued) -> dict[str, Any]:
    return {
        "value": plain(valued.value),
        "since": valued.since,
        "until": valued.until,
        "document": valued.document,
        "issued_on": valued.issued_on,
        "source": valued.source,
        "confidence": valued.confidence,
        "note": valued.note,
        "origin": valued.origin,
    }
