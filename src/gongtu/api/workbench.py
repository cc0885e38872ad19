"""The policy workbench: drafts of what an office decides, and their effect on the whole city."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from ninja import Router, Status

from gongtu.api.access import KNOWN, Request
from gongtu.api.shapes import OnceKey
from gongtu.api.workbench_shapes import (
    Beginning,
    Changing,
    Draft,
    DraftEffect,
    Proposal,
    Proposing,
    city_told,
    draft_row,
    example_told,
    proposal_row,
)
from gongtu.oversight import workbench
from gongtu.records.files.services import keep
from gongtu.registers.instruments import queries as decisions
from gongtu.registers.instruments import services as instruments
from gongtu.registers.instruments.choices import Instrument

router = Router(tags=["workbench"], auth=KNOWN)
LARGEST_FILE = 20_000_000


@router.get("/workbench/drafts", response=list[Draft], summary="My drafts of standards")
def list_drafts(request: Request) -> list[dict[str, Any]]:
    workbench.require_deciding(request.auth)
    return [draft_row(draft, request) for draft in decisions.list_drafts(request.auth)]


@router.post(
    "/workbench/drafts", response={201: Draft}, summary="Begin a draft, from today's value"
)
def begin_draft(
    request: Request, told: Beginning, key: OnceKey, response: HttpResponse
) -> Status[dict[str, Any]]:
    workbench.require_deciding(request.auth)
    draft = instruments.begin_draft(told.parameter, by=request.auth, on=request.on, once=key)
    made = draft_row(draft, request)
    response["Location"] = made["address"]
    return Status(201, made)


@router.get("/workbench/drafts/{int:draft}", response=Draft, summary="One draft")
def get_draft(request: Request, draft: int) -> dict[str, Any]:
    workbench.require_deciding(request.auth)
    return draft_row(decisions.get_readable_draft(draft, request.auth), request)


@router.post("/workbench/drafts/{int:draft}/change", response=Draft, summary="Change a draft")
def change_draft(request: Request, draft: int, told: Changing) -> dict[str, Any]:
    workbench.require_deciding(request.auth)
    changed = instruments.change_draft(draft, **dict(told), by=request.auth, on=request.on)
    return draft_row(changed, request)


@router.get(
    "/workbench/drafts/{int:draft}/effect",
    response=DraftEffect,
    summary="What a draft would change in the city",
)
def get_effect(request: Request, draft: int) -> dict[str, Any]:
    tried = workbench.try_draft(draft, by=request.auth, on=request.on)
    return {
        "city": None if tried.effect is None else city_told(tried.effect),
        "examples": [example_told(story) for story in tried.stories],
    }


@router.post(
    "/workbench/drafts/{int:draft}/propose",
    response={201: list[Proposal]},
    summary="Propose a draft for a second officer to approve",
)
def propose_draft(
    request: Request, draft: int, told: Proposing, key: OnceKey
) -> Status[list[dict[str, Any]]]:
    workbench.require_deciding(request.auth)
    decisions.get_draft(draft, request.auth)
    proposals = instruments.propose_draft(
        draft, instrument=_document(told, request), by=request.auth, on=request.on, once=key
    )
    return Status(201, [proposal_row(one) for one in proposals])


@router.post(
    "/workbench/drafts/{int:draft}/discard", response={204: None}, summary="Give a draft up"
)
def discard_draft(request: Request, draft: int) -> Status[None]:
    workbench.require_deciding(request.auth)
    instruments.delete_draft(draft, by=request.auth, on=request.on)
    return Status(204, None)


def _document(asked: Proposing, request: Request) -> Instrument:
    file = asked.file and keep(
        asked.file.content, asked.file.name, by=request.auth, on=request.on,
        kinds=("pdf", "image"), limit=LARGEST_FILE,
    )  # fmt: skip
    return Instrument(
        title=asked.title,
        number=asked.number,
        issued_on=asked.issued_on,
        file=file.pk if file else None,
        note=asked.note,
    )
