"""What an office records of persons: a death, and two records that are of one person."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from ninja import Router, Schema, Status
from pydantic import Field

from gongtu.api.access import KNOWN, Request
from gongtu.parties import access, queries, services
from gongtu.parties.access import NotEntitled
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Person
from gongtu.registers.skills import services as skills

router = Router(tags=["persons"])


class Death(Schema):
    """Who died when, and which document says so."""

    id_number: str = Field(max_length=20)
    died_on: date
    source: str = Field(max_length=200)


class Recorded(Schema):
    """The person of whom it is recorded now."""

    person: UUID
    died_on: date


class MergerProposal(Schema):
    """Which of two records goes into which, by ID number, and what proves it."""

    duplicate: str = Field(max_length=20)
    survivor: str = Field(max_length=20)
    proof: str = Field(max_length=2000)


class Settling(Schema):
    """Whether they are merged; that they are not needs a reason."""

    merge: bool
    reason: str = Field("", max_length=2000)


class Merger(Schema):
    """How far a merger is; `moved` are the certificates that went over."""

    merger: int
    state: str = Field(description="proposed, decided, dropped or undone")
    moved: list[str]


@router.post("/deaths", response={201: Recorded}, auth=KNOWN, summary="Record a death")
def record_death(request: Request, told: Death) -> Status[dict[str, Any]]:
    by, on = request.auth, request.on
    found = _within_reach(told.id_number, "record-death", by, on)
    person = services.record_death(found, died_on=told.died_on, source=told.source, by=by, on=on)
    return Status(201, {"person": person.pk, "died_on": person.died_on})


@router.post(
    "/mergers",
    response={201: Merger},
    auth=KNOWN,
    summary="Propose to merge two records of one person",
)
def propose_merger(request: Request, told: MergerProposal) -> Status[dict[str, Any]]:
    by, on = request.auth, request.on
    duplicate, survivor = (
        _within_reach(number, "merge-persons", by, on) for number in (told.duplicate, told.survivor)
    )
    merger = skills.propose_merger(duplicate, survivor, proof=told.proof, by=by, on=on)
    return Status(201, _merger(merger))


@router.post(
    "/mergers/{int:merger}/decision",
    response=Merger,
    auth=KNOWN,
    summary="Merge two records, or drop the proposal; by another officer than proposed it",
)
def settle_merger(request: Request, merger: int, told: Settling) -> dict[str, Any]:
    by, on = request.auth, request.on
    if told.merge:
        return _merger(skills.decide_merger(merger, by=by, on=on))
    return _merger(skills.drop_merger(merger, reason=told.reason, by=by, on=on))


def _within_reach(id_number: str, act: str, by: Capacity, on: date) -> Person:
    """The person of that number; whether others are registered at all is not told."""
    found = queries.find_person_by_id_number(id_number)
    if found is None or not access.may(by, act, found, on=on):
        raise NotEntitled(_("您的辖区里没有这一号码的登记。"))
    return found


def _merger(merger: Any) -> dict[str, Any]:
    return {"merger": merger.pk, "state": merger.state, "moved": merger.moved}
