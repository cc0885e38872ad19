"""Checking a presentation: what was disclosed, and the verdict on the certificate behind it."""

from __future__ import annotations

from typing import Any

from ninja import Router, Schema
from pydantic import Field

from gongtu.api.access import Request
from gongtu.api.attempts import count_attempt
from gongtu.api.certificates import CheckStep
from gongtu.engines.credentials.checking.reading import LARGEST
from gongtu.engines.credentials.sdjwt import note_disclosed_lists, verify_disclosed
from gongtu.registers.wallet.services import audience

router = Router(tags=["certificates"])


class Presented(Schema):
    """An SD-JWT VC; `audience` and `nonce` as the verifier gave them out, both or neither."""

    presentation: str = Field(min_length=1, max_length=LARGEST)
    audience: str = Field("", max_length=200)
    nonce: str = Field("", max_length=200)


class WrongMember(Schema):
    """What is wrong, and at which member of header, payload, disclosures or key binding."""

    pointer: str
    detail: str


class PresentationChecked(Schema):
    """valid, expired, revoked, superseded or cannot-tell, and the claims that were disclosed."""

    verdict: str
    steps: list[CheckStep]
    status_age_seconds: int | None
    bound: bool = Field(description="It was made for this verifier, now.")
    claims: dict[str, Any]
    problems: list[WrongMember]


@router.post(
    "/certificates/presentations/check",
    response=PresentationChecked,
    summary="Check a presentation that discloses part of a certificate",
)
def check_presentation(request: Request, asked: Presented) -> dict[str, Any]:
    count_attempt(request, "presented:")
    to = audience(asked.audience, asked.nonce)
    found = verify_disclosed(asked.presentation, on=request.on, to=to)
    note_disclosed_lists(found, on=request.on)
    return {
        **found.as_json(),
        "bound": found.bound and to is not None,
        "claims": found.claims,
        "problems": [{"pointer": one.pointer, "detail": one.says} for one in found.problems],
    }
