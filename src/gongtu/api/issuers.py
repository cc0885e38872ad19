"""What an office decides about who issues certificates: keys that leaked, names (Art. 22)."""

from __future__ import annotations

from datetime import date
from typing import Any

from ninja import Router, Schema
from pydantic import Field

from gongtu.api.access import KNOWN, Request
from gongtu.engines.credentials.choices import Effect
from gongtu.registers.skills import services as skills

router = Router(tags=["certificates"])


class KeyDecision(Schema):
    """What becomes of all that a key out of its owner's hands signed after a day."""

    after: date = Field(description="What was signed by the end of this day stays as it is.")
    effect: Effect = Field(description="cannot-tell (suspended) or revoked (for good)")
    reason: str = Field(max_length=500, description="Whoever verifies reads it.")


class KeyDecided(Schema):
    """The numbers of the credentials that the decision ended."""

    ended: list[str]


class NewName(Schema):
    """The new name, since when, and on which document."""

    name: str = Field(min_length=1, max_length=120)
    since: date
    document: str = Field(max_length=200)


class Issuer(Schema):
    """An issuer and its name now; certificates keep the name of their day."""

    organisation: int
    name: str


@router.post(
    "/keys/{public}/decisions",
    response=KeyDecided,
    auth=KNOWN,
    summary="Decide on a key that leaked",
)
def decide_on_key(request: Request, public: str, told: KeyDecision) -> dict[str, Any]:
    ended = skills.decide_on_key(public, **told.dict(), by=request.auth, on=request.on)
    return {"ended": ended}


@router.post(
    "/issuers/{int:organisation}/names",
    response=Issuer,
    auth=KNOWN,
    summary="Record that an issuer is called otherwise",
)
def rename_issuer(request: Request, organisation: int, told: NewName) -> dict[str, Any]:
    renamed = skills.rename_issuer(organisation, **told.dict(), by=request.auth, on=request.on)
    return {"organisation": renamed.pk, "name": renamed.name}
