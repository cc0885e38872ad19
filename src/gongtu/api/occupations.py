"""Occupations for anybody: found by words or marks, each with its ladder; what was added since."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from ninja import Query, Router, Schema

from gongtu.api.access import Request
from gongtu.api.shapes import PAGE, Limit, page_of
from gongtu.engines.entitlement.declare import Condition
from gongtu.engines.entitlement.expressions import Parameter
from gongtu.registers.ladder import queries as ladder
from gongtu.registers.ladder.declare import Option, the_ladder
from gongtu.registers.skills import queries as skills
from gongtu.registers.skills.choices import Grade

router = Router(tags=["ladder"])

Words = Annotated[str, Query(max_length=60, description="A part of the name or code.")]


class Wording(Schema):
    """Which wording a standard uses since when; without one it is not confirmed yet (待核)."""

    wording: str
    since: date
    standard: str
    source: str
    note: str


class Number(Schema):
    """One year count in force on the day; `value` null is 待核."""

    key: str
    value: int | None
    unit: str
    source: str
    confidence: str


class Asks(Schema):
    """One condition, and the year counts it names."""

    key: str
    says: str
    numbers: list[Number]


class OptionTold(Schema):
    """One way to a grade; every condition must hold. `rule` is what a refusal calls it."""

    rule: str
    wording: str
    conditions: list[Asks]


class Rung(Schema):
    """A grade that one applies for; any one option of the wording in use is enough."""

    grade: str
    display: str
    options: list[OptionTold]


class VersionTold(Schema):
    """What an edition of the classification says of an occupation."""

    edition: str
    name: str
    major: str
    middle: str
    minor: str
    digital: bool
    green: bool


class OccupationTold(Schema):
    """An occupation with its groups, marks and ladder; `wording` null: both wordings are listed.

    `edition` is the latest that has it, and not `current` where a later one has it no more.
    """

    code: str
    name: str
    major: str
    middle: str
    minor: str
    digital: bool
    green: bool
    edition: str
    current: bool
    versions: list[VersionTold]
    wording: Wording | None
    ladder: list[Rung]


class OccupationListed(Schema):
    """An occupation of the classification by its code, with its minor group and its marks."""

    code: str
    name: str
    minor: str
    digital: bool
    green: bool


class OccupationPage(Schema):
    """One page of occupations by code; `next` is the address of the one after it."""

    occupations: list[OccupationListed]
    next: str | None


class AddedTold(Schema):
    """Added since the classification; `code` is empty while no source gives one.

    What is not `published` is only proposed.
    """

    name: str
    code: str
    kind: Literal["occupation", "job_type"]
    batch: str
    document: str
    published: bool
    source: str
    confidence: str


@router.get(
    "/occupations",
    response=OccupationPage,
    summary="Occupations by any part of a name or code, or by a mark",
)
def list_occupations(
    request: Request,
    q: Words = "",
    mark: Literal["", "digital", "green"] = "",
    after: Annotated[str, Query(max_length=16, description="A code: those behind it.")] = "",
    limit: Limit = PAGE,
) -> dict[str, Any]:
    found = skills.list_occupations(q, mark=mark).filter(code__gt=after)
    rows, following = page_of(found, limit, request, "code")
    return {"occupations": [_listed(one) for one in rows], "next": following}


@router.get(
    "/added-occupations",
    response=list[AddedTold],
    summary="Occupations and kinds of work added since the classification",
)
def list_added(request: Request, q: Words = "") -> list[dict[str, Any]]:
    del request
    plain = ("name", "code", "kind", "batch", "document", "source", "confidence")
    return [
        {name: getattr(one, name) for name in plain} | {"published": one.is_published}
        for one in ladder.list_added(q)
    ]


@router.get(
    "/occupations/{code}",
    response=OccupationTold,
    summary="An occupation: groups, marks, and the conditions of each grade",
)
def get_occupation(request: Request, code: str) -> dict[str, Any]:
    found, on = ladder.get_occupation(code), request.on
    return {
        "code": found.code,
        **_version(found),
        "current": found.edition == skills.latest_edition(),
        "versions": [_version(one) for one in found.versions.all()],
        "wording": ladder.wording_of(found.code, on=on),
        "ladder": [_rung(found.code, grade, on) for grade in the_ladder().grades],
    }


def _version(one: Any) -> dict[str, Any]:
    return {
        "edition": one.edition,
        "name": one.name,
        "major": one.major,
        "middle": one.middle,
        "minor": one.family,
        "digital": one.is_digital,
        "green": one.is_green,
    }


def _listed(occupation: Any) -> dict[str, Any]:
    return {
        "code": occupation.code,
        "name": occupation.name,
        "minor": occupation.family,
        "digital": occupation.is_digital,
        "green": occupation.is_green,
    }


def _rung(occupation: str, grade: Grade, on: date) -> dict[str, Any]:
    options = ladder.options_for(occupation, grade, on=on)
    told_ = [_option(one, on) for one in options]
    return {"grade": grade.value, "display": grade.display, "options": told_}


def _option(option: Option, on: date) -> dict[str, Any]:
    conditions = [_asks(one, option, on) for one in option.admits.conditions]
    return {
        "rule": option.admits.key,
        "wording": option.wording.value,
        "conditions": conditions,
    }


def _asks(condition: Condition, option: Option, on: date) -> dict[str, Any]:
    policy = option.admits.policy
    named = (node.name for node in condition.holds.walk() if isinstance(node, Parameter))
    return {
        "key": condition.key,
        "says": condition.says,
        "numbers": [_number(policy[name], on) for name in dict.fromkeys(named)],
    }


def _number(parameter: Any, on: date) -> dict[str, Any]:
    valued = parameter.value(on)
    return {
        "key": parameter.key,
        "value": valued.value,
        "unit": parameter.unit,
        "source": valued.source,
        "confidence": valued.confidence,
    }
