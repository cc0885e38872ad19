"""Proofs of W3C Data Integrity: adding one to a document, and checking one against a key."""

from collections.abc import Mapping
from typing import Any

from gongtu.engines.credentials.checking.badges import is_badge
from gongtu.engines.credentials.checking.proofs import TYPE, previous_ids
from gongtu.engines.credentials.dids import ASSERTION
from gongtu.engines.credentials.multikey import PublicKey, Signer, decode, encode
from gongtu.engines.credentials.suites import DEFAULT, SUITES, Document, Suite


def sign(
    document: Document,
    signer: Signer,
    *,
    method: str,
    suite: Suite = DEFAULT,
    **options: Any,
) -> Document:
    """The document with one more proof; `method` names the key (`did:…#z6Mk…`).

    `options` are further members of the proof: `created`, `proofPurpose`, `challenge`, `domain`, …

    Raises:
        ValueError: The document cannot be written canonically.
    """
    before, proof = proofs_of(document), proof_of(document, method, suite, **options)
    bare = _without_proof(document, proof, before)
    value = encode(signer.sign(suite.signed_bytes(bare, proof, signer.kind)))
    return with_proofs(document, [*before, {**proof, "proofValue": value}])


def proof_of(document: Document, method: str, suite: Suite, **options: Any) -> Document:
    """What a proof says of itself, before there is a value."""
    proof = {
        "type": TYPE,
        "cryptosuite": suite.name,
        "verificationMethod": method,
        "proofPurpose": ASSERTION,
        **options,
    }
    return {**proof, "@context": document["@context"]} if suite.names_contexts else proof


def with_proofs(document: Document, proofs: list[Document]) -> Document:
    """The document with exactly these proofs."""
    alone = len(proofs) == 1 and not is_badge(document)
    return {**document, "proof": proofs[0] if alone else proofs}


def is_signed(document: Document, key: PublicKey, proof: Mapping[str, Any] | None = None) -> bool:
    """Whether the proof (the only one, unless it is told) is this key's over this document."""
    proofs = proofs_of(document)
    checked = dict(proofs[0] if proof is None else proof)
    suite = SUITES.get(str(checked.get("cryptosuite")))
    if suite is None or key.kind not in suite.kinds:
        return False
    bare = _without_proof(document, checked, proofs)
    if "@context" in checked:
        # The document may only add contexts after those that were signed.
        signed, shown = _list(checked["@context"]), _list(document.get("@context"))
        if shown[: len(signed)] != signed:
            return False
        bare["@context"] = checked["@context"]
    try:
        value = decode(str(checked.pop("proofValue", "")))
        return key.verifies(value, suite.signed_bytes(bare, checked, key.kind))
    except (ValueError, RecursionError):
        return False


def proofs_of(document: Mapping[str, Any]) -> list[Document]:
    """The proofs of a document, however many."""
    return _list(document["proof"]) if "proof" in document else []


def _without_proof(document: Document, proof: Document, proofs: list[Document]) -> Document:
    """What a proof secures: the document, and the proofs that this one builds on."""
    bare = {name: value for name, value in document.items() if name != "proof"}
    named = previous_ids(proof)
    if named:
        bare["proof"] = [one for one in proofs if one.get("id") in named]
    return bare


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
