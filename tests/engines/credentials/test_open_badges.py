"""Certificates as Open Badges 3.0: what the 1EdTech schema of AchievementCredential asks of them.

The rules are restated here, in short, from the published schema
(ob_v3p0_achievementcredential_schema.json of 2024); where 1EdTech changes it, change them.
"""

import copy
from typing import Any

import pytest
from jsonschema import Draft201909Validator

from gongtu.engines.credentials.checking.model import credential_problems
from gongtu.engines.credentials.checking.terms import term_problems
from gongtu.engines.credentials.contexts import OPEN_BADGES, UNDEFINED_TERMS, V2
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
        issuer={"oneOf": [TEXT, thing("id", "type", id=TEXT, type=listing("Profile"), name=TEXT)]},
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
    ({"issuer": {"id": "did:example:school"}}, "/issuer/type"),
    ({"issuer": {"id": "did:example:school", "type": "Profile"}}, "/issuer/type"),
    (subject(type=...), "/credentialSubject/type"),
    (subject(achievement=...), "/credentialSubject/achievement"),
    (subject(achievement="urn:uuid:1"), "/credentialSubject/achievement"),
    ({"credentialSubject": [subject()["credentialSubject"]]}, "/credentialSubject"),
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


PROFILE: dict[str, Any] = {"id": "did:example:school", "type": ["Profile"]}
ENTRY = {"id": "urn:uuid:3", "type": "https://a.example/#Ledger"}
SCHEMED = {"id": "https://a.example/schema", "type": "1EdTechJsonSchemaValidator2019"}
IDENTITY = {
    "type": "IdentityObject", "hashed": False, "identityHash": "A-1", "identityType": "systemId",
}  # fmt: skip
EXPECTED = {
    "id": "urn:uuid:4", "type": ["ResultDescription"], "name": "Test", "resultType": "Percent",
}  # fmt: skip
ALIGNED = {"type": ["Alignment"], "targetName": "Weld", "targetUrl": "https://a.example/weld"}
ENDORSED: dict[str, Any] = {
    "@context": [V2, OPEN_BADGES],
    "id": "urn:uuid:5",
    "type": ["VerifiableCredential", "EndorsementCredential"],
    "name": "Endorsement",
    "issuer": PROFILE,
    "validFrom": "2026-09-01T00:00:00Z",
    "credentialSubject": {"id": "urn:uuid:2", "type": ["EndorsementSubject"]},
}
# A member that may stand there, one that may not, and the place that is told.
MEMBERS: list[tuple[str, Any, Any, str]] = [
    ("/name", "Welder", {"@value": "Welder"}, "/name"),
    ("/awardedDate", "2026-09-01T00:00:00Z", "2026-09-01", "/awardedDate"),
    ("/issuer", "did:example:school", {**PROFILE, "email": 7}, "/issuer/email"),
    ("/issuer/dateOfBirth", "1990-01-01", "1990", "/issuer/dateOfBirth"),
    ("/issuer/parentOrg", PROFILE, {"id": "urn:x:1"}, "/issuer/parentOrg/type"),
    ("/issuer/address", {"type": ["Address"]}, {"type": "Address"}, "/issuer/address/type"),
    ("/credentialStatus", ENTRY, [ENTRY], "/credentialStatus"),
    ("/credentialSchema", [SCHEMED], SCHEMED, "/credentialSchema"),
    ("/endorsement", [ENDORSED], [{**ENDORSED, "name": 7}], "/endorsement/0/name"),
    ("/endorsementJwt", ["a.b.c"], ["a.b"], "/endorsementJwt/0"),
    ("/evidence", [{"type": ["Evidence"]}], {"type": ["Evidence"]}, "/evidence"),
    ("/image", {"id": "urn:x:1", "type": "Image"}, "urn:x:1", "/image"),
    (
        "/image",
        {"id": "urn:x:1", "type": "Image", "caption": "x"},
        {"id": "urn:x:1", "type": "Image", "name": "x"},
        "/image/name",
    ),
    ("/credentialSubject/creditsEarned", 1.5, "1.5", "/credentialSubject/creditsEarned"),
    (
        "/credentialSubject/identifier",
        [IDENTITY],
        [{**IDENTITY, "hashed": "no"}],
        "/credentialSubject/identifier/0/hashed",
    ),
    (
        "/credentialSubject/identifier",
        [{**IDENTITY, "identityType": "ext:workNumber"}],
        [{**IDENTITY, "identityType": "workNumber"}],
        "/credentialSubject/identifier/0/identityType",
    ),
    (
        "/credentialSubject/result",
        [{"type": ["Result"], "status": "Completed"}],
        [{"type": ["Result"], "status": "ext:Done"}],
        "/credentialSubject/result/0/status",
    ),
    (
        "/credentialSubject/achievement/achievementType",
        "ext:SkillGrade",
        "SkillGrade",
        "/credentialSubject/achievement/achievementType",
    ),
    (
        "/credentialSubject/achievement/inLanguage",
        "zh-CN",
        "Chinese",
        "/credentialSubject/achievement/inLanguage",
    ),
    (
        "/credentialSubject/achievement/alignment",
        [ALIGNED],
        [{**ALIGNED, "targetType": "Weld"}],
        "/credentialSubject/achievement/alignment/0/targetType",
    ),
    (
        "/credentialSubject/achievement/resultDescription",
        [EXPECTED],
        [{**EXPECTED, "resultType": "Points"}],
        "/credentialSubject/achievement/resultDescription/0/resultType",
    ),
    (
        "/credentialSubject/achievement/tag",
        ["welding"],
        "welding",
        "/credentialSubject/achievement/tag",
    ),
]


def with_member(pointer: str, value: Any) -> dict[str, Any]:
    """The plain badge with one member set."""
    badge = copy.deepcopy(BADGE)
    *way, last = pointer.removeprefix("/").split("/")
    place = badge
    for name in way:
        place = place[name]
    place[last] = value
    return badge


@pytest.mark.parametrize(("member", "right", "wrong", "pointer"), MEMBERS, ids=str)
def test_each_member_is_as_the_schema_has_it(
    member: str, right: Any, wrong: Any, pointer: str
) -> None:
    assert list(credential_problems(with_member(member, right))) == []

    assert pointer in [one.pointer for one in credential_problems(with_member(member, wrong))]


def test_the_words_of_open_badges_come_second() -> None:
    badge = with_member("/@context", [V2, UNDEFINED_TERMS, OPEN_BADGES])

    assert [one.pointer for one in credential_problems(badge)] == ["/@context"]


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
