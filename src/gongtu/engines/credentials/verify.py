"""Checking a credential: one verdict, and every step that led to it.

A failed step never becomes "valid", and what is not known never becomes "revoked": it is "cannot
tell".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gongtu.engines.credentials import status as statuses
from gongtu.engines.credentials.batches import complete, is_kept_short
from gongtu.engines.credentials.checking.entries import LIST_CREDENTIAL
from gongtu.engines.credentials.checking.model import version_of
from gongtu.engines.credentials.checking.presentation import is_enveloped
from gongtu.engines.credentials.checking.problem import Problem, ProblemType, at
from gongtu.engines.credentials.checking.values import instant, type_names
from gongtu.engines.credentials.choices import Effect, Status, Verdict
from gongtu.engines.credentials.dids import Resolved
from gongtu.engines.credentials.enveloped import opened
from gongtu.engines.credentials.genuine import CREDENTIAL, Demand, Findings, Keys, Step, signers
from gongtu.engines.credentials.inclusion import as_kept, included, proof_in
from gongtu.engines.credentials.issuers import issuer_id
from gongtu.engines.credentials.lists import published_list, signed_lists
from gongtu.engines.credentials.models import Credential
from gongtu.engines.credentials.queries import Place, find_credential, place_of
from gongtu.engines.credentials.resolving import resolve
from gongtu.records.context import CHINA, instant_of

__all__ = ["Authority", "Step", "Verification", "resolve", "use_authority", "verify"]
NO_DEMAND = Demand()
IN_TERM = Step("validity", True, gettext_lazy("在有效期内"))
STANDS = Step("status", True, gettext_lazy("没有撤销或换发"))
_VERDICT_OF = {
    Status.ISSUED: Verdict.VALID,
    Status.REVOKED: Verdict.REVOKED,
    Status.SUPERSEDED: Verdict.SUPERSEDED,
    # For the time being nobody can say whether it will hold again.
    Status.SUSPENDED: Verdict.CANNOT_TELL,
}


@dataclass(frozen=True, slots=True)
class Authority:
    """Whether an issuer was allowed to issue this on that day; `held` None: nobody here knows."""

    held: bool | None
    says: str | Promise


@dataclass(slots=True)
class Verification(Findings):
    """The verdict and its steps; `status_age` is how old the status data are (zero: our own).

    `at_hand` is the place in our lists of what has just been read from our register.
    """

    verdict: Verdict = Verdict.CANNOT_TELL
    status_age: timedelta | None = None
    superseded_by: str = ""
    at_hand: Place | None = None

    def as_json(self) -> dict[str, Any]:
        age = self.status_age
        return {
            "verdict": self.verdict.value,
            "steps": [
                {
                    "key": step.key,
                    "title": step.title,
                    "passed": step.passed,
                    "says": step.says,
                }
                for step in self.steps
            ],
            "status_age_seconds": None if age is None else int(age.total_seconds()),
            "superseded_by": self.superseded_by,
        }


AuthorityOn = Callable[[int, dict[str, Any], date], Authority]


def _nobody_knows(_organisation: int, _document: dict[str, Any], _on: date) -> Authority:
    return Authority(None, _("没有登记可查"))


_authorities: dict[str, AuthorityOn] = {"": _nobody_knows}  # by a member of the subject


def use_authority(provider: AuthorityOn, *, told_by: str = "") -> AuthorityOn:
    """Say who knows which issuer might issue what on which day; returns who knew it before.

    With `told_by` it answers for what has this member in its subject; else for all other.
    """
    before = _authorities.get(told_by, _nobody_knows)
    _authorities[told_by] = provider
    return before


def _authority_for(document: dict[str, Any]) -> AuthorityOn:
    subject = document["credentialSubject"]
    told_by = (member for member in _authorities if member in subject)
    return _authorities[next(told_by, "")]


def verify(
    credential: Any,
    *,
    on: date,
    keys: Keys = resolve,
    lists: statuses.ListAt = published_list,
) -> Verification:
    """Check a document, or what is on record or has a number, as of a day; never an exception.

    `keys` finds the public key a proof names, `lists` a status list of another issuer as it was
    published; its own signature is checked here.  Nobody is asked.  What has just been read from
    our register tells its own status, without being read once more.
    """
    found = Verification()
    if isinstance(credential, str):
        credential = find_credential(credential)
        if credential is None:
            found.tell("structure", False, _("没有这个编号的证书"))
            return found
    if isinstance(credential, Credential):
        found.at_hand, credential = place_of(credential), credential.document
    now = instant_of(on)
    in_batch = proof_in(credential) is not None
    if is_enveloped(credential):
        credential, by = opened(credential, found, keys=keys, now=now)
    elif in_batch:
        credential, by = _in_batch(credential, found, keys, now)
    else:
        by = signers(credential, CREDENTIAL, found, keys=keys, demand=NO_DEMAND, now=now)
    if by:
        judge(credential, by, signed_lists(lists, keys, now), now, found)
    if in_batch and found.verdict == Verdict.VALID and _is_unknown("authority", found):
        # Who signs for others' papers of former years does not thereby know that they might issue.
        found.verdict = Verdict.CANNOT_TELL
    return found


def _in_batch(
    document: dict[str, Any], found: Verification, keys: Keys, now: datetime
) -> tuple[dict[str, Any], list[Resolved]]:
    """A paper as it is kept, and whose keys signed its batch; one kept short is completed here."""
    whole = complete(document) if is_kept_short(document) else document
    if whole is None:
        found.tell("inclusion", None, _("所在的批次还没有签发，或者不为本系统所知"))
        return document, []
    by = included(whole, found, keys=keys, now=now)
    return (as_kept(whole) if by else document), by


def _is_unknown(key: str, found: Findings) -> bool:
    return any(step.key == key and step.passed is None for step in found.steps)


def judge(
    document: dict[str, Any],
    by: list[Resolved],
    lists: statuses.ListAt,
    now: datetime,
    found: Verification,
    *,
    whole: dict[str, Any] | None = None,
) -> None:
    """What became of a document, once it is known who signed it.

    `whole` is what was first signed, where the document discloses a part of it: whether it might
    be issued may rest on the rest.
    """
    begun, ended = _validity(document, now, found)
    entitled = _is_entitled(whole or document, by, found)
    standing = _standing(document, lists, now, found)
    decided = _decided(document, by, standing, found)
    if not begun or not entitled:
        return
    became = standing.status if standing else None
    if decided == Effect.REVOKED or became == Status.REVOKED:
        found.verdict = Verdict.REVOKED
    elif became is not None and decided is None:
        verdict = _VERDICT_OF[became]
        found.verdict = Verdict.EXPIRED if verdict == Verdict.VALID and ended else verdict


def _decided(
    document: dict[str, Any],
    by: list[Resolved],
    standing: statuses.Standing | None,
    found: Verification,
) -> Effect | None:
    """The gravest decision on a key that signed this; none where all keys are in good hands.

    What is on record, word for word, as issued by the day, was not signed by a thief.
    """
    decisions = [one.decision for one in by if one.decision]
    recorded = standing.recorded_on(document) if decisions and standing else None
    decisions = [one for one in decisions if recorded is None or recorded > one.after]
    if not decisions:
        return None
    gravest = max(decisions, key=lambda decision: decision.effect == Effect.REVOKED)
    revoked = gravest.effect == Effect.REVOKED
    says = _(
        "签名密钥失密：%(after)s之后签发的，%(decided)s决定：%(effect)s。理由：%(reason)s"
    ) % {
        "after": gravest.after, "decided": gravest.decided_on,
        "effect": _("予以撤销") if revoked else _("无法判断"), "reason": gravest.reason,
    }  # fmt: skip
    problem = Problem("/proof", says, ProblemType.PROOF_VERIFICATION)
    found.tell("decision", False if revoked else None, says, [problem])
    return gravest.effect


def _validity(document: dict[str, Any], now: datetime, found: Verification) -> tuple[bool, bool]:
    """Whether it has begun, and whether it has ended."""
    version = version_of(document)
    since, until = (
        instant(document.get(name)) for name in (version.valid_from, version.valid_until)
    )
    begun, ended = since is None or since <= now, until is not None and until <= now
    if begun and not ended:
        found.note(IN_TERM)
        return begun, ended
    says, member = (
        (_("已过期"), version.valid_until) if ended else (_("尚未生效"), version.valid_from)
    )
    found.tell("validity", False, says, [Problem(at("", member), says, ProblemType.RANGE)])
    return begun, ended


def _is_entitled(document: dict[str, Any], by: list[Resolved], found: Verification) -> bool:
    """Whether the register says the issuer might issue this on its day; outsiders it cannot say."""
    issuer = next(one for one in by if one.controller == issuer_id(document))
    since = instant(document.get(version_of(document).valid_from))
    if issuer.published:
        source = issuer.published.rows[0].source
        says = _("在本市认可的外部签发单位名单上（%(source)s），能不能发这一种没有登记可查")
        return found.tell("authority", None, says % {"source": source})
    if issuer.organisation is None or since is None or _is_list(document):
        return found.tell("authority", None, _("没有登记可查"))
    day = since.astimezone(CHINA).date()
    authority = _authority_for(document)(issuer.organisation, document, day)
    wrong = [Problem("/issuer", str(authority.says))] if authority.held is False else []
    return found.tell("authority", authority.held, authority.says, wrong)


def _is_list(document: dict[str, Any]) -> bool:
    return LIST_CREDENTIAL in type_names(document["type"])


def _standing(
    document: dict[str, Any], lists: statuses.ListAt, now: datetime, found: Verification
) -> statuses.Standing | None:
    try:
        standing = statuses.standing_of(document, lists, now, found.at_hand)
    except statuses.CannotTell as cannot:
        found.tell("status", None, cannot.problem.says, [cannot.problem])
        return None
    found.superseded_by = standing.superseded_by
    found.status_age = timedelta() if standing.as_of is None else now - standing.as_of
    if standing.status == Status.ISSUED:
        _note_issued(standing.as_of, found)
    else:
        says = _(standing.status.label)
        found.tell("status", False, says, [Problem("/credentialStatus", says)])
    return standing


def _note_issued(as_of: datetime | None, found: Verification) -> None:
    """Nothing became of it; by the list of somebody else, of which hour that is."""
    if as_of is None:
        found.note(STANDS)
        return
    says = _("%(says)s；状态列表是%(at)s的")
    told = {"says": STANDS.says, "at": f"{as_of.astimezone(CHINA):%Y-%m-%d %H:%M}"}
    found.tell("status", True, says % told)
