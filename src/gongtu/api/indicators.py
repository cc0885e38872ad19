"""Figures: the same numbers as the board's, with small cells hidden from the public."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router, Schema

from gongtu.api.access import Request, reader
from gongtu.api.shapes import Day, Place, absolute, place_of
from gongtu.engines.indicators import queries as figures
from gongtu.engines.indicators.declare import Indicator
from gongtu.engines.indicators.queries import Figure
from gongtu.engines.indicators.registry import get_indicator, indicators
from gongtu.parties.queries import get_division
from gongtu.parties.roles import OFFICES

router = Router(tags=["indicators"])
Code = Annotated[str | None, Query(max_length=12, description="A division's code; all without.")]


class IndicatorEntry(Schema):
    """An indicator in the list."""

    key: str
    title: str
    unit: str
    span: str
    basis: list[Place]
    fulfils: list[str]
    note: str
    address: str


class Reading(Schema):
    """One figure; `value` null is hidden, because it would point at persons. Money is in fen."""

    since: date
    until: date
    division: str | None
    value: int | None


class IndicatorOn(IndicatorEntry, Reading):
    """An indicator with its value on the day, how it went, and by division."""

    trend: list[Reading]
    by_division: list[Reading]


@router.get("/indicators", response=list[IndicatorEntry], summary="Every figure of the city")
def list_indicators(request: HttpRequest) -> list[dict[str, Any]]:
    return [_entry(indicator, request) for indicator in indicators()]


@router.get("/indicators/{key}", response=IndicatorOn, summary="One figure on a day")
def read_indicator(
    request: Request, key: str, on: Day = None, division: Code = None
) -> dict[str, Any]:
    indicator, day = get_indicator(key), on or request.on
    if division is not None:
        get_division(division)
    full = reader(request).role in OFFICES
    now = figures.figure(indicator, on=day, division=division, full=full)
    trend = figures.trend(indicator, on=day, division=division, full=full)
    cells = figures.by_division(indicator, on=day, full=full)
    return {
        **_entry(indicator, request),
        **_value(now),
        "trend": [_value(each) for each in trend],
        "by_division": [_value(each) for each in cells],
    }


def _entry(indicator: Indicator, request: HttpRequest) -> dict[str, Any]:
    return {
        "key": indicator.key,
        "title": indicator.title,
        "unit": indicator.unit,
        "span": indicator.span.value,
        "basis": [place_of(article) for article in indicator.basis],
        "fulfils": list(indicator.fulfils),
        "note": indicator.note,
        "address": absolute(request, f"/api/v1/indicators/{indicator.key}"),
    }


def _value(figure: Figure) -> dict[str, Any]:
    return {
        "since": figure.since,
        "until": figure.until,
        "division": figure.division,
        "value": figure.value,
    }
