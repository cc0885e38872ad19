"""The ladder of an occupation for anybody, and one's own."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from ninja import Router, Schema

from gongtu.api.access import KNOWN, Request
from gongtu.api.entitlements import Finding, Missing
from gongtu.engines.entitlement import told
from gongtu.engines.entitlement.declare import Condition
from gongtu.engines.entitlement.expressions import Parameter
from gongtu.parties.access import NotEntitled
from gongtu.parties.roles import WORKER
from gongtu.registers.ladder import queries as ladder
from gongtu.registers.ladder.declare import Option, the_ladder
from gongtu.registers.ladder.queries import Standing, Step, Way
from gongtu.registers.skills.choices import Grade

router = Router(tags=["ladder"])


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


class OccupationTold(Schema):
    """An occupation with its groups, marks and ladder; `wording` null: both wordings are listed."""

    code: str
    name: str
    major: str
    middle: str
    minor: str
    digital: bool
    green: bool
    edition: str
    wording: Wording | None
    ladder: list[Rung]


class WayTold(Schema):
    """One option explained; `open` null is not known, `nearest` the day time alone opens it."""

    rule: str
    wording: str
    open: bool | None
    conditions: list[Finding]
    missing: list[Missing]
    nearest: date | None


class StepTold(Schema):
    """One grade above; `open` null where it hangs on the wording or on what is not known."""

    grade: str
    display: str
    open: bool | None
    ways: list[WayTold]


class StandingTold(Schema):
    """Where I stand in one occupation I have worked or am certified in."""

    occupation: str
    name: str
    held: str | None
    wording: Wording | None
    steps: list[StepTold]


@router.get(
    "/occupations/{code}",
    response=OccupationTold,
    summary="An occupation: groups, marks, and the conditions of each grade",
)
def get_occupation(request: Request, code: str) -> dict[str, Any]:
    found, on = ladder.get_occupation(code), request.on
    return {
        "code": found.code,
        "name": found.name,
        "major": found.major,
        "middle": found.middle,
        "minor": found.family,
        "digital": found.is_digital,
        "green": found.is_green,
        "edition": found.edition,
        "wording": ladder.wording_of(found.code, on=on),
        "ladder": [_rung(found.code, grade, on) for grade in the_ladder().grades],
    }


@router.get(
    "/me/ladder",
    response=list[StandingTold],
    auth=KNOWN,
    summary="My own ladder: what holds of each option, what is missing, from when it holds",
)
def list_standings(request: Request) -> list[dict[str, Any]]:
    by = request.auth
    if by.role is not WORKER or by.person is None:
        raise NotEntitled(_("这是工人本人的技能阶梯，请以本人身份查询。"))
    return [_standing(one) for one in ladder.standings_of(by.person, on=request.on)]


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


def _standing(standing: Standing) -> dict[str, Any]:
    return {
        "occupation": standing.occupation.code,
        "name": standing.occupation.name,
        "held": standing.held,
        "wording": standing.wording,
        "steps": [_step(step) for step in standing.steps],
    }


def _step(step: Step) -> dict[str, Any]:
    return {
        "grade": step.grade.value,
        "display": step.grade.display,
        "open": step.is_open,
        "ways": [_way(way) for way in step.ways],
    }


def _way(way: Way) -> dict[str, Any]:
    explained = way.told
    return {
        "rule": explained.benefit.key,
        "wording": way.option.wording.value,
        "open": way.opens,
        "conditions": [told.finding(each) for each in explained.findings],
        "missing": [told.gap(each) for each in explained.missing],
        "nearest": explained.nearest,
    }
