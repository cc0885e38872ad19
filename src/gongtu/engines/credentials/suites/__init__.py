"""The cryptosuites that proofs here are made with: one registry, nothing else knows their names."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from gongtu.engines.credentials.choices import KeyKind
from gongtu.engines.credentials.sm2 import sm3
from gongtu.engines.credentials.suites import jcs, rdfc

Document = dict[str, Any]
HASHES: dict[str, Callable[[bytes], bytes]] = {
    "sha256": lambda content: hashlib.sha256(content).digest(),
    "sha384": lambda content: hashlib.sha384(content).digest(),
    "sm3": sm3,  # which not every Python's own library has
}
DIGESTS = {
    KeyKind.ED25519: "sha256",
    KeyKind.P256: "sha256",
    KeyKind.P384: "sha384",
    KeyKind.SM2: "sm3",
}


@dataclass(frozen=True, slots=True)
class Suite:
    """How a document becomes the bytes that are signed, and by which kinds of key."""

    name: str
    kinds: tuple[KeyKind, ...]
    canonical: Callable[[Document, str], bytes]
    # Whether the proof names the contexts it was made under, so that others may be added later.
    names_contexts: bool

    def signed_bytes(self, document: Document, options: Document, kind: KeyKind) -> bytes:
        """The digest of the proof's options, then that of the document without its own proof.

        Raises:
            ValueError: The document cannot be written canonically.
        """
        digest = self.digest(kind)
        if not self.names_contexts:
            options = {"@context": document["@context"], **options}
        return b"".join(
            digest_by(digest, self.canonical(part, digest)) for part in (options, document)
        )

    def digest(self, kind: KeyKind) -> str:
        """The name of the hash that goes with a kind of key."""
        return DIGESTS[kind]


def _by_text(document: Document, _digest: str) -> bytes:
    return jcs.canonical(document)


def digest_by(digest: str, content: bytes) -> bytes:
    """The digest of that name: `sha256`, `sha384` or `sm3`."""
    return HASHES[digest](content)


EDDSA, ECDSA, SM2 = (KeyKind.ED25519,), (KeyKind.P256, KeyKind.P384), (KeyKind.SM2,)
SUITES = {
    suite.name: suite
    for suite in (
        Suite("eddsa-jcs-2022", EDDSA, _by_text, names_contexts=True),
        Suite("eddsa-rdfc-2022", EDDSA, rdfc.canonical, names_contexts=False),
        Suite("ecdsa-jcs-2019", ECDSA, _by_text, names_contexts=True),
        Suite("ecdsa-rdfc-2019", ECDSA, rdfc.canonical, names_contexts=False),
        # Ours, and nobody else's yet: docs/adr/0034-national-cryptography-and-keys.md.
        Suite("gongtu-sm2-jcs-2026", SM2, _by_text, names_contexts=True),
    )
}
DEFAULT = SUITES["eddsa-jcs-2022"]


def suite_for(kind: KeyKind) -> Suite:
    """The suite that a key of a kind signs our own papers with: canonical JSON."""
    return next(suite for suite in SUITES.values() if kind in suite.kinds and suite.names_contexts)


@dataclass(frozen=True, slots=True)
class Profile:
    """One way to issue, with an address of its own: a suite, and a kind of key."""

    name: str
    suite: Suite
    kind: KeyKind


def _profiles() -> Iterator[Profile]:
    for suite in SUITES.values():
        for kind in suite.kinds:
            curve = f"-{kind.value.lower().replace('-', '')}" if len(suite.kinds) > 1 else ""
            yield Profile(suite.name + curve, suite, kind)


PROFILES = {profile.name: profile for profile in _profiles()}
