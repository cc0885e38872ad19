"""The feed of certificates to the query system of the human-resources department (Art. 22)."""

from __future__ import annotations

import json

from django.http import HttpResponse
from ninja import Router, Schema
from pydantic import Field

from gongtu.api.access import KNOWN, Request
from gongtu.registers.skills import services as skills

router = Router(tags=["certificates"])
SIGNED = {"responses": {200: {"content": {"application/json": {"schema": {"type": "object"}}}}}}
MOST = 500


class RowAnswered(Schema):
    """Whether the row of that event was taken in; what is rejected needs a reason."""

    event: int
    accepted: bool
    reason: str = Field("", max_length=500)


class Acknowledgement(Schema):
    """Every row is answered by itself; the same answer again changes nothing."""

    rows: list[RowAnswered] = Field(min_length=1, max_length=MOST)


class Acknowledged(Schema):
    """How many rows were answered how."""

    accepted: int
    rejected: int


@router.get(
    "/certificates/feed",
    response=None,
    auth=KNOWN,
    openapi_extra=SIGNED,
    summary="What happened to certificates, a signed page at a time",
)
def read_feed(
    request: Request, after: int = 0, limit: int = MOST, pending: bool = False
) -> HttpResponse:
    page = skills.feed_page(
        after=after, limit=limit, pending=pending, by=request.auth, on=request.on
    )
    return HttpResponse(json.dumps(page, ensure_ascii=False), content_type="application/json")


@router.post(
    "/certificates/feed/acknowledgements",
    response=Acknowledged,
    auth=KNOWN,
    summary="Say which rows of the feed were taken in",
)
def acknowledge_feed(request: Request, told: Acknowledgement) -> dict[str, int]:
    answers = [skills.Answer(one.event, one.accepted, one.reason) for one in told.rows]
    return skills.acknowledge(answers, by=request.auth, on=request.on)
