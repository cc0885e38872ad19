"""What the law owes the worker who asks."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from ninja import Router, Schema
from pydantic import Field

from gongtu.api.access import KNOWN, Request
from gongtu.engines.casework.queries import list_claimed
from gongtu.engines.entitlement.explaining import explain
from gongtu.engines.entitlement.registry import benefits
from gongtu.parties.access import NotEntitled
from gongtu.parties.roles import WORKER

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
    conditions: list[Finding]
    amount_grounds: list[Ground]
    missing: list[Missing]
    nearest: date | None
    claim: str
    claimed: bool


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
    return [
        {
            **explain(benefit, subject, on=request.on).as_json(),
            "claimed": (benefit.claim, subject.key) in claimed,
        }
        for benefit in benefits()
        if benefit.beneficiary is WORKER
        for subject in benefit.subjects(str(by.person), request.on)
    ]
