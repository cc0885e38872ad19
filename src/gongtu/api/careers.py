"""One's own map of careers: goals with their earliest days, and the ways to one of them."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any, Literal

from django.utils.translation import gettext as _
from ninja import Router, Schema
from pydantic import Field

from gongtu.api.access import KNOWN, Request
from gongtu.api.training import SHOWN, CourseTold, course_told
from gongtu.parties.access import NotEntitled
from gongtu.parties.roles import WORKER
from gongtu.registers.ladder import queries as ladder
from gongtu.registers.ladder.queries import Leg, Map, Route, WhatIf
from gongtu.registers.training.queries import list_open_courses

router = Router(tags=["ladder"])


class ReachTold(Schema):
    """A goal: the earliest day by any way, and by one that assumes nothing; null: none is known."""

    goal: str
    wording: str
    soonest: date | None
    surely: date | None


class GainTold(Schema):
    """A benefit the step would open, by today's rules; `amount` null: 待核, or no money."""

    benefit: str
    title: str
    amount: str | None


class LegTold(Schema):
    """One step; `fee` null is 待核, `assumes` what is not on record."""

    rule: str
    track: str
    reaches: str
    on: date
    decided_by_others: bool
    assumes: list[str]
    fee: str | None
    opens: list[GainTold]


class RouteTold(Schema):
    """One way; `best_by` names each criterion it is the best by."""

    wording: str
    best_by: list[Literal["quickest", "cheapest", "surest"]]
    on: date
    decided_by_others: int
    known_fees: str
    unknown_fees: int
    assumes: list[str]
    legs: list[LegTold]
    courses: list[CourseTold] = Field(
        description="Courses towards the nearest grade of the way for which one signs up now."
    )


class DoubtTold(Schema):
    """Records that contradict one another, as a question; nothing is resolved silently."""

    asks: str
    assumed: str = Field(description="What the routes take for granted until it is answered.")
    certificates: list[str]
    overlap: str = Field(
        description="Two jobs at once: the answer `overlap` of a case `employment-correction`."
    )


class MapTold(Schema):
    """The map in one occupation; `routes` lead to `goal`, `related` is an assumption."""

    occupation: str
    goals: list[ReachTold]
    goal: str | None
    routes: list[RouteTold]
    related: list[str]
    doubts: list[DoubtTold]


@router.get(
    "/me/careers/{occupation}",
    response=MapTold,
    auth=KNOWN,
    summary="My own map of careers: every goal with its earliest day, and the ways to one",
)
def get_map(
    request: Request,
    occupation: str,
    goal: str = "",
    schooling: Literal["", "secondary", "college"] = "",
    by: date | None = None,
) -> dict[str, Any]:
    capacity = request.auth
    if capacity.role is not WORKER or capacity.person is None:
        raise NotEntitled(_("这是工人本人的职业发展图，请以本人身份查询。"))
    what_if = WhatIf(schooling, by) if schooling and by else None
    person, on = capacity.person, request.on
    found = ladder.map_of(person, occupation, goal=goal, what_if=what_if, on=on)
    doubts = ladder.doubts_of(person, on=on)
    return _map(found, request) | {"doubts": [asdict(one) for one in doubts]}


def _map(found: Map, request: Request) -> dict[str, Any]:
    return {
        "occupation": found.occupation.pk,
        "goals": [
            {
                "goal": one.aim.key,
                "wording": one.wording.value,
                "soonest": one.soonest,
                "surely": one.surely,
            }
            for one in found.reach
        ],
        "goal": found.aim.key if found.aim else None,
        "routes": [
            _route(one, wording.value) | {"courses": _courses(found, one, request)}
            for wording, ways in found.routes.items()
            for one in ways
        ],
        "related": [one.pk for one in found.related],
    }


def _route(route: Route, wording: str) -> dict[str, Any]:
    return {
        "wording": wording,
        "best_by": [one.value for one in route.criteria],
        "on": route.on,
        "decided_by_others": route.decided,
        "known_fees": str(route.fees),
        "unknown_fees": route.unknown_fees,
        "assumes": [one.value for one in route.assumes],
        "legs": [_leg(one) for one in route.legs],
    }


def _courses(found: Map, route: Route, request: Request) -> list[dict[str, Any]]:
    if (nearest := route.nearest_grade) is None:
        return []
    coming = list_open_courses(
        on=request.on, occupation=found.occupation.pk, grade=nearest.move.target
    )
    return [course_told(one, request) for one in coming[:SHOWN]]


def _leg(leg: Leg) -> dict[str, Any]:
    return {
        "rule": leg.move.key,
        "track": leg.move.track,
        "reaches": leg.move.target,
        "on": leg.on,
        "decided_by_others": leg.move.decided,
        "assumes": [one.value for one in leg.assumes],
        "fee": None if leg.fee is None else str(leg.fee),
        "opens": [
            {
                "benefit": one.benefit.key,
                "title": one.benefit.title,
                "amount": None if one.amount is None else str(one.amount),
            }
            for one in leg.gains
        ],
    }
