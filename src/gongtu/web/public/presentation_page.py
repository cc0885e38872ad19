"""A presentation as anybody checks it: the verdict, and what its holder disclosed."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from gongtu.engines.credentials.choices import Verdict
from gongtu.engines.credentials.sdjwt import verify_disclosed
from gongtu.registers.skills.choices import Grade
from gongtu.registers.wallet.choices import Part
from gongtu.registers.wallet.services import audience
from gongtu.web.chain_page import label_of
from gongtu.web.http import Request
from gongtu.web.public.certificates_page import count_attempt, step_row
from gongtu.web.public.verdict_words import verdict_in_words

PRESENTED = "presented:"


def presentation_page(asked: dict[str, Any], request: Request) -> dict[str, Any]:
    """The five verdicts over a presentation, with the steps that led to one.

    Raises:
        TooManyLookUps: The visitor asked too often within a minute.
        PresentationUnfit: Only one of audience and nonce was told.
    """
    to = audience(asked["audience"], asked["nonce"])
    count_attempt(request, PRESENTED)
    found = verify_disclosed(asked["presentation"], on=request.on, to=to)
    return {
        "told": {
            "verdict": _verdict(found.verdict),
            "steps": [step_row(step) for step in found.steps],
        },
        "claims": _claims(found.claims),
    }


def _verdict(verdict: Verdict) -> dict[str, str]:
    """As on look-up, but for the reason: that is its holder's to tell."""
    told = verdict_in_words(verdict, "")
    return {**told, "says": _("证书真实，但已被撤销。")} if verdict == Verdict.REVOKED else told


def _claims(claims: dict[str, Any]) -> dict[str, Any]:
    """What was disclosed; nothing where the signature did not hold."""
    if not claims:
        return {}
    grade = next((one for one in Grade if one == claims.get("grade")), None)
    return {
        "occupation": claims.get("occupationName", ""),
        "grade": label_of(grade) if grade else claims.get("gradeDisplay", ""),
        "issuer": claims.get("issuerName") or claims["iss"],
        "since": str(claims["validFrom"])[:10],
        "parts": [(label_of(part), claims[part.value]) for part in Part if part.value in claims],
    }
