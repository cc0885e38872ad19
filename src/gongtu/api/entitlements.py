"""What the law owes the worker who asks."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from ninja import Router, Schema, Status
from pydantic import Field

from gongtu.api.access import KNOWN, Request
from gongtu.api.shapes import OnceKey
from gongtu.engines.casework.queries import list_claimed
from gongtu.engines.entitlement.explaining import explain
from gongtu.engines.entitlement.registry import benefits
from gongtu.parties.access import NotEntitled
from gongtu.parties.roles import WORKER
from gongtu.registers.offers import queries as offers
from gongtu.registers.offers import services

router = Router(tags=["entitlements"])


class Ground(Schema):
    """One fact, or one parameter with its document."""

    kind: str
    key: str
    label: str
    value: Any = Field(None)
    shown: str | None
    unit: str
    source: str
    since: date | None = None
    document: str = ""
    confidence: str = ""
    decides: str = ""


class Finding(Schema):
    """One condition, how it came out and on what grounds."""

    key: str
    says: str
    basis: str
    verdict: str
    remedy: str
    grounds: list[Ground]


class Missing(Schema):
    """One thing that stands between the worker and the benefit."""

    label: str
    who_decides: str
    remedy: str
    source: str


class Subject(Schema):
    """What the benefit is about: a certificate, say."""

    key: str
    title: str


class Entitlement(Schema):
    """One benefit for one subject, explained; `claim` is the procedure that claims it."""

    benefit: str
    title: str
    basis: list[str]
    subject: Subject
    on: date
    verdict: str
    amount: str | None
    fund: str
    gives: str
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
def list_entitlements(request: Request) -> list[dict[str, Any]]:
    by = request.auth
    if by.role is not WORKER or by.person is None:
        raise NotEntitled(_("这是工人本人的待遇，请以本人身份查询。"))
    claimed = list_claimed(by.person)
    declined = offers.declined_by(offers.beneficiary_of(by))
    return [
        {
            **explain(benefit, subject, on=request.on).as_json(),
            "claimed": (benefit.claim, subject.key) in claimed,
            "declined": bool(declined & {benefit.key, ""}),
        }
        for benefit in benefits()
        if benefit.beneficiary is WORKER
        for subject in benefit.subjects(str(by.person), request.on)
    ]


@router.post(
    "/me/entitlements/{benefit}/subjects/{subject}/accept",
    response={201: Accepted},
    auth=KNOWN,
    summary="Take what I am owed",
)
def accept_entitlement(request: Request, benefit: str, subject: str, key: OnceKey) -> Status:  # type: ignore[type-arg]
    number = services.take(benefit, subject, by=request.auth, on=request.on, once=key)
    return Status(201, {"case": number})


@router.post(
    "/me/entitlements/{benefit}/decline",
    response={201: Declined},
    auth=KNOWN,
    summary="Not to be offered a benefit",
)
def decline_entitlement(request: Request, benefit: str) -> Status:  # type: ignore[type-arg]
    made = services.decline(benefit, by=request.auth, on=request.on)
    return Status(201, {"benefit": made.benefit, "since": made.since})
