"""Special abilities that are or were examined, and who is filed to examine each."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from ninja import Router, Schema

from gongtu.api.access import Request
from gongtu.api.shapes import PAGE, AfterNumber, Limit, absolute, page_of
from gongtu.api.standards import SectionTold
from gongtu.registers.standards import queries as standards

router = Router(tags=["standards"])


class AbilityRow(Schema):
    """A published ability, of no grade; nobody is examined in it from `retired_on` on."""

    id: int
    name: str
    need: Literal["new-trade", "new-technique", "local-industry", "craft"]
    number: str
    proposer: str
    published_on: date
    retired_on: date | None
    address: str


class AbilityPage(Schema):
    """One page of abilities, the latest first; `next` is the address of the one after it."""

    abilities: list[AbilityRow]
    next: str | None


class ExaminerTold(Schema):
    """A body filed to examine, up to, not on, `until`; `is_pilot` marks a social body's trial."""

    name: str
    since: date
    until: date | None
    is_pilot: bool


class AbilityTold(AbilityRow):
    """The whole norm, and who is or was filed to examine it."""

    grounds: str
    hours: int
    sections: list[SectionTold]
    examiners: list[ExaminerTold]
    retired_for: str


@router.get("/abilities", response=AbilityPage, summary="Special abilities that were published")
def list_abilities(
    request: Request, after: AfterNumber = None, limit: Limit = PAGE
) -> dict[str, Any]:
    found = standards.list_abilities_published()
    rows, following = page_of(found.filter(pk__lt=after) if after else found, limit, request)
    return {"abilities": [_row(one, request) for one in rows], "next": following}


@router.get("/abilities/{ability}", response=AbilityTold, summary="One special ability, whole")
def get_ability(request: Request, ability: int) -> dict[str, Any]:
    found = standards.get_ability_published(ability)
    return {
        **_row(found, request),
        "grounds": found.grounds,
        "hours": found.hours,
        "sections": [one.as_json() for one in found.text],
        "examiners": [
            {
                "name": one.organisation.name,
                "since": one.since,
                "until": one.until,
                "is_pilot": one.is_pilot,
            }
            for one in found.assessors.all()
        ],
        "retired_for": found.retired_for,
    }


def _row(project: Any, request: Request) -> dict[str, Any]:
    plain = ("name", "need", "number", "published_on", "retired_on")
    return {
        "id": project.pk,
        "proposer": project.proposer.name,
        "address": absolute(request, f"/abilities/{project.pk}/"),
        **{name: getattr(project, name) for name in plain},
    }
