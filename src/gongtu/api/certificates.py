"""Checking a certificate: what a stranger may know who knows number and name."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any, Literal

from django.http import HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from ninja import Router, Schema, Status
from pydantic import Field

from gongtu.api.access import Request
from gongtu.api.problems import TooManyLookUps
from gongtu.api.shapes import unless_unchanged
from gongtu.engines.credentials.attempts import may_look_up
from gongtu.engines.credentials.printed import ABILITY, STATEMENT
from gongtu.engines.credentials.queries import name_on
from gongtu.engines.credentials.scanned import find_scanned, verify_code
from gongtu.engines.credentials.verify import verify
from gongtu.policy import shared
from gongtu.registers.appointments import queries as appointments
from gongtu.registers.appointments.numbers import read_sought
from gongtu.registers.appointments.services import KIND as APPOINTMENT
from gongtu.registers.skills import queries as skills
from gongtu.registers.skills import services as register
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.numbers.explaining import explain
from gongtu.registers.skills.queries.abilities import get_ability
from gongtu.registers.skills.services.papers import showing as papers
from gongtu.registers.treatments import queries as treatments

router = Router(tags=["certificates"])
NOT_FOUND = "not-found"
OFFLINE = {"responses": {200: {"content": {"application/json": {"schema": {"type": "object"}}}}}}


class Lookup(Schema):
    """The certificate's number or its holder's ID number, and the name as on the paper."""

    number: str = Field(min_length=1, max_length=40, examples=["Y000037000001263000001"])
    name: str = Field(min_length=1, max_length=60)


class Scanned(Schema):
    """What a scanner reads from the code on paper: an address with digits after its `#`."""

    code: str = Field(min_length=10, max_length=5000)


class CorrectionAsked(Lookup):
    """Why it is thought not to be found; `division` is the asker's district, if told."""

    cause: Literal["mismatch", "not-uploaded", "not-issued", "elsewhere"]
    told: str = Field("", max_length=2000)
    contact: str = Field("", max_length=120)
    division: str = Field("", max_length=12)


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


class PublicFields(Schema):
    """What every credential tells whoever knows its number and its holder's name."""

    number: str
    name: str
    issuer: str = Field(description="As it was called on the day of issue.")
    issuer_now: str
    issued_on: date


class CertificateFields(PublicFields):
    """What was certified, or to which post somebody was appointed."""

    kind: Literal["certificate", "appointment"]
    occupation: str
    grade: str


class StatementFields(PublicFields):
    """For which purpose a graduate is treated as one of which school, and until when."""

    kind: Literal["statement"]
    purpose: str
    treated_as: str
    until: date


class AbilityFields(PublicFields):
    """Which special ability was certified; it is no grade."""

    kind: Literal["ability"]
    ability: str


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


class Checked(Schema):
    """valid, expired, revoked, superseded, cannot-tell; or not-found, which is no accusation."""

    verdict: str
    steps: list[CheckStep]
    status_age_seconds: int | None
    superseded_by: str
    reason_class: str
    certificate: CertificateFields | StatementFields | AbilityFields | None


@router.post("/certificates/check", response=Checked, summary="Check a certificate")
def check_certificate(request: Request, asked: Lookup) -> dict[str, Any]:
    _count_attempt(request)
    found = skills.list_public(read_sought(asked.number), asked.name)
    if not found:
        return _answer({"verdict": NOT_FOUND, "steps": []})
    credential = found[0]
    checked = verify(credential.document, on=request.on)
    return _answer(
        checked.as_json(),
        reason_class=credential.reason_class,
        certificate=_shown(credential),
    )


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
    _count_attempt(request)
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
    _count_attempt(request)
    question = register.Question(
        sought=read_sought(asked.number),
        name=asked.name,
        cause=asked.cause,
        told=asked.told,
        contact=asked.contact,
        division=asked.division,
    )
    return Status(201, _correction(register.ask_correction(question, on=request.on)))


@router.get(
    "/certificates/corrections/{token}",
    response=CorrectionStanding,
    summary="How far a question about a certificate is",
)
def get_correction(request: Request, token: str) -> dict[str, Any]:
    del request
    return _correction(skills.get_asked(token))


def _count_attempt(request: Request) -> None:
    limit = shared.platform.count("look_ups_a_minute", on=request.on)
    if not may_look_up(request.META.get("REMOTE_ADDR", ""), limit=limit or 1):
        raise TooManyLookUps(_("查询太频繁，请一分钟后再试。"))


def _correction(case: Any) -> dict[str, Any]:
    body = case.holder_organisation
    return {
        "token": skills.token_of(case),
        "stage": case.stage,
        "body": body.name if body else "",
        "opened_on": case.opened_on,
        "closed_on": case.closed_on,
        "due": case.legal_due,
        "answers": skills.answers_given(case),
    }


def _answer(told: dict[str, Any], **more: Any) -> dict[str, Any]:
    empty = {"status_age_seconds": None, "superseded_by": "", "reason_class": ""}
    return {**empty, "certificate": None, **told, **more}


def _shown(credential: Any) -> dict[str, Any]:
    if credential.kind == APPOINTMENT:
        return _appointed(appointments.get_appointment(credential.number), credential)
    if credential.kind == STATEMENT:
        return _stated(treatments.get_statement(credential.number), credential)
    if credential.kind == ABILITY:
        return _examined(get_ability(credential.number), credential)
    return _fields(papers.shown_on(credential), credential)


def _appointed(term: Any, credential: Any) -> dict[str, Any]:
    return {
        "kind": "appointment",
        "number": term.number,
        "name": name_on(credential),
        "occupation": term.occupation.name,
        "grade": Grade(term.grade).value,
        "issuer": credential.document["issuer"]["name"],
        "issuer_now": term.organisation.name,
        "issued_on": term.since,
    }


def _stated(made: Any, credential: Any) -> dict[str, Any]:
    return {
        "kind": "statement",
        "number": made.number,
        "name": name_on(credential),
        "issuer": credential.document["issuer"]["name"],
        "issuer_now": made.issuer.name,
        "issued_on": made.since,
        "purpose": made.purpose,
        "treated_as": made.treated_as,
        "until": made.until,
    }


def _examined(held: Any, credential: Any) -> dict[str, Any]:
    return {
        "kind": "ability",
        "number": held.number,
        "name": name_on(credential),
        "ability": held.name,
        "issuer": credential.document["issuer"]["name"],
        "issuer_now": held.issuer.name,
        "issued_on": held.issued_on,
    }


def _fields(certificate: Any, credential: Any) -> dict[str, Any]:
    return {
        "kind": "certificate",
        "number": certificate.number,
        "name": name_on(credential),
        "occupation": certificate.occupation.name,
        "grade": Grade(certificate.grade).value,
        "issuer": papers.issuer_called(credential),
        "issuer_now": certificate.issuer.name,
        "issued_on": certificate.issued_on,
    }
