"""Certificates as Open Badges 3.0: what the 1EdTech schema of AchievementCredential asks of them.

The rules are restated here from the published schema (ob_v3p0_achievementcredential_schema.json of
2024); where 1EdTech changes it, change them.
"""

from typing import Any

import pytest
from jsonschema import Draft201909Validator

from gongtu.engines.credentials.checking.model import credential_problems
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


def achievement(**change: Any) -> dict[str, Any]:
    """A plain achievement credential in which something was changed or left out (`...`)."""
    told = {
        "id": "urn:uuid:1", "type": ["Achievement"], "name": "Welding", "description": "Welds.",
        "criteria": {"narrative": "Weld."}, **change,
    }  # fmt: skip
    return {name: value for name, value in told.items() if value is not ...}


BADGE: dict[str, Any] = {
    "@context": [V2, OPEN_BADGES],
    "id": "urn:uuid:2",
    "type": ["VerifiableCredential", "OpenBadgeCredential"],
    "issuer": {"id": "did:example:school", "type": ["Profile"]},
    "validFrom": "2026-09-01T00:00:00Z",
    "credentialSubject": {
        "id": "did:example:welder", "type": ["AchievementSubject"], "achievement": achievement(),
    },
}  # fmt: skip


def subject(**change: Any) -> dict[str, Any]:
    told = {**BADGE["credentialSubject"], **change}
    return {"credentialSubject": {name: one for name, one in told.items() if one is not ...}}


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"id": ...}, "/id"),
    ({"validFrom": ...}, "/validFrom"),
    ({"issuer": "did:example:school"}, "/issuer"),
    ({"issuer": {"id": "did:example:school"}}, "/issuer/type"),
    ({"issuer": {"id": "did:example:school", "type": "Profile"}}, "/issuer/type"),
    (subject(type=...), "/credentialSubject/type"),
    (subject(achievement=...), "/credentialSubject/achievement"),
    (subject(achievement="urn:uuid:1"), "/credentialSubject/achievement"),
    *(
        (
            subject(achievement=achievement(**{name: wrong})),
            f"/credentialSubject/achievement/{name}",
        )
        for name in ("id", "type", "name", "description", "criteria")
        for wrong in (..., 7)
    ),
    (
        subject(achievement=achievement(criteria={"narrative": 7})),
        "/credentialSubject/achievement/criteria/narrative",
    ),
]


@pytest.mark.parametrize("name", ["OpenBadgeCredential", "AchievementCredential"])
def test_a_plain_achievement_is_well_formed(name: str) -> None:
    badge = {**BADGE, "type": ["VerifiableCredential", name]}

    assert [*credential_problems(badge), *term_problems(badge)] == []


@pytest.mark.parametrize(("change", "pointer"), WRONG, ids=str)
def test_what_an_achievement_lacks_is_told_by_its_place(
    change: dict[str, Any], pointer: str
) -> None:
    badge = {name: value for name, value in {**BADGE, **change}.items() if value is not ...}

    assert [one.pointer for one in credential_problems(badge)] == [pointer]
    if "credentialSubject" in change:
        assert list(Draft201909Validator(SCHEMA).iter_errors(badge))
