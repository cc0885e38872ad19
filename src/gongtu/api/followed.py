"""Complaints without an account: filed, and followed by whoever has the token."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

from ninja import Router, Schema, Status
from pydantic import Field

from gongtu.api.access import Request
from gongtu.api.attempts import count_attempt
from gongtu.api.shapes import OnceKey
from gongtu.engines.casework import queries as cases
from gongtu.engines.casework import services as casework
from gongtu.engines.casework.letters import addressee_of
from gongtu.records.context import instant_of
from gongtu.registers.quality import services as register
from gongtu.registers.quality.choices import Ground

router = Router(tags=["assessors"])


class ComplaintMade(Schema):
    """What happened; the body never sees it, nor `contact`, which may stay empty."""

    ground: Ground
    told: str = Field(min_length=1, max_length=4000)
    contact: str = Field("", max_length=120)


class LetterRead(Schema):
    """A letter as issued, in both languages as plain HTML; to read it here is to get it."""

    title: str
    number: str
    issuer: str
    addressee: str
    issued_on: date
    zh: str
    en: str


class CaseFollowed(Schema):
    """How far the matter is; whoever has the token may ask. `due` null: the term is 待核."""

    token: str = Field(description="Follows the case; nobody else is given it, and none is again.")
    number: str
    procedure: str
    stage: str
    body: str = Field(description="Whose turn it is; empty once it has ended.")
    opened_on: date
    closed_on: date | None
    due: date | None
    answers: list[str]
    letters: list[LetterRead]


@router.post(
    "/assessors/{int:organisation}/complaints",
    response={201: CaseFollowed},
    summary="Complain about a body that assesses, without an account",
)
def complain_of_assessor(
    request: Request, organisation: int, told: ComplaintMade, key: OnceKey
) -> Status[dict[str, Any]]:
    """The same key with the same words is the same case; with other words it is another."""
    count_attempt(request, "complaint:")
    made = register.Complaint(ground=told.ground, told=told.told, contact=told.contact)
    unguessed = _unguessed(key, organisation, told)
    case = register.complain(organisation, made, key=unguessed, on=request.on)
    return Status(201, _followed(case, request))


@router.get(
    "/followed/{token}",
    response=CaseFollowed,
    summary="How far a case is that was opened without an account",
)
def get_followed(request: Request, token: str) -> dict[str, Any]:
    return _followed(cases.get_followed(token), request)


def _unguessed(key: str, organisation: int, told: ComplaintMade) -> str:
    """A key that leads to the case only whoever told all of it: others may choose the same."""
    whole = f"{key}\n{organisation}\n{told.model_dump_json()}"
    return hashlib.sha256(whole.encode()).hexdigest()


def _followed(case: Any, request: Request) -> dict[str, Any]:
    letters = casework.read_as_stranger(case, on=request.on, at=instant_of(request.on))
    body = case.holder_organisation
    return {
        "token": cases.token_of(case),
        "number": case.number,
        "procedure": case.procedure,
        "stage": case.stage,
        "body": body.name if body else "",
        "opened_on": case.opened_on,
        "closed_on": case.closed_on,
        "due": case.legal_due,
        "answers": cases.answers_given(case),
        "letters": [_letter(one) for one in letters],
    }


def _letter(letter: Any) -> dict[str, Any]:
    return {
        "title": letter.title,
        "number": letter.number,
        "issuer": letter.issuer.name,
        "addressee": addressee_of(letter, "zh"),
        "issued_on": letter.issued_on,
        "zh": letter.zh,
        "en": letter.en,
    }
