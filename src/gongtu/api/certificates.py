"""Checking a certificate: what a stranger may know who knows number and name."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from functools import reduce
from operator import or_
from typing import Any, Literal
from uuid import uuid4

import orjson
from django.http import HttpResponse, JsonResponse
from ninja import Router, Schema, Status
from pydantic import Field, create_model

from gongtu.api.access import Request
from gongtu.api.attempts import count_attempt
from gongtu.api.shapes import NO_NUL, unless_unchanged
from gongtu.engines.casework import queries as cases
from gongtu.engines.credentials.kinds import kind_of, shapes
from gongtu.engines.credentials.scanned import find_scanned, verify_code
from gongtu.engines.credentials.verify import verify
from gongtu.registers.appointments.numbers import read_sought
from gongtu.registers.skills import services as register
from gongtu.registers.skills.numbers import Sought
from gongtu.registers.skills.numbers.explaining import explain
from gongtu.registers.skills.queries import assessor_called

router = Router(tags=["certificates"])
NOT_FOUND = "not-found"
OFFLINE = {"responses": {200: {"content": {"application/json": {"schema": {"type": "object"}}}}}}


class Lookup(Schema):
    """The certificate's number or its holder's ID number, and the name as on the paper."""

    number: str = Field(min_length=1, max_length=40, examples=["Y000037000001263000001"])
    name: str = Field(min_length=1, max_length=60, pattern=NO_NUL)


class Scanned(Schema):
    """What a scanner reads from the code on paper: an address with digits after its `#`."""

    code: str = Field(min_length=10, max_length=5000)


class CorrectionAsked(Lookup):
    """Why it is thought not to be found; `division` is the asker's district, if told."""

    cause: Literal["mismatch", "not-uploaded", "not-issued", "elsewhere"]
    told: str = Field("", max_length=2000, pattern=NO_NUL)
    contact: str = Field("", max_length=120, pattern=NO_NUL)
    division: str = Field("", max_length=12, pattern=NO_NUL)


class CorrectionStanding(Schema):
    """How far the matter is; whoever has the token may ask. `due` null: the term is 待核."""

    token: str
    stage: str
    body: str = Field(description="Whose turn it is; empty once it has ended.")
    opened_on: date
    closed_on: date | None
    due: date | None
    answers: list[str]


class CheckStep(Schema):
    """One thing looked at; `passed` null could not be found out."""

    key: str
    title: str
    passed: bool | None
    says: str


class NumberPart(Schema):
    """A segment of a number; `confirmed` false where its meaning is 待核."""

    places: str = Field(examples=["8–13"])
    text: str
    title: str
    says: str
    confirmed: bool


class Explained(Schema):
    """The segments from the left, together the whole number."""

    parts: list[NumberPart]


class LikelyCause(Schema):
    """Why a certificate may not have been found; `cause` is what a question about it names."""

    cause: str
    title: str
    says: str
    act: str


class Findings(Schema):
    """valid, expired, revoked, superseded, cannot-tell; or not-found, which is no accusation.

    What was not found has its likely causes, the likeliest first.
    """

    verdict: str
    steps: list[CheckStep]
    status_age_seconds: int | None
    superseded_by: str
    reason_class: str
    causes: list[LikelyCause]


# One shape for each kind of credential; its register makes it known.
Certified: Any = reduce(or_, shapes())
Checked = create_model(
    "Checked", __base__=Findings, __doc__=Findings.__doc__, certificate=(Certified | None, ...)
)


@router.post("/certificates/check", response=Checked, summary="Check a certificate")
def check_certificate(request: Request, asked: Lookup) -> HttpResponse:
    """Put into JSON at once: it is asked by the thousand, and `Checked` has no more to add."""
    count_attempt(request)
    sought = read_sought(asked.number)
    found = register.look_up(sought, asked.name, by=request.capacity, on=request.on)
    if not found:
        return _as_json(_answer({"verdict": NOT_FOUND, "steps": []}, causes=_causes(sought)))
    credential = found[0]
    checked = verify(credential, on=request.on)
    answer = _answer(
        checked.as_json(),
        reason_class=credential.reason_class,
        certificate=kind_of(credential).fields(credential),
    )
    return _as_json(answer)


@router.get(
    "/certificates/numbers/{number}", response=Explained, summary="Which part of a number says what"
)
def explain_number(request: Request, number: str) -> dict[str, Any]:
    """Read off the number alone: whether it was ever given is not looked up."""
    del request
    return {"parts": [asdict(part) for part in explain(number)]}


@router.post(
    "/certificates/code",
    response=Checked,
    summary="Check a certificate by the code on paper",
)
def check_code(request: Request, scanned: Scanned) -> dict[str, Any]:
    count_attempt(request)
    checked, credential = verify_code(scanned.code, on=request.on), find_scanned(scanned.code)
    reason_class = credential.reason_class if credential else ""
    return _answer(checked.as_json(), reason_class=reason_class)


@router.get(
    "/certificates/offline",
    response=None,
    openapi_extra=OFFLINE,
    summary="What checks certificates without a network: keys, filings, status lists",
)
@unless_unchanged
def get_offline_material(request: Request) -> HttpResponse:
    return JsonResponse(register.offline_material(on=request.on))


@router.post(
    "/certificates/corrections",
    response={201: CorrectionStanding},
    summary="Ask about a certificate that was not found",
)
def ask_correction(request: Request, asked: CorrectionAsked) -> Status[dict[str, Any]]:
    count_attempt(request)
    question = register.Question(
        sought=read_sought(asked.number),
        name=asked.name,
        cause=asked.cause,
        told=asked.told,
        contact=asked.contact,
        division=asked.division,
    )
    case = register.ask_correction(question, key=uuid4().hex, on=request.on)
    return Status(201, _correction(case))


@router.get(
    "/certificates/corrections/{token}",
    response=CorrectionStanding,
    summary="How far a question about a certificate is",
)
def get_correction(request: Request, token: str) -> dict[str, Any]:
    del request
    return _correction(cases.get_followed(token))


def _correction(case: Any) -> dict[str, Any]:
    body = case.holder_organisation
    return {
        "token": cases.token_of(case),
        "stage": case.stage,
        "body": body.name if body else "",
        "opened_on": case.opened_on,
        "closed_on": case.closed_on,
        "due": case.legal_due,
        "answers": cases.answers_given(case),
    }


def _as_json(answer: dict[str, Any]) -> HttpResponse:
    """What was lazily put into words is put so now."""
    return HttpResponse(orjson.dumps(answer, default=str), content_type="application/json")


def _causes(sought: Sought) -> list[dict[str, str]]:
    return [
        {"cause": one.cause, "title": one.title, "says": one.says, "act": one.act}
        for one in register.likely_causes(sought, assessor_called(sought.prefix))
    ]


def _answer(told: dict[str, Any], **more: Any) -> dict[str, Any]:
    empty: dict[str, Any] = {
        "status_age_seconds": None,
        "superseded_by": "",
        "reason_class": "",
        "causes": [],
    }
    first = {name: told[name] for name in ("verdict", "steps")}
    return {**first, **empty, "certificate": None, **told, **more}
