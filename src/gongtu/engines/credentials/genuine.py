"""Whether a document is whole, and by whom it was signed: what verdicts and presentations rest on.

The steps follow one another: shape, words, key, signature.  The first that fails ends the check,
with the problem's type and place; nobody asks about the signature of what cannot be read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from gongtu.engines.credentials.checking.model import credential_problems
from gongtu.engines.credentials.checking.problem import Problem, Problems, ProblemType, at
from gongtu.engines.credentials.checking.proofs import proof_problems
from gongtu.engines.credentials.checking.reading import Unreadable, check_extent
from gongtu.engines.credentials.checking.terms import term_problems
from gongtu.engines.credentials.checking.values import instant, listed
from gongtu.engines.credentials.clocks import clocks_differ, why_early
from gongtu.engines.credentials.dataintegrity import is_signed
from gongtu.engines.credentials.dids import ASSERTION, KeyUnknown, Resolved
from gongtu.engines.credentials.elsewhere import why_unreliable
from gongtu.engines.credentials.issuers import issuer_id
from gongtu.engines.credentials.multikey import PublicKey, public_key
from gongtu.engines.credentials.suites import SUITES
from gongtu.records.context import CHINA

STEPS: Final = {
    "structure": "文件结构",
    "contexts": "用语",
    "inclusion": gettext_noop("在同批签发的证书之中"),
    "key": "发证单位的密钥",
    "signature": "签名",
    "binding": "出示给谁",
    "validity": "有效期",
    "authority": "发证单位当日的资格",
    "status": "撤销和换发状态",
    "decision": "关于密钥的决定",
}
CONTROL = ProblemType.CRYPTOGRAPHIC_SECURITY

Keys = Callable[[str], Resolved | None]


@dataclass(frozen=True, slots=True)
class Kind:
    """What is known of a kind of document: its shape, and whose key must be among those that sign.

    `owner` gives a member and the identifier in it; an empty one leaves the signer free.
    """

    shape: Callable[[dict[str, Any]], Problems]
    owner: Callable[[dict[str, Any]], tuple[str, str]]


CREDENTIAL = Kind(credential_problems, lambda document: ("issuer", issuer_id(document)))


@dataclass(frozen=True, slots=True)
class Step:
    """One thing looked at: `passed` None means it could not be found out."""

    key: str
    passed: bool | None
    said: str | Promise
    problems: tuple[Problem, ...] = ()

    @property
    def says(self) -> str:
        """What was found, in the language of whoever reads it."""
        return str(self.said)

    @property
    def title(self) -> str:
        return STEPS[self.key]


# What nearly every check says: words whose language is chosen when, and if, they are read.
WHOLE = Step("structure", True, gettext_lazy("完整"))
EXPLAINED = Step("contexts", True, gettext_lazy("都已知"))
OWNERS = Step("key", True, gettext_lazy("属于发证单位"))
KNOWN = Step("key", True, gettext_lazy("已知"))
NO_KEY = gettext_lazy("找不到签名所用的密钥")
MATCHES = Step("signature", True, gettext_lazy("与内容相符"))


@dataclass(slots=True)
class Findings:
    """The steps looked at, each with what is wrong in the words of the standards."""

    steps: list[Step] = field(default_factory=list)

    @property
    def problems(self) -> list[Problem]:
        return [problem for step in self.steps for problem in step.problems]

    @property
    def is_genuine(self) -> bool:
        """Whether the signatures were reached, and every one is right."""
        told = [step.passed for step in self.steps if step.key == "signature"]
        return bool(told) and all(told)

    def note(self, step: Step) -> bool:
        """Note a step that is well; there is nothing against going on."""
        self.steps.append(step)
        return True

    def tell(
        self, key: str, passed: bool | None, says: str | Promise, problems: Iterable[Problem] = ()
    ) -> bool:
        """Note a step; whether there is nothing against going on."""
        self.steps.append(Step(key, passed, says, tuple(problems)))
        return passed is not False

    def refuse(self, key: str, wrong: list[Problem]) -> bool:
        return self.tell(key, False, "；".join(map(str, wrong)), wrong)


@dataclass(frozen=True, slots=True)
class Demand:
    """What a proof must say of itself: what it is for, and for whom."""

    purpose: str = ASSERTION
    challenge: str | None = None
    domains: frozenset[str] | None = None

    def unmet(self, proof: Mapping[str, Any], where: str) -> Problems:
        if self.challenge is not None and proof.get("challenge") != self.challenge:
            says = _("与要求的challenge不符")
            yield Problem(at(where, "challenge"), says, ProblemType.INVALID_CHALLENGE)
        told = proof.get("domain", [])
        told = frozenset(told if isinstance(told, list) else [told])
        if self.domains is not None and told != self.domains:
            yield Problem(at(where, "domain"), _("与要求的domain不符"), ProblemType.INVALID_DOMAIN)


def signers(
    document: Any, kind: Kind, found: Findings, *, keys: Keys, demand: Demand, now: datetime
) -> list[Resolved]:
    """Whose keys signed exactly this document, proof by proof; none at all if one step fails."""
    if not _is_whole(document, kind, demand, found):
        return []
    proofs = list(listed(document["proof"], "/proof"))
    unmet = [problem for proof, where in proofs for problem in demand.unmet(proof, where)]
    if unmet:
        found.refuse("signature", unmet)
        return []
    resolved = [_key_for(proof, where, keys, demand, now, found) for proof, where in proofs]
    known = [one for one in resolved if one is not None]
    if len(known) < len(proofs) or not _is_owners(document, kind, known, found):
        return []
    for (proof, where), (whose, key) in zip(proofs, known, strict=True):
        if not _is_right(document, key, proof, where, now, found):
            return []
        if note_early(found, _created(proof), at(where, "created"), whose, now):
            return []
    found.note(MATCHES)
    return [whose for whose, _key in known]


def _is_whole(document: Any, kind: Kind, demand: Demand, found: Findings) -> bool:
    if not isinstance(document, dict):
        return found.refuse("structure", [Problem("", _("不是JSON对象"), ProblemType.PARSING)])
    try:
        check_extent(document)
    except Unreadable as unreadable:
        return found.refuse("structure", [unreadable.problem])
    wrong = [*kind.shape(document), *proof_problems(document, demand.purpose)]
    if wrong:
        return found.refuse("structure", wrong)
    found.note(WHOLE)
    unexplained = term_problems(document)
    if unexplained:
        return found.refuse("contexts", unexplained)
    return found.note(EXPLAINED)


def _key_for(
    proof: Mapping[str, Any],
    where: str,
    keys: Keys,
    demand: Demand,
    now: datetime,
    found: Findings,
) -> tuple[Resolved, PublicKey] | None:
    """The key that a proof names, if it is known and may be used for this."""
    method, pointer = proof["verificationMethod"], at(where, "verificationMethod")
    whose, says = looked_up(keys, method, now)
    key = _read(whose)
    if whose is None or key is None:
        problem = Problem(pointer, str(says), ProblemType.PROOF_VERIFICATION)
        found.tell("key", None, says, [problem])
        return None
    if unfit := _unfit(proof, whose, key, demand):
        found.refuse("key", [Problem(pointer, unfit, ProblemType.PROOF_VERIFICATION)])
        return None
    return whose, key


def _is_owners(
    document: dict[str, Any], kind: Kind, known: list[tuple[Resolved, PublicKey]], found: Findings
) -> bool:
    """Whether the owner's key is among those that sign; others may have signed beside it."""
    member, owner = kind.owner(document)
    if owner and all(whose.controller != owner for whose, _key in known):
        says = _("密钥不属于文件所写的发证单位或者持有人")
        return found.refuse("key", [Problem(at("", member), says, CONTROL)])
    return note_known(found, [whose for whose, _key in known], OWNERS if owner else KNOWN)


