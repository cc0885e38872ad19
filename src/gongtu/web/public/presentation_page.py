"""A presentation as anybody checks it: the verdict, and what its holder disclosed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from gongtu.base.errors import Broken
from gongtu.engines.credentials.checking.values import instant
from gongtu.engines.credentials.choices import Verdict
from gongtu.engines.credentials.kinds import Kind
from gongtu.engines.credentials.sdjwt import Disclosed, note_disclosed_lists, verify_disclosed
from gongtu.records.context import CHINA, instant_of
from gongtu.registers.wallet.choices import Part
from gongtu.registers.wallet.services import audience
from gongtu.web.chain_page import label_of
from gongtu.web.http import Request
from gongtu.web.public.certificates_page import count_attempt, step_row
from gongtu.web.public.verdict_words import verdict_in_words
from gongtu.web.wording import language

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
    note_disclosed_lists(found, on=request.on)
    return {
        "told": {
            "verdict": _verdict(found.verdict),
            "steps": [step_row(step) for step in found.steps],
            "checked_at": instant_of(request.on),
        },
        "claims": _claims(found),
    }


def _verdict(verdict: Verdict) -> dict[str, str]:
    """As on look-up, but for the reason: that is its holder's to tell."""
    told = verdict_in_words(verdict, "")
    return {**told, "says": _("证书真实，但已被撤销。")} if verdict == Verdict.REVOKED else told


def _claims(found: Disclosed) -> dict[str, Any]:
    """What was disclosed, under the words of its form; nothing where the signature did not hold."""
    claims, kind = found.claims, found.kind
    if not claims:
        return {}
    told: dict[str, Any] = {
        "label": (kind and kind.label) or _("职业技能等级证书"),
        "issuer": claims.get("issuerName") or claims["iss"],
        "since": _day(claims["validFrom"]),
        "last": _last(claims["validUntil"]) if "validUntil" in claims else None,
        "has_parts": any(part.value in claims for part in Part),
    }
    if kind is None:
        parts = [(label_of(part), claims[part.value]) for part in Part if part.value in claims]
        return {**told, "label": _("不为本系统所知的凭证"), "lines": parts}
    return {**told, "lines": list(_lines(kind, claims))}


def _lines(kind: Kind, claims: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The fields of its form that were disclosed, in the reader's language where it has them."""
    in_english = language() == "en"
    is_whole = in_english and all(member in claims for member in kind.always)
    english = kind.english(claims) if is_whole else {}
    for zh, en, member in kind.form.fields:
        if member in claims:
            yield (en if in_english else zh), english.get(member) or str(claims[member])


def _day(stamp: str) -> date:
    return _instant(stamp).astimezone(CHINA).date()


def _last(stamp: str) -> date:
    """The last day of what ends at an instant, which lies in it no more."""
    return (_instant(stamp) - datetime.resolution).astimezone(CHINA).date()


def _instant(stamp: str) -> datetime:
    told = instant(stamp)
    if told is None:
        raise Broken(f"A claim that was checked is no instant: {stamp!r}.")
    return told
