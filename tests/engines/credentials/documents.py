"""Credentials and presentations signed by nobody's keys, for tests of those who check them."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from gongtu.engines.credentials.choices import KeyKind
from gongtu.engines.credentials.contexts import V2
from gongtu.engines.credentials.dataintegrity import sign
from gongtu.engines.credentials.jose import ALGORITHM_OF, encode
from gongtu.engines.credentials.multikey import SecretKey
from gongtu.engines.credentials.status import Carried, ListAt
from gongtu.engines.credentials.suites import PROFILES, Profile

DAY = date(2026, 9, 1)
CREATED = "2026-08-31T08:00:00Z"
JCS = PROFILES["eddsa-jcs-2022"]

# The examples of the W3C Recommendations "Data Integrity EdDSA Cryptosuites v1.0" and "Data
# Integrity ECDSA Cryptosuites v1.0": one credential, one moment, and what each suite makes of it.
ALUMNA: dict[str, Any] = {
    "@context": [
        "https://www.w3.org/ns/credentials/v2",
        "https://www.w3.org/ns/credentials/examples/v2",
    ],
    "id": "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
    "type": ["VerifiableCredential", "AlumniCredential"],
    "name": "Alumni Credential",
    "description": "A minimum viable example of an Alumni Credential.",
    "issuer": "https://vc.example/issuers/5678",
    "validFrom": "2023-01-01T00:00:00Z",
    "credentialSubject": {"id": "did:example:abcdefgh", "alumniOf": "The School of Examples"},
}
SIGNED_AT = "2023-02-24T23:36:38Z"


class Clerk:
    """Who acts for an organisation, as far as the engine asks."""

    account = 7

    def __init__(self, organisation: int | None, role: str = "enterprise") -> None:
        self.organisation, self.role = organisation, role


class Signatory:
    """Somebody with a key of a kind, known by it."""

    def __init__(self, kind: KeyKind = KeyKind.ED25519) -> None:
        self.key = SecretKey.generate(kind)
        self.did = f"did:key:{self.key.public}"
        self.method = f"{self.did}#{self.key.public}"

    def credential(self, **change: Any) -> dict[str, Any]:
        return {
            "@context": [V2],
            "type": ["VerifiableCredential"],
            "issuer": self.did,
            "credentialSubject": {"id": "did:example:alice", "name": "Alice"},
            **change,
        }

    def signs(
        self, document: dict[str, Any], profile: Profile = JCS, **options: Any
    ) -> dict[str, Any]:
        return sign(
            document,
            self.key,
            method=self.method,
            suite=profile.suite,
            **{"created": CREATED, **options},
        )

    def shows(self, *credentials: Any, **options: Any) -> dict[str, Any]:
        presentation = {
            "@context": [V2],
            "type": ["VerifiablePresentation"],
            "holder": self.did,
            "verifiableCredential": list(credentials),
        }
        return self.signs(presentation, proofPurpose="authentication", **options)


def handed(lists: dict[str, Any]) -> ListAt:
    """Status lists by their addresses, as somebody hands them in."""
    return lambda address: Carried(lists[address]) if address in lists else None


def jwt(by: Signatory | None = None, header: dict[str, Any] | None = None, **change: Any) -> str:
    """A credential of the issuer's as a JWT; `...` leaves a member out."""
    by = by or Signatory()
    told = {
        "alg": ALGORITHM_OF[by.key.kind], "typ": "vc+jwt", "kid": by.method,
        **(header or {}),
    }  # fmt: skip
    said = {**by.credential(validFrom="2026-08-01T00:00:00Z"), **change}
    parts = [
        encode(json.dumps({k: v for k, v in part.items() if v is not ...}).encode())
        for part in (told, said)
    ]
    return ".".join([*parts, encode(by.key.sign(".".join(parts).encode()))])


def envelope(token: str, kind: str = "application/vc+jwt") -> dict[str, Any]:
    """What carries it."""
    return {
        "@context": V2, "type": "EnvelopedVerifiableCredential", "id": f"data:{kind},{token}",
    }  # fmt: skip
