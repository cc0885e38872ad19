"""Bodies that assess: what is in force of them for anybody, their figures for themselves."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from ninja import Query, Router, Schema
from pydantic import Field

from gongtu.api.access import KNOWN, Request
from gongtu.policy.city import active_city
from gongtu.registers.quality import queries as quality
from gongtu.registers.quality.queries.figures import figures_of
from gongtu.registers.skills import queries as skills

router = Router(tags=["assessors"])
SHOWN = 100


class AssessorRow(Schema):
    """A body that filed at some time."""

    organisation: int
    name: str
    prefix: str


class AssessorListed(AssessorRow):
    """A body by name; `filed`: something of it is in force."""

    filed: bool


class Assessors(Schema):
    """Bodies by name; there is no other order. `next` is where the following page starts."""

    rows: list[AssessorListed]
    next: int | None


class FilingTold(Schema):
    """What may be assessed now, from the lowest to the highest grade; `until`: when it ends."""

    occupation: str
    name: str
    lowest: str
    highest: str
    since: date
    until: date | None


class MeasureTold(Schema):
    """A suspension or a withdrawal in force; `occupation` null: everything filed."""

    step: str
    occupation: str | None
    since: date


class AssessorTold(AssessorRow):
    """What is in force of a body."""

    filings: list[FilingTold]
    measures: list[MeasureTold]


class RangeTold(Schema):
    """Among so many bodies of the kind: the lowest, the middle and the highest share."""

    low: Decimal
    middle: Decimal
    high: Decimal
    bodies: int


class FigureTold(Schema):
    """Of `of` in a year, `count`; `percent` null where they are few, `range` where bodies are."""

    key: str
    label: str
    count: int
    of: int
    percent: Decimal | None
    range: RangeTold | None


class PlanTold(Schema):
    """The draw of a year's plan, from which anybody draws the same again."""

    year: int
    office: str
    percent: Decimal
    drawn_on: date
    seal: int
    seal_hash: str
    seed: str
    pool: list[str] = Field(description="Beginnings of the certificate numbers of bodies.")
    chosen: list[str]


@router.get("/assessors", response=Assessors, summary="Bodies that assess, by name")
def list_assessors(
    request: Request,
    q: Annotated[str, Query(max_length=40, description="A part of the name.")] = "",
    start: Annotated[int, Query(ge=0, le=100_000)] = 0,
) -> dict[str, Any]:
    found = skills.list_bodies(active_city().division, q)
    page = list(found[start : start + SHOWN + 1])
    more = start + SHOWN if len(page) > SHOWN else None
    filed = set(skills.filings_in_force(request.on).values_list("assessor", flat=True))
    rows = [_row(one) | {"filed": one.pk in filed} for one in page[:SHOWN]]
    return {"rows": rows, "next": more}


@router.get(
    "/assessors/{int:organisation}",
    response=AssessorTold,
    summary="What a body may assess now, and the public measures in force",
)
def get_assessor(request: Request, organisation: int) -> dict[str, Any]:
    body, on = quality.get_body(organisation), request.on
    filings = skills.list_filings(organisation, on=on)
    return {
        **_row(body),
        "filings": [
            {
                "occupation": one.occupation_id,
                "name": one.occupation.name,
                "lowest": one.lowest,
                "highest": one.highest,
                "since": one.since,
                "until": one.until,
            }
            for one in filings
        ],
        "measures": [
            {"step": one.step, "occupation": one.occupation_id, "since": one.since}
            for one in quality.measures_in_force(organisation, on=on)
        ],
    }


@router.get(
    "/assessors/{int:organisation}/figures",
    response=list[FigureTold],
    auth=KNOWN,
    summary="A body's figures of quality, for itself and the office that watches over it",
)
def list_figures(request: Request, organisation: int) -> list[dict[str, Any]]:
    body = quality.require_reader(organisation, by=request.auth, on=request.on)
    return [
        {
            "key": one.measured.value,
            "label": one.measured.label,
            "count": one.counted.count,
            "of": one.counted.of,
            "percent": one.percent,
            "range": one.range,
        }
        for one in figures_of(body, on=request.on)
    ]


@router.get(
    "/assessment-plans/{number}",
    response=PlanTold,
    summary="The draw of a year's plan of checks, once it warns nobody",
)
def get_plan(request: Request, number: str) -> dict[str, Any]:
    plan = quality.get_public_plan(number, on=request.on)
    return {
        "year": plan.year,
        "office": plan.office.name,
        "percent": plan.percent,
        "drawn_on": plan.drawn_on,
        "seal": plan.seal,
        "seal_hash": quality.seal_of(plan),
        "seed": plan.seed,
        "pool": plan.pool,
        "chosen": plan.chosen,
    }


def _row(body: Any) -> dict[str, Any]:
    return {
        "organisation": body.organisation_id,
        "name": body.organisation.name,
        "prefix": body.prefix,
    }
