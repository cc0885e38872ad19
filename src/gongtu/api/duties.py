"""What binds the enterprise that asks."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from ninja import Router, Schema

from gongtu.api.access import KNOWN, Request
from gongtu.api.entitlements import Finding, Ground
from gongtu.engines.entitlement.duties import told
from gongtu.oversight.duties import Bound, duties_of, last_year
from gongtu.parties.access import NotEntitled
from gongtu.parties.roles import ENTERPRISE

router = Router(tags=["duties"])


class Change(Schema):
    """A day on which the duty began or ceased to bind, and the conditions that turned."""

    on: date
    bond: str
    because: list[Finding]


class Duty(Schema):
    """One duty: whether it binds, since and until when, due when, met or not, all with reasons.

    `has_term` false: no term is set; true without `due`: the term is not confirmed yet (待核).
    """

    duty: str
    title: str
    basis: list[str]
    norms: list[str]
    force: str
    on: date
    bond: str
    since: date | None
    until: date | None
    because: list[Finding]
    due: date | None
    due_grounds: list[Ground]
    has_term: bool
    late: bool
    fulfilment: str
    shown_by: list[Finding]
    changes: list[Change]
    way: str


@router.get(
    "/me/duties",
    response=list[Duty],
    auth=KNOWN,
    summary="What binds my enterprise this year, with every reason",
)
def list_duties(request: Request) -> list[dict[str, Any]]:
    by = request.auth
    if by.role is not ENTERPRISE or by.organisation is None:
        raise NotEntitled(_("这是企业的义务，请以企业经办人的身份查询。"))
    return [_duty(bound, request.on) for bound in duties_of(by.organisation, on=request.on)]


def _duty(bound: Bound, on: date) -> dict[str, Any]:
    force = bound.norm.force.value
    return {**told.asked(bound.asked, within=last_year(on)), "force": force}
