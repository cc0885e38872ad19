"""The shape of proofs: every member of VC Data Integrity 1.0, and how proofs hang together."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from gongtu.engines.credentials.checking.problem import Problem, Problems, ProblemType, at
from gongtu.engines.credentials.checking.values import (
    each,
    instant,
    is_so,
    listed,
    members,
    text,
    types,
    url,
)
from gongtu.engines.credentials.suites import SUITES

TYPE = "DataIntegrityProof"
MOST_PROOFS = 20
UNVERIFIABLE = ProblemType.PROOF_VERIFICATION


def _is_moment(value: Any) -> bool:
    return instant(value, offset_may_lack=True) is not None


# A proof's dateTimeStamp; one written without its offset is read as UTC, as allowed.
moment = is_so(_is_moment, lambda: _("应为带时区的日期时间，如2026-09-01T00:00:00+08:00"))
OPTIONAL = {
    "id": url, "created": moment, "expires": moment, "domain": each(text), "challenge": text,
    "nonce": text, "previousProof": each(text),
}  # fmt: skip
_options = members({"type": types}, OPTIONAL)
_proof = members(
    {
        "type": text, "cryptosuite": text, "verificationMethod": url, "proofPurpose": text,
        "proofValue": text,
    },
    OPTIONAL,
)  # fmt: skip


def unsigned_problems(document: dict[str, Any]) -> Problems:
    """Proofs of others that a document brings along when it is to be signed."""
    if "proof" in document:
        yield from each(_options)(document["proof"], "/proof")


def proof_problems(document: dict[str, Any], purpose: str) -> Problems:
    """Everything wrong with the shape of the proofs that a verifier is shown."""
    proofs = document.get("proof")
    if proofs is None or proofs == [] or not isinstance(proofs, dict | list):
        kind = UNVERIFIABLE if "proof" not in document else ProblemType.PARSING
        yield Problem("/proof", _("没有证明：应为对象，或者对象的列表"), kind)
        return
    if isinstance(proofs, list) and len(proofs) > MOST_PROOFS:
        yield Problem("/proof", _("证明超过%(most)d个") % {"most": MOST_PROOFS}, UNVERIFIABLE)
        return
    for proof, where in listed(proofs, "/proof"):
        for found in _proof(proof, where):
            yield Problem(found.pointer, found.says, UNVERIFIABLE)
        if isinstance(proof, dict):
            yield from _values(proof, where, purpose)
    yield from _chain(proofs)


def _values(proof: dict[str, Any], where: str, purpose: str) -> Problems:
    if "type" in proof and proof["type"] != TYPE:
        yield Problem(at(where, "type"), _("应为%(value)s") % {"value": TYPE}, UNVERIFIABLE)
    suite = proof.get("cryptosuite")
    if isinstance(suite, str) and suite not in SUITES:
        says = _("不认识的密码套件：%(suite)s") % {"suite": suite[:60]}
        yield Problem(at(where, "cryptosuite"), says, ProblemType.PROOF_TRANSFORMATION)
    if "proofPurpose" in proof and proof["proofPurpose"] != purpose:
        says = _("应为%(value)s") % {"value": purpose}
        yield Problem(at(where, "proofPurpose"), says, UNVERIFIABLE)
    if ends_before_it_begins(proof):
        yield Problem(at(where, "expires"), _("不能早于created"), UNVERIFIABLE)


def ends_before_it_begins(told: Mapping[str, Any]) -> bool:
    """Whether a proof would have expired before it was created."""
    if "expires" not in told:
        return False
    created, expires = (
        instant(told.get(name), offset_may_lack=True) for name in ("created", "expires")
    )
    return created is not None and expires is not None and expires < created


def _chain(proofs: Any) -> Problems:
    """A previous proof must be one of the proofs, and nobody's own successor."""
    placed = list(listed(proofs, "/proof"))
    if len(placed) == 1 and isinstance(placed[0][0], dict) and "previousProof" not in placed[0][0]:
        return
    ids = [proof["id"] for proof, _where in placed if _has_id(proof)]
    known = {proof["id"]: proof for proof, _where in placed if _has_id(proof)}
    for proof, place in placed:
        where = at(place, "previousProof")
        if isinstance(proof, dict) and not set(previous_ids(proof)) <= known.keys():
            yield Problem(where, _("所指的前一证明不在文件里"), UNVERIFIABLE)
        elif isinstance(proof, dict) and _turns_back(proof, known):
            yield Problem(where, _("前后证明互相指向"), UNVERIFIABLE)
    if len(set(ids)) < len(ids):
        yield Problem("/proof", _("证明的id重复"), UNVERIFIABLE)


def previous_ids(proof: dict[str, Any]) -> list[str]:
    """The ids of the proofs that this one builds on."""
    named = proof.get("previousProof", [])
    named = named if isinstance(named, list) else [named]
    return [name for name in named if isinstance(name, str)]


def _has_id(proof: Any) -> bool:
    return isinstance(proof, dict) and isinstance(proof.get("id"), str)


def _turns_back(proof: dict[str, Any], known: dict[str, Any]) -> bool:
    seen: set[str] = set()
    ahead = previous_ids(proof)
    while ahead:
        name = ahead.pop()
        if known.get(name) is proof:
            return True
        if name not in seen and name in known:
            seen.add(name)
            ahead += previous_ids(known[name])
    return False
