"""Credentials that are signed from outside: an envelope with a JWT in it (VC-JOSE-COSE)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from django.utils.translation import gettext as _

from gongtu.engines.credentials.checking.model import credential_problems
from gongtu.engines.credentials.checking.presentation import (
    ENVELOPED,
    envelope_problems,
    is_enveloped,
)
from gongtu.engines.credentials.checking.problem import Problem, ProblemType
from gongtu.engines.credentials.checking.reading import Unreadable, check_size
from gongtu.engines.credentials.checking.terms import term_problems
from gongtu.engines.credentials.clocks import clocks_differ
from gongtu.engines.credentials.contexts import V2
from gongtu.engines.credentials.dids import Resolved
from gongtu.engines.credentials.genuine import Findings, Keys, note_early
from gongtu.engines.credentials.issuers import id_in, issuer_id
from gongtu.engines.credentials.jose import (
    UNVERIFIABLE,
    Jws,
    header_problems,
    is_signed,
    read,
    signing_key,
)

KIND = "application/vc+jwt"
TYPES = frozenset({"vc+jwt", KIND})
# Claims of the signature, not of the credential.
CLAIMS = ("iss", "sub", "jti", "iat", "nbf", "exp", "aud", "cnf")
LATEST = 253_402_300_799


def opened(
    envelope: Any, found: Findings, *, keys: Keys, now: datetime
) -> tuple[dict[str, Any], list[Resolved]]:
    """The credential in an envelope, and whose key signed it; nobody's if one step fails."""
    try:
        jws = _jws(envelope)
    except Unreadable as unreadable:
        problem = unreadable.problem
        found.refuse("structure", [problem if problem.pointer else problem.under("/id")])
        return {}, []
    credential = {name: value for name, value in jws.payload.items() if name not in CLAIMS}
    if not _is_whole(jws, credential, found):
        return credential, []
    named = signing_key(
        jws, issuer_id(credential), keys, found, signed=numeric(jws.payload.get("iat")), now=now
    )
    if named is None or not _holds(jws, named[1], now, found):
        return credential, []
    if note_early(found, numeric(jws.payload.get("iat")), "/payload/iat", named[0], now):
        return credential, []
    return credential, [named[0]]


def envelope(token: str) -> dict[str, Any]:
    """What carries a JWT, so that it is checked as any document."""
    return {"@context": V2, "type": ENVELOPED, "id": f"data:{KIND},{token}"}


def content_of(document: dict[str, Any]) -> dict[str, Any]:
    """What a document says that was checked: itself, or what lies in it if it is an envelope."""
    return _jws(document).payload if is_enveloped(document) else document


def numeric(value: Any) -> datetime | None:
    """A NumericDate as an instant; None for anything else.

    >>> numeric(0), numeric("0"), numeric(True)
    (datetime.datetime(1970, 1, 1, 0, 0, tzinfo=datetime.timezone.utc), None, None)
    """
    if type(value) not in (int, float) or not 0 <= value <= LATEST:
        return None
    return datetime.fromtimestamp(value, UTC)


def _jws(envelope: Any) -> Jws:
    wrong = list(envelope_problems(envelope, ENVELOPED))
    if wrong:
        raise _Unfit(wrong[0])
    kind, _comma, content = envelope["id"].removeprefix("data:").partition(",")
    check_size(len(content))
    if kind != KIND:
        says = _("只支持%(kind)s的外包签名") % {"kind": KIND}
        raise _Unfit(Problem("/id", says, ProblemType.CRYPTOGRAPHIC_SECURITY))
    return read(content)


class _Unfit(Unreadable):
    """An envelope that cannot be opened here."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.says)
        self.problem = problem


def _is_whole(jws: Jws, credential: dict[str, Any], found: Findings) -> bool:
    wrong = [*header_problems(jws, TYPES), *_claim_problems(jws.payload, credential)]
    if wrong:
        return found.refuse("structure", wrong)
    found.tell("structure", True, _("完整"))
    unexplained = term_problems(credential)
    if unexplained:
        return found.refuse("contexts", [one.under("/payload") for one in unexplained])
    return found.tell("contexts", True, _("都已知"))


def _claim_problems(payload: dict[str, Any], credential: dict[str, Any]) -> Iterator[Problem]:
    """A credential as the data model has it, which the claims beside it do not contradict."""
    for name in ("vc", "vp"):
        if name in payload:
            yield Problem(f"/payload/{name}", _("证书的各项应直接写在载荷里，不能包在这一项里"))
    yield from (one.under("/payload") for one in credential_problems(credential))
    same = {"iss": issuer_id(credential), "jti": credential.get("id")}
    subject = credential.get("credentialSubject")
    if isinstance(subject, dict) and "id" in subject:
        same["sub"] = id_in(credential, "credentialSubject")
    for name, value in same.items():
        if name in payload and payload[name] != value:
            yield Problem(f"/payload/{name}", _("与证书里写的不一致"))
    for name in ("iat", "nbf", "exp"):
        if name in payload and numeric(payload[name]) is None:
            yield Problem(f"/payload/{name}", _("应为秒数"))


def _holds(jws: Jws, key: Any, now: datetime, found: Findings) -> bool:
    begun, ended = numeric(jws.payload.get("nbf")), numeric(jws.payload.get("exp"))
    if begun is not None and begun > now + clocks_differ(now):
        problem = Problem("/payload/nbf", _("尚未生效"), UNVERIFIABLE)
        return found.refuse("signature", [problem])
    if ended is not None and ended + clocks_differ(now) < now:
        problem = Problem("/payload/exp", _("证明已经过期"), UNVERIFIABLE)
        return found.refuse("signature", [problem])
    if not is_signed(jws, key):
        says = _("与内容不符，内容已被改动")
        return found.tell("signature", False, says, [Problem("/id", says, UNVERIFIABLE)])
    return found.tell("signature", True, _("与内容相符"))
