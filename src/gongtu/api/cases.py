"""Cases: listed, opened, read and moved, by their parties and by the offices that hold them."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from ninja import Router, Status

from gongtu.api.access import KNOWN, Request
from gongtu.api.answers import answers_told, files_told
from gongtu.api.case_shapes import CaseList, CasePage, Moving, Opening, case_page, case_row
from gongtu.api.shapes import PAGE, AfterNumber, Limit, OnceKey, absolute, page_of
from gongtu.base.errors import Refused
from gongtu.engines.casework import queries
from gongtu.engines.casework import services as casework
from gongtu.engines.casework.registry import get_procedure

router = Router(tags=["cases"], auth=KNOWN)


class KeyUsed(Refused):
    """The key has carried out something else before."""


@router.get("/cases", response=CaseList, summary="My cases, the newest first")
def list_cases(request: Request, after: AfterNumber = None, limit: Limit = PAGE) -> dict[str, Any]:
    cases = queries.list_cases_of(request.auth)
    found = cases.filter(pk__lt=after) if after else cases
    rows, following = page_of(found, limit, request)
    return {"cases": [case_row(case, request) for case in rows], "next": following}


@router.post("/cases", response={201: CasePage}, summary="Open a case")
def open_case(
    request: Request, told: Opening, key: OnceKey, response: HttpResponse
) -> Status[dict[str, Any]]:
    form = get_procedure(told.procedure).form
    case = casework.open_case(
        told.procedure,
        answers=answers_told(form, told.answers),
        by=request.auth,
        on=request.on,
        files=files_told(told.files),
        once=key,
    )
    if case.procedure != told.procedure:
        raise KeyUsed(_("这个Idempotency-Key已经用于%(number)s。") % {"number": case.number})
    response["Location"] = absolute(request, f"/api/v1/cases/{case.number}")
    return Status(201, case_page(queries.get_case(case.number), request))


@router.get("/cases/{number}", response=CasePage, summary="One case")
def get_case(request: Request, number: str) -> dict[str, Any]:
    case = casework.case_for(number, request.auth, on=request.on)
    if case.opener_person_id is not None:
        casework.note_view(case, by=request.auth, on=request.on)
    return case_page(case, request)


@router.post("/cases/{number}/moves/{move}", response=CasePage, summary="Make a move")
def make_move(
    request: Request, number: str, move: str, told: Moving, key: OnceKey
) -> dict[str, Any]:
    case = queries.get_case(number)
    moves = get_procedure(case.procedure).moves
    asks = next((each.asks for each in moves if each.key == move), None)
    moved = casework.make_move(
        number,
        move,
        by=request.auth,
        on=request.on,
        answers=answers_told(asks, told.answers),
        reason=told.reason,
        turn=told.turn,
        once=key,
    )
    if moved.number != number:
        raise KeyUsed(_("这个Idempotency-Key已经用于%(number)s。") % {"number": moved.number})
    return case_page(queries.get_case(number), request)
