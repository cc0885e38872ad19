"""Certificates as Open Badges 3.0: what the 1EdTech schema of AchievementCredential asks of them.

The rules are restated here from the published schema (ob_v3p0_achievementcredential_schema.json of
2024); where 1EdTech changes it, change them.
"""

from typing import Any

import pytest
from jsonschema import Draft201909Validator

from gongtu.engines.credentials.checking.terms import term_problems
from gongtu.engines.credentials.contexts import OPEN_BADGES, V2
from tests.engines.credentials.test_credentials import issued

pytestmark = pytest.mark.django_db

TEXT, MOMENT = {"type": "string"}, {"type": "string", "format": "date-time"}


def listing(*names: str) -> dict[str, Any]:
    """A list of texts that has these among them."""
    has = [{"contains": {"const": name}} for name in names]
    return {"type": "array", "minItems": 1, "items": TEXT, "allOf": has}


def thing(*required: str, **members: Any) -> dict[str, Any]:
    return {"type": "object", "required": list(required), "properties": members}


ACHIEVEMENT = thing(
    "id", "type", "criteria", "description", "name",
    id=TEXT, type=listing("Achievement"), description=TEXT, name=TEXT,
    achievementType={"enum": ["Achievement", "Certificate", "Certification", "License"]},
    criteria=thing(id=TEXT, narrative=TEXT),
)  # fmt: skip
SCHEMA = {
    "$schema": "https://json-schema.org/draft/2019-09/schema",
    **thing(
        "@context", "id", "type", "credentialSubject", "issuer", "validFrom",
        id=TEXT, name=TEXT, validFrom=MOMENT, validUntil=MOMENT,
        type=listing("VerifiableCredential", "OpenBadgeCredential"),
        credentialSubject=thing(
            "type", "achievement", type=listing("AchievementSubject"), achievement=ACHIEVEMENT
        ),
        issuer=thing("id", "type", id=TEXT, type=listing("Profile"), name=TEXT),
        proof={
            "type": "array",
            "items": thing(
                "type", type=TEXT, cryptosuite=TEXT, created=MOMENT, proofPurpose=TEXT,
                proofValue=TEXT, verificationMethod=TEXT,
            ),
        },
        credentialStatus=thing("id", "type", id=TEXT, type=TEXT),
    ),
}  # fmt: skip


def test_a_certificate_is_an_open_badge(factory: int) -> None:
    document = issued(factory).document

    assert document["@context"][:2] == [V2, OPEN_BADGES]
    assert list(Draft201909Validator(SCHEMA).iter_errors(document)) == []
    assert term_problems(document) == []


@pytest.mark.parametrize("member", ["proof", "credentialStatus"])
def test_what_the_schema_refuses_is_refused_here_too(factory: int, member: str) -> None:
    document = issued(factory).document
    turned = document[member][0] if member == "proof" else [document[member]]

    assert list(Draft201909Validator(SCHEMA).iter_errors({**document, member: turned}))
