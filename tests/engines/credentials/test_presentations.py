"""Presentations: by their holder, to who asked, with credentials that hold."""

from typing import Any

import pytest

from gongtu.engines.credentials.checking.problem import ProblemType
from gongtu.engines.credentials.choices import Verdict
from gongtu.engines.credentials.contexts import V2
from gongtu.engines.credentials.presentations import Shown, verify_presentation
from gongtu.engines.credentials.suites import PROFILES
from tests.engines.credentials.documents import DAY, Signatory

pytestmark = pytest.mark.django_db
HOLDER, ISSUER = Signatory(), Signatory()
RDFC = PROFILES["eddsa-rdfc-2022"]
UNVERIFIED = ProblemType.PROOF_VERIFICATION


def shown(document: Any, **more: Any) -> Shown:
    return verify_presentation(document, on=DAY, **more)


def told(found: Shown) -> list[tuple[str, ProblemType]]:
    return [(one.pointer, one.type) for one in found.problems]


def badge() -> dict[str, Any]:
    return ISSUER.signs(ISSUER.credential())


@pytest.mark.parametrize("profile", [RDFC, PROFILES["eddsa-jcs-2022"]], ids=lambda one: one.name)
def test_a_holder_shows_what_others_signed(profile: Any) -> None:
    asked = {"challenge": "c-1", "domain": "a.example"}

    found = shown(
        HOLDER.shows(badge(), badge(), profile=profile, **asked),
        challenge="c-1", domains=frozenset({"a.example"}),
    )  # fmt: skip

    assert (found.is_genuine, told(found)) == (True, [])
    assert {where: one.verdict for where, one in found.credentials.items()} == {
        "/verifiableCredential/0": Verdict.VALID,
        "/verifiableCredential/1": Verdict.VALID,
    }


def test_an_answer_to_another_question_is_refused() -> None:
    presentation = HOLDER.shows(badge(), challenge="c-1", domain=["a.example", "b.example"])

    assert told(shown(presentation, challenge="c-2")) == [
        ("/proof/challenge", ProblemType.INVALID_CHALLENGE)
    ]
    assert told(shown(presentation, domains=frozenset({"a.example"}))) == [
        ("/proof/domain", ProblemType.INVALID_DOMAIN)
    ]
    assert shown(presentation, domains=frozenset({"b.example", "a.example"})).is_genuine
    assert not shown(HOLDER.shows(badge()), challenge="c-1").is_genuine


def test_nobody_shows_what_is_anothers_presentation() -> None:
    presentation = ISSUER.signs(
        {
            "@context": [V2], "type": ["VerifiablePresentation"], "holder": {"id": HOLDER.did},
        },
        proofPurpose="authentication",
    )  # fmt: skip

    assert told(shown(presentation)) == [("/holder", ProblemType.CRYPTOGRAPHIC_SECURITY)]


def test_a_presentation_is_for_authentication() -> None:
    presentation = HOLDER.signs({"@context": [V2], "type": ["VerifiablePresentation"]})

    assert told(shown(presentation)) == [("/proof/proofPurpose", UNVERIFIED)]


def test_a_credential_that_does_not_hold_is_told_by_its_place() -> None:
    forged = badge()
    forged["credentialSubject"]["name"] = "Mallory"

    found = shown(HOLDER.shows(badge(), forged))

    assert found.is_genuine
    assert found.credentials["/verifiableCredential/1"].verdict == Verdict.CANNOT_TELL


def test_unsigned_claims_are_the_holders_own_or_nobodys() -> None:
    own, anothers = HOLDER.credential(), ISSUER.credential()

    assert shown(HOLDER.shows(own)).is_genuine
    found = shown(HOLDER.shows(anothers))
    assert told(found) == [("/verifiableCredential/0", ProblemType.CRYPTOGRAPHIC_SECURITY)]
    assert not found.is_genuine


def test_a_credential_signed_from_outside_is_not_taken_for_verified() -> None:
    wrapped = {
        "@context": V2, "type": "EnvelopedVerifiableCredential",
        "id": "data:application/vc+jwt,eyJhbGciOiJFUzI1NiJ9.e30.AA",
    }  # fmt: skip

    found = shown(HOLDER.shows(wrapped)).credentials["/verifiableCredential/0"]

    assert not found.is_genuine
    assert found.problems[0].pointer == "/header/typ"


CHANGES: list[tuple[dict[str, Any], str]] = [
    ({"@context": ...}, "/@context"),
    ({"@context": ["https://www.w3.org/ns/credentials/examples/v2", V2]}, "/@context"),
    ({"@context": [V2, "https://example.com"]}, "/@context/1"),
    ({"@context": [V2, "https ://not-a-url"]}, "/@context/1"),
    ({"@context": [V2, 123192875]}, "/@context/1"),
    ({"type": ...}, "/type"),
    ({"type": ["CredentialManagerPresentation"]}, "/type"),
    ({"id": "no url"}, "/id"),
    ({"holder": HOLDER.key.public}, "/holder"),
    ({"holder": {"name": "Acme"}}, "/holder/id"),
    ({"holder": {"id": "no url"}}, "/holder/id"),
    ({"termsOfUse": {}}, "/termsOfUse/type"),
    ({"verifiableCredential": ["eyJhbGciOiJFUzI1NiJ9.e30.AA"]}, "/verifiableCredential/0"),
    ({"verifiableCredential": 7}, "/verifiableCredential"),
    (
        {"verifiableCredential": [{**HOLDER.credential(), "type": []}]},
        "/verifiableCredential/0/type",
    ),
    (
        {"verifiableCredential": [{"@context": V2, "id": "data:application/vc+jwt,e"}]},
        "/verifiableCredential/0/type",
    ),
    (
        {"verifiableCredential": [{"@context": V2, "type": "EnvelopedVerifiableCredential"}]},
        "/verifiableCredential/0/id",
    ),
    (
        {"verifiableCredential": {"@context": [], "type": "EnvelopedVerifiableCredential"}},
        "/verifiableCredential/@context",
    ),
    ({"unexplained": 1}, "/unexplained"),
    ({"proof": None}, "/proof"),
]


@pytest.mark.parametrize(("change", "pointer"), CHANGES, ids=map(str, range(len(CHANGES))))
def test_a_malformed_presentation_is_refused_at_its_place(
    change: dict[str, Any], pointer: str
) -> None:
    changed = {**HOLDER.shows(badge()), **change}

    found = shown({name: value for name, value in changed.items() if value is not ...})

    assert not found.is_genuine
    assert pointer in [where for where, _kind in told(found)]


@pytest.mark.parametrize("value", [None, 5, "x", []])
def test_what_is_no_presentation_is_refused(value: Any) -> None:
    assert told(shown(value)) == [("", ProblemType.PARSING)]
