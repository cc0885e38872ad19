"""One's own ladder: what holds of each option, what is missing, and by what a grade is held."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from ninja import Router, Schema

from gongtu.api.access import KNOWN, Request
from gongtu.api.entitlements import Finding, Missing
from gongtu.api.occupations import Wording
from gongtu.engines.entitlement import told
from gongtu.parties.access import NotEntitled
from gongtu.parties.roles import WORKER
from gongtu.registers.ladder import queries as ladder
from gongtu.registers.ladder.queries import Standing, Step, Way
from gongtu.registers.skills.queries.held import Holding

router = Router(tags=["ladder"])


class ConditionTold(Finding):
    """A condition explained; `full_on` the day its years are full while the work goes on."""

    full_on: date | None


class WayTold(Schema):
    """One option explained; `open` null is not known, `nearest` the day time alone opens it."""

    rule: str
    wording: str
    open: bool | None
    conditions: list[ConditionTold]
    missing: list[Missing]
    nearest: date | None


class HoldingTold(Schema):
    """The certificate by which a grade is held; while it is suspended it does not count."""

    number: str
    since: date
    suspended: bool


class StepTold(Schema):
    """One grade above; `open` null where it hangs on the wording or on what is not known.

    A grade that is `holding` a certificate is not open: nobody applies for it again.
    """

    grade: str
    display: str
    open: bool | None
    holding: HoldingTold | None
    ways: list[WayTold]


class StandingTold(Schema):
    """Where I stand in one occupation I have worked or am certified in."""

    occupation: str
    name: str
    held: str | None
    holding: HoldingTold | None
    wording: Wording | None
    steps: list[StepTold]


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


def _standing(standing: Standing) -> dict[str, Any]:
    return {
        "occupation": standing.occupation.code,
        "name": standing.occupation.name,
        "held": standing.held,
        "holding": _holding(standing.holding),
        "wording": standing.wording,
        "steps": [_step(step) for step in standing.steps],
    }


def _step(step: Step) -> dict[str, Any]:
    return {
        "grade": step.grade.value,
        "display": step.grade.display,
        "open": step.is_open,
        "holding": _holding(step.holding),
        "ways": [_way(way) for way in step.ways],
    }


def _holding(holding: Holding | None) -> dict[str, Any] | None:
    if holding is None:
        return None
    return {
        "number": holding.number,
        "since": holding.since,
        "suspended": holding.is_suspended,
    }


def _way(way: Way) -> dict[str, Any]:
    explained = way.told
    return {
        "rule": explained.benefit.key,
        "wording": way.option.wording.value,
        "open": way.opens,
        "conditions": [
            told.finding(each) | {"full_on": ladder.full_on(each)} for each in explained.findings
        ],
        "missing": [told.gap(each) for each in explained.missing],
        "nearest": explained.nearest,
    }
