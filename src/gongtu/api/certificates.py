"""Checking a certificate: what a stranger may know who knows number and name."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from ninja import Router, Schema
from pydantic import Field

from gongtu.api.access import Request
from gongtu.api.problems import TooManyLookUps
from gongtu.engines.credentials.attempts import may_look_up
from gongtu.engines.credentials.queries import find_public
from gongtu.engines.credentials.verify import verify
from gongtu.policy import shared
from gongtu.registers.skills import queries as skills
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.numbers import parse_number

router = Router(tags=["certificates"])
NOT_FOUND = "not-found"


class Asked(Schema):
    """Number and name, both as on the paper."""

    number: str = Field(min_length=1, max_length=40, examples=["Y000037000001263000001"])
    name: str = Field(min_length=1, max_length=60)


class CheckStep(Schema):
    """One thing looked at; `passed` null could not be found out."""

    key: str
    title: str
    passed: bool | None
    says: str


class CertificateFields(Schema):
    """The fewest fields that say what was certified."""

    number: str
    name: str
    occupation: str
    grade: str
    issuer: str
    issued_on: date


class Checked(Schema):
    """valid, expired, revoked, superseded, cannot-tell; or not-found, which is no accusation."""

    verdict: str
    steps: list[CheckStep]
    status_age_seconds: int | None
    superseded_by: str
    reason_class: str
    certificate: CertificateFields | None


@router.post("/certificates/check", response=Checked, summary="Check a certificate")
def check_certificate(request: Request, asked: Asked) -> dict[str, Any]:
    limit = shared.platform.count("look_ups_a_minute", on=request.on)
    if not may_look_up(request.META.get("REMOTE_ADDR", ""), limit=limit or 1):
        raise TooManyLookUps(_("查询太频繁，请一分钟后再试。"))
    parse_number(asked.number)
    credential = find_public(asked.number, asked.name)
    if credential is None:
        return _answer({"verdict": NOT_FOUND, "steps": []})
    checked = verify(credential.document, on=request.on)
    return _answer(
        checked.as_json(),
        reason_class=credential.reason_class,
        certificate=_fields(skills.get_certificate(credential.number)),
    )


def _answer(told: dict[str, Any], **more: Any) -> dict[str, Any]:
    empty = {"status_age_seconds": None, "superseded_by": "", "reason_class": ""}
    return {**empty, "certificate": None, **told, **more}


def _fields(certificate: Any) -> dict[str, Any]:
    return {
        "number": certificate.number,
        "name": certificate.person.name,
        "occupation": certificate.occupation.name,
        "grade": Grade(certificate.grade).value,
        "issuer": certificate.issuer.name,
        "issued_on": certificate.issued_on,
    }
