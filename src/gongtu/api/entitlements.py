"""What the law owes whoever asks: a worker, or the organisation somebody acts for."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from django.http import HttpResponse
from ninja import Router, Schema, Status
from pydantic import ConfigDict, Field

from gongtu.api.access import KNOWN, Request
from gongtu.api.shapes import OnceKey
from gongtu.engines.casework.queries import list_claimed
from gongtu.engines.entitlement.explaining import explain
from gongtu.engines.entitlement.registry import benefits
from gongtu.engines.entitlement.written import written
from gongtu.registers.offers import queries as offers
from gongtu.registers.offers import services

router = Router(tags=["entitlements"])
JSON = "application/json; charset=utf-8"
Stored = bool | int | str | None  # a value as JSON keeps it; money and rates are text


class Told(Schema):
    """What the engine says, no field more or less: its bytes are sent as they are."""

    model_config = ConfigDict(extra="forbid")


class FactGround(Told):
    """One fact of the subject, and who keeps it; `as_of` is the day for which they vouch."""

    kind: Literal["fact"]
    key: str
    label: str
    value: Stored
    shown: str | None
    unit: str
    source: str
    as_of: date | None


class ParameterGround(Told):
    """One parameter on a day, with its document; `value` null is not confirmed yet (待核)."""

    kind: Literal["parameter"]
    key: str
    row: str | None
    label: str
    value: Stored
    shown: str | None
    unit: str
    source: str
    on: date
    since: date | None
    until: date | None
    document: str
    issued_on: date | None
    confidence: str
    note: str
    decides: str
    origin: str


Ground = Annotated[FactGround | ParameterGround, Field(discriminator="kind")]


class Finding(Told):
    """One condition, how it came out and on what grounds."""

    key: str
    says: str
    basis: str
    verdict: str
    remedy: str
    grounds: list[Ground]


class Missing(Told):
    """One thing that stands between the beneficiary and the benefit."""

    label: str
    who_decides: str
    remedy: str
    source: str


class Subject(Told):
    """What the benefit is about: a certificate, say."""

    key: str
    title: str


class Entitlement(Told):
    """One benefit for one subject, explained.

    `rule` is the version of the rules, `claim` the procedure that claims it.
    """

    benefit: str
    title: str
    basis: list[str]
    subject: Subject
    on: date
    verdict: str
    amount: str | None
    fund: str
    gives: str
    rule: str
    conditions: list[Finding]
    amount_grounds: list[Ground]
    missing: list[Missing]
    nearest: date | None
    claim: str
    claimed: bool
    declined: bool


class Accepted(Schema):
    """The case that claims it, now or since an earlier request."""

    case: str


class Declined(Schema):
    """The benefit that is not offered any more, since when."""

    benefit: str
    since: date


@router.get(
    "/me/entitlements",
    response=list[Entitlement],
    auth=KNOWN,
    summary="What I am owed, with every reason",
)
def list_entitlements(request: Request) -> HttpResponse:
    whose = offers.beneficiary_of(request.auth)
    theirs = [benefit for benefit in benefits() if benefit.beneficiary is request.auth.role]
    explained = [
        explain(benefit, subject, on=request.on)
        for benefit in theirs
        for subject in benefit.subjects(whose.key, request.on)
    ]
    claimed, declined = list_claimed(**whose.where), offers.declined_by(whose)
    besides = [
        {
            "claimed": (one.benefit.claim, one.subject.key) in claimed,
            "declined": bool(declined & {one.benefit.key, ""}),
        }
        for one in explained
    ]
    return HttpResponse(written(explained, besides), content_type=JSON)


@router.post(
    "/me/entitlements/{benefit}/subjects/{subject}/accept",
    response={201: Accepted},
    auth=KNOWN,
    summary="Take what I am owed",
)
def accept_entitlement(
    request: Request, benefit: str, subject: str, key: OnceKey
) -> Status[dict[str, Any]]:
    number = services.take(benefit, subject, by=request.auth, on=request.on, once=key)
    return Status(201, {"case": number})


@router.post(
    "/me/entitlements/{benefit}/decline",
    response={201: Declined},
    auth=KNOWN,
    summary="Not to be offered a benefit",
)
def decline_entitlement(request: Request, benefit: str) -> Status[dict[str, Any]]:
    made = services.decline(benefit, by=request.auth, on=request.on)
    return Status(201, {"benefit": made.benefit, "since": made.since})
