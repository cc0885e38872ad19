"""Credentials and presentations signed by nobody's keys, for tests of those who check them."""

from __future__ import annotations

from datetime import date
from typing import Any

from gongtu.engines.credentials.choices import KeyKind
from gongtu.engines.credentials.contexts import V2
from gongtu.engines.credentials.dataintegrity import sign
from gongtu.engines.credentials.multikey import SecretKey
from gongtu.engines.credentials.suites import PROFILES, Profile

DAY = date(2026, 9, 1)
CREATED = "2026-08-31T08:00:00Z"
JCS = PROFILES["eddsa-jcs-2022"]


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
