"""Checking a credential: one verdict, and every step that led to it.

A failed step never becomes "valid", and what is not known never becomes "revoked": it is "cannot
tell".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, Final

from gongtu.engines.credentials import status as statuses
from gongtu.engines.credentials.choices import Status, Verdict
from gongtu.engines.credentials.dataintegrity import is_signed
from gongtu.engines.credentials.dids import Resolved, is_key, resolve
from gongtu.engines.credentials.multikey import public_key
from gongtu.engines.credentials.queries import find_credential
from gongtu.engines.credentials.structure import instant, issuer_id, problems, unknown_contexts
from gongtu.records.context import CHINA, instant_of

STEPS: Final = {
    "structure": "文件结构",
    "contexts": "用语",
    "key": "发证单位的密钥",
    "signature": "签名",
    "validity": "有效期",
    "authority": "发证单位当日的资格",
    "status": "撤销和换发状态",
}
_VERDICT_OF = {
    Status.ISSUED: Verdict.VALID,
    Status.REVOKED: Verdict.REVOKED,
    Status.SUPERSEDED: Verdict.SUPERSEDED,
}


@dataclass(frozen=True, slots=True)
class Step:
    """One thing looked at: `passed` None means it could not be found out."""

    key: str
    passed: bool | None
    says: str

    @property
    def title(self) -> str:
        return STEPS[self.key]


@dataclass(frozen=True, slots=True)
class Authority:
    """Whether an issuer was allowed to issue this on that day; `held` None: nobody here knows."""

    held: bool | None
    says: str


@dataclass(slots=True)
class Verification:
    """The verdict and its steps; `status_age` is how old the status data are (zero: our own)."""

    verdict: Verdict = Verdict.CANNOT_TELL
    steps: list[Step] = field(default_factory=list)
    status_age: timedelta | None = None
    superseded_by: str = ""

    def tell(self, key: str, passed: bool | None, says: str) -> bool:
        self.steps.append(Step(key, passed, says))
        return passed is not False

    def as_json(self) -> dict[str, Any]:
        age = self.status_age
        return {
            "verdict": self.verdict.value,
            "steps": [
                {"key": step.key, "title": step.title, "passed": step.passed, "says": step.says}
                for step in self.steps
            ],
            "status_age_seconds": None if age is None else int(age.total_seconds()),
            "superseded_by": self.superseded_by,
        }


AuthorityOn = Callable[[int, dict[str, Any], date], Authority]


def _nobody_knows(organisation: int, document: dict[str, Any], on: date) -> Authority:  # noqa: ARG001 - an Authority lookup's shape
    return Authority(None, "没有登记可查")


_authority_on: list[AuthorityOn] = [_nobody_knows]


def use_authority(provider: AuthorityOn) -> None:
    """Say who knows which issuer might issue what on which day: the register of assessors."""
    _authority_on[:] = [provider]


def verify(
    credential: dict[str, Any] | str,
    *,
    on: date,
    keys: Callable[[str], Resolved | None] = resolve,
    lists: statuses.ListAt = lambda _address: None,
) -> Verification:
    """Check a document, or the credential of a number, as of a day; never an exception.

    `keys` finds the public key a proof names, `lists` a checked status list of another issuer.
    """
    found = Verification()
    if isinstance(credential, str):
        row = find_credential(credential)
        if row is None:
            found.tell("structure", False, "没有这个编号的证书")
            return found
        document = row.document
    else:
        document = credential
    key = _genuine(document, keys, found)
    if key is not None:
        _judge(document, key, lists, on, found)
    return found


def _genuine(
    document: Any, keys: Callable[[str], Resolved | None], found: Verification
) -> Resolved | None:
    """The key that signed exactly this document for the issuer it names; None if one step fails."""
    wrong = problems(document)
    says = "；".join(f"{problem.member or '文件'}：{problem.says}" for problem in wrong)
    if not found.tell("structure", not wrong, says or "完整"):
        return None
    unknown = unknown_contexts(document)
    if not found.tell("contexts", not unknown, "、".join(unknown) or "都已知"):
        return None
    key = keys(document["proof"]["verificationMethod"])
    if key is None or not is_key(key.public):
        found.tell("key", None, "找不到签名所用的密钥")
        return None
    if not found.tell("key", *_key_is_the_issuers(document, key)):
        return None
    signed = is_signed(document, public_key(key.public))
    says = "与内容相符" if signed else "与内容不符，内容已被改动"
    return key if found.tell("signature", signed, says) else None


def _key_is_the_issuers(document: dict[str, Any], key: Resolved) -> tuple[bool, str]:
    if key.controller != issuer_id(document):
        return False, "密钥不属于文件所写的发证单位"
    signed = instant(document["proof"].get("created"))
    day = signed.astimezone(CHINA).date() if signed else None
    if key.since and (day is None or day < key.since or (key.until and day > key.until)):
        return False, "签名日期不在密钥的使用期内"
    return True, "属于发证单位"


def _judge(
    document: dict[str, Any],
    key: Resolved,
    lists: statuses.ListAt,
    on: date,
    found: Verification,
) -> None:
    at = instant_of(on)
    begun, ended = _validity(document, at, found)
    entitled = _is_entitled(document, key, found)
    became = _standing(document, lists, at, found)
    if not begun or not entitled or became is None:
        return
    verdict = _VERDICT_OF[became]
    found.verdict = Verdict.EXPIRED if verdict == Verdict.VALID and ended else verdict


def _validity(document: dict[str, Any], at: datetime, found: Verification) -> tuple[bool, bool]:
    """Whether it has begun, and whether it has ended."""
    since, until = instant(document.get("validFrom")), instant(document.get("validUntil"))
    begun, ended = since is None or since <= at, until is not None and until <= at
    says = "已过期" if ended else "在有效期内" if begun else "尚未生效"
    found.tell("validity", begun and not ended, says)
    return begun, ended


def _is_entitled(document: dict[str, Any], key: Resolved, found: Verification) -> bool:
    since = instant(document.get("validFrom"))
    if key.organisation is None or since is None:
        return found.tell("authority", None, "没有登记可查")
    day = since.astimezone(CHINA).date()
    authority = _authority_on[0](key.organisation, document, day)
    return found.tell("authority", authority.held, authority.says)


def _standing(
    document: dict[str, Any], lists: statuses.ListAt, at: datetime, found: Verification
) -> Status | None:
    standing = statuses.standing_of(document, lists)
    if standing is None:
        found.tell("status", None, "查不到状态")
        return None
    found.status_age = timedelta() if standing.as_of is None else at - standing.as_of
    if standing.credential is not None:
        found.superseded_by = standing.credential.superseded_by
    issued = standing.status == Status.ISSUED
    found.tell("status", issued, "没有撤销或换发" if issued else standing.status.label)
    return standing.status
