"""The cryptosuite `eddsa-jcs-2022` of W3C Data Integrity: sign a document, and check its proof."""

import hashlib
from typing import Any

import rfc8785
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from gongtu.engines.credentials.multikey import decode, encode

SUITE = "eddsa-jcs-2022"
Document = dict[str, Any]


def sign(document: Document, key: Ed25519PrivateKey, *, method: str, created: str) -> Document:
    """The document with its proof; `method` names the key (`did:…#z6Mk…`)."""
    proof = {
        "type": "DataIntegrityProof",
        "cryptosuite": SUITE,
        "created": created,
        "verificationMethod": method,
        "proofPurpose": "assertionMethod",
        "@context": document["@context"],
    }
    signature = key.sign(hash_data(document, proof))
    return {**document, "proof": {**proof, "proofValue": encode(signature)}}


def is_signed(document: Document, key: Ed25519PublicKey) -> bool:
    """Whether the proof is this key's over exactly this document."""
    proof = document["proof"]
    if "@context" in proof:
        # The document may only add contexts after those that were signed.
        signed, shown = _list(proof["@context"]), _list(document.get("@context"))
        if shown[: len(signed)] != signed:
            return False
        document = {**document, "@context": proof["@context"]}
    try:
        key.verify(decode(proof["proofValue"]), hash_data(document, proof))
    except (InvalidSignature, ValueError, RecursionError):
        return False
    return True


def hash_data(document: Document, proof: Document) -> bytes:
    """What is signed: the digest of the proof's options, then that of the document without it."""
    options = {name: value for name, value in proof.items() if name != "proofValue"}
    unsecured = {name: value for name, value in document.items() if name != "proof"}
    return _digest(options) + _digest(unsecured)


def _digest(value: Document) -> bytes:
    return hashlib.sha256(rfc8785.dumps(value)).digest()


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