def looked_up(keys: Keys, method: str, now: datetime) -> tuple[Resolved | None, str | Promise]:
    """The key of a method; where it is not known or not relied upon, why."""
    try:
        whose = keys(method)
    except KeyUnknown as unknown:
        return None, unknown.says
    doubt = why_unreliable(whose.published, now) if whose and whose.published else ""
    return (None, doubt) if doubt else (whose, NO_KEY)


def note_known(found: Findings, known: Iterable[Resolved], step: Step) -> bool:
    """Note whose keys they are, and of which day what an issuer elsewhere published of them is."""
    fetched = [whose.published.fetched_at for whose in known if whose.published is not None]
    if not fetched:
        return found.note(step)
    day = min(fetched).astimezone(CHINA).date()
    says = _("%(whose)s；公钥文件是%(day)s取得的") % {"whose": step.says, "day": day}
    return found.tell(step.key, True, says)


def _read(whose: Resolved | None) -> PublicKey | None:
    try:
        return None if whose is None else public_key(whose.public)
    except ValueError:
        return None


def _unfit(proof: Mapping[str, Any], whose: Resolved, key: PublicKey, demand: Demand) -> str:
    """Why a known key may not have made this proof; empty if it may."""
    if demand.purpose not in whose.purposes:
        return _("密钥没有授权用于%(purpose)s") % {"purpose": demand.purpose}
    if key.kind not in SUITES[proof["cryptosuite"]].kinds:
        return _("密钥的种类与密码套件不符")
    signed = _created(proof)
    day = signed.astimezone(CHINA).date() if signed else None
    if whose.since and (day is None or day < whose.since or (whose.until and day > whose.until)):
        return _("签名日期不在密钥的使用期内")
    return ""


def _is_right(
    document: dict[str, Any],
    key: PublicKey,
    proof: dict[str, Any],
    where: str,
    now: datetime,
    found: Findings,
) -> bool:
    expires = instant(proof.get("expires"), offset_may_lack=True)
    if expires is not None and expires < now and expires + clocks_differ(now) < now:
        says = _("证明已经过期")
        problem = Problem(at(where, "expires"), says, ProblemType.PROOF_VERIFICATION)
        return found.refuse("signature", [problem])
    if not is_signed(document, key, proof):
        says = _("与内容不符，内容已被改动")
        problem = Problem(at(where, "proofValue"), says, ProblemType.PROOF_VERIFICATION)
        return found.tell("signature", False, says, [problem])
    return True


def _created(proof: Mapping[str, Any]) -> datetime | None:
    return instant(proof.get("created"), offset_may_lack=True)


def note_early(
    found: Findings, signed: datetime | None, pointer: str, whose: Resolved, now: datetime
) -> bool:
    """Whether a signature says that it was made later than now; that is told and left open."""
    says = why_early(signed, now, ours=whose.organisation is not None)
    if says:
        problem = Problem(pointer, says, ProblemType.PROOF_VERIFICATION)
        found.tell("signature", None, says, [problem])
    return bool(says)
