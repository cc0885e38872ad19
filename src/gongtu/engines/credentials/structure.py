"""Whether a document has the shape of a credential; each problem names the member it is about."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple

from gongtu.engines.credentials.building import KNOWN_CONTEXTS, V2
from gongtu.engines.credentials.dataintegrity import SUITE


class Problem(NamedTuple):
    """Where (`credentialSubject`, `proof.proofValue`) and what is wrong there."""

    member: str
    says: str


def problems(document: Any) -> list[Problem]:
    """Everything wrong with the shape, for any JSON value whatever."""
    if not isinstance(document, dict):
        return [Problem("", "不是JSON对象")]
    return [*_top(document), *_days(document), *_issuer(document), *_proof(document)]


def unknown_contexts(document: dict[str, Any]) -> list[str]:
    """Contexts whose meaning this platform does not carry with it; nothing is fetched."""
    contexts = document["@context"]
    return [str(each) for each in contexts if not _is_known(each)]


def instant(text: Any) -> datetime | None:
    """An RFC 3339 instant with its offset; None for anything else."""
    if not isinstance(text, str):
        return None
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.tzinfo else None


def _top(document: dict[str, Any]) -> Iterator[Problem]:
    contexts = document.get("@context")
    if not isinstance(contexts, list) or not contexts or contexts[0] != V2:
        yield Problem("@context", f"应为列表，第一项为{V2}")
    types = document.get("type")
    if not isinstance(types, list) or "VerifiableCredential" not in types:
        yield Problem("type", "应为列表，含VerifiableCredential")
    if "id" in document and not isinstance(document["id"], str):
        yield Problem("id", "应为文字")
    if not isinstance(document.get("credentialSubject"), dict):
        yield Problem("credentialSubject", "应为对象")
    if "credentialStatus" in document:
        yield from _status(document["credentialStatus"])


def _days(document: dict[str, Any]) -> Iterator[Problem]:
    for member in ("validFrom", "validUntil"):
        if member in document and instant(document[member]) is None:
            yield Problem(member, "应为带时区的日期时间")


def _issuer(document: dict[str, Any]) -> Iterator[Problem]:
    if not issuer_id(document):
        yield Problem("issuer", "应为标识符，或者含id的对象")


def issuer_id(document: dict[str, Any]) -> str:
    """The issuer's identifier; empty where there is none."""
    issuer = document.get("issuer")
    found = issuer.get("id") if isinstance(issuer, dict) else issuer
    return found if isinstance(found, str) else ""


def _status(entries: Any) -> Iterator[Problem]:
    for entry in entries if isinstance(entries, list) else [entries]:
        index = entry.get("statusListIndex") if isinstance(entry, dict) else None
        if not isinstance(index, str) or not (index.isascii() and index.isdecimal()):
            yield Problem("credentialStatus.statusListIndex", "应为数字")
        elif not isinstance(entry.get("statusListCredential"), str):
            yield Problem("credentialStatus.statusListCredential", "应为地址")


def _proof(document: dict[str, Any]) -> Iterator[Problem]:
    proof = document.get("proof")
    if not isinstance(proof, dict):
        yield Problem("proof", "应为对象")
        return
    wanted = {
        "type": "DataIntegrityProof", "cryptosuite": SUITE, "proofPurpose": "assertionMethod"
    }  # fmt: skip
    for member, value in wanted.items():
        if proof.get(member) != value:
            yield Problem(f"proof.{member}", f"应为{value}")
    for member in ("verificationMethod", "proofValue"):
        if not isinstance(proof.get(member), str):
            yield Problem(f"proof.{member}", "应为文字")
    if "created" in proof and instant(proof["created"]) is None:
        yield Problem("proof.created", "应为带时区的日期时间")


def _is_known(context: Any) -> bool:
    return isinstance(context, str) and context in KNOWN_CONTEXTS
