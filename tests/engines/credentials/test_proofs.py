"""Proofs, one or many: what each must say, whose key may make it, and how they hang together."""

import copy
from typing import Any

import pytest

from gongtu.engines.credentials.checking.problem import ProblemType
from gongtu.engines.credentials.choices import KeyKind, Verdict
from gongtu.engines.credentials.dids import Resolved
from gongtu.engines.credentials.suites import PROFILES
from gongtu.engines.credentials.verify import Verification, verify
from tests.engines.credentials.documents import DAY, Signatory

pytestmark = pytest.mark.django_db
ISSUER, WITNESS = Signatory(), Signatory()
OTHERS = "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK"
FIRST = "urn:uuid:26329423-bec9-4b2e-88cb-a7c7d9dc4544"
RDFC = PROFILES["eddsa-rdfc-2022"]


def checked(document: Any, **more: Any) -> Verification:
    return verify(document, on=DAY, **more)


def told(found: Verification) -> list[tuple[str, ProblemType]]:
    return [(one.pointer, one.type) for one in found.problems]


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda profile: profile.name)
def test_each_profile_makes_a_valid_credential(profile: Any) -> None:
    issuer = Signatory(profile.kind)

    found = checked(issuer.signs(issuer.credential(), profile))

    assert found.verdict == Verdict.VALID


UNVERIFIED = ProblemType.PROOF_VERIFICATION
CHANGES: list[tuple[dict[str, Any], str, ProblemType]] = [
    ({"type": "UnknownProofType"}, "type", UNVERIFIED),
    ({"type": ...}, "type", UNVERIFIED),
    ({"cryptosuite": "UnknownCryptosuite"}, "cryptosuite", ProblemType.PROOF_TRANSFORMATION),
    ({"cryptosuite": 7}, "cryptosuite", UNVERIFIED),
    ({"cryptosuite": ...}, "cryptosuite", UNVERIFIED),
    ({"cryptosuite": "ecdsa-jcs-2019"}, "verificationMethod", UNVERIFIED),
    ({"proofPurpose": "authentication"}, "proofPurpose", UNVERIFIED),
    ({"proofPurpose": "invalidPurpose"}, "proofPurpose", UNVERIFIED),
    ({"proofPurpose": ...}, "proofPurpose", UNVERIFIED),
    ({"verificationMethod": ...}, "verificationMethod", UNVERIFIED),
    ({"verificationMethod": "no url"}, "verificationMethod", UNVERIFIED),
    ({"verificationMethod": "did:key:invalidVm"}, "verificationMethod", UNVERIFIED),
    ({"verificationMethod": OTHERS + "#other"}, "verificationMethod", UNVERIFIED),
    ({"proofValue": ...}, "proofValue", UNVERIFIED),
    ({"proofValue": None}, "proofValue", UNVERIFIED),
    ({"proofValue": "z5nmMBw2u9TGKd9NxxHJtyZKgjN2Eh"}, "proofValue", UNVERIFIED),
    ({"proofValue": "u" + "A" * 86}, "proofValue", UNVERIFIED),
    ({"created": "invalidDate"}, "created", UNVERIFIED),
    ({"expires": "invalidDate"}, "expires", UNVERIFIED),
    ({"expires": "2020-01-01T00:00:00Z"}, "expires", UNVERIFIED),
    ({"expires": "2026-08-31T07:59:59Z"}, "expires", UNVERIFIED),
    ({"domain": 5}, "domain", UNVERIFIED),
    ({"challenge": ["x"]}, "challenge", UNVERIFIED),
    ({"id": "no url"}, "id", UNVERIFIED),
    ({"previousProof": "urn:uuid:missing"}, "previousProof", UNVERIFIED),
    ({"previousProof": ["urn:uuid:missing"]}, "previousProof", UNVERIFIED),
    ({"previousProof": 5}, "previousProof", UNVERIFIED),
]


@pytest.mark.parametrize(("change", "member", "kind"), CHANGES, ids=str)
def test_a_proof_that_is_not_as_it_must_be_is_refused_at_its_place(
    change: dict[str, Any], member: str, kind: ProblemType
) -> None:
    document = ISSUER.signs(ISSUER.credential())
    proof = {**document["proof"], **change}
    document["proof"] = {name: value for name, value in proof.items() if value is not ...}

    found = checked(document)

    assert found.verdict == Verdict.CANNOT_TELL
    assert (f"/proof/{member}", kind) in told(found)


@pytest.mark.parametrize("profile", [RDFC, PROFILES["eddsa-jcs-2022"]], ids=lambda one: one.name)
def test_a_multibase_header_belongs_to_the_value(profile: Any) -> None:
    document = ISSUER.signs(ISSUER.credential(), profile)
    document["proof"]["proofValue"] = document["proof"]["proofValue"][1:]

    assert told(checked(document)) == [("/proof/proofValue", UNVERIFIED)]


@pytest.mark.parametrize("proof", [None, [], "x", 5])
def test_a_credential_needs_a_proof_that_is_one(proof: Any) -> None:
    document = ISSUER.credential(proof=proof)

    assert told(checked(document)) == [("/proof", ProblemType.PARSING)]


def test_a_credential_without_any_proof_is_not_verified() -> None:
    assert told(checked(ISSUER.credential())) == [("/proof", UNVERIFIED)]


def test_a_moment_without_its_offset_is_read_as_utc() -> None:
    document = ISSUER.signs(
        ISSUER.credential(), created="2026-08-31T08:00:00", expires="2026-09-30T08:00:00"
    )

    assert checked(document).verdict == Verdict.VALID


def test_a_key_of_somebody_else_signs_nothing() -> None:
    found = checked(WITNESS.signs(ISSUER.credential()))

    assert told(found) == [("/issuer", ProblemType.CRYPTOGRAPHIC_SECURITY)]
    assert [step.key for step in found.steps if step.passed is False] == ["key"]


def test_a_key_that_may_not_assert_signs_nothing() -> None:
    document = ISSUER.signs(ISSUER.credential())
    only = frozenset({"authentication"})

    found = checked(document, keys=lambda _: Resolved(ISSUER.key.public, ISSUER.did, only))

    assert told(found) == [("/proof/verificationMethod", UNVERIFIED)]


@pytest.mark.parametrize("place", ["credentialSubject", "proof", None])
def test_a_word_that_the_signature_would_not_cover_is_refused(place: str | None) -> None:
    document = ISSUER.signs(ISSUER.credential(), RDFC)
    (document[place] if place else document)["unexplained"] = "x"

    pointer = f"/{place}/unexplained" if place else "/unexplained"
    assert told(checked(document)) == [(pointer, ProblemType.PROOF_TRANSFORMATION)]


def test_a_type_added_afterwards_is_refused() -> None:
    document = ISSUER.signs(ISSUER.credential(), RDFC)
    document["type"].append("UndefinedType")

    assert told(checked(document)) == [("/type/1", ProblemType.PROOF_TRANSFORMATION)]


def test_several_may_sign_one_after_another_if_the_issuer_is_among_them() -> None:
    for profile in (RDFC, PROFILES["eddsa-jcs-2022"]):
        both = WITNESS.signs(ISSUER.signs(ISSUER.credential(), profile), profile)
        assert checked(both).verdict == Verdict.VALID
        both["proof"][1]["proofValue"] = both["proof"][0]["proofValue"]
        assert told(checked(both)) == [("/proof/1/proofValue", UNVERIFIED)]

    witnesses = WITNESS.signs(Signatory().signs(ISSUER.credential()))
    assert told(checked(witnesses)) == [("/issuer", ProblemType.CRYPTOGRAPHIC_SECURITY)]


@pytest.mark.parametrize("named", [FIRST, [FIRST]])
def test_a_proof_may_build_on_another(named: Any) -> None:
    for profile in (RDFC, PROFILES["eddsa-jcs-2022"]):
        first = WITNESS.signs(ISSUER.credential(), profile, id=FIRST)
        chain = ISSUER.signs(first, profile, previousProof=named)
        assert checked(chain).verdict == Verdict.VALID

        changed = copy.deepcopy(chain)
        changed["proof"][0]["created"] = "2026-08-30T08:00:00Z"
        assert told(checked(changed)) == [("/proof/0/proofValue", UNVERIFIED)]
        again = WITNESS.signs(
            ISSUER.credential(), profile, id=FIRST, created="2026-08-30T08:00:00Z"
        )
        changed["proof"][0] = again["proof"]
        assert told(checked(changed)) == [("/proof/1/proofValue", UNVERIFIED)]


def test_a_chain_that_bites_its_tail_is_refused() -> None:
    chain = ISSUER.signs(ISSUER.signs(ISSUER.credential(), id="urn:a"), id="urn:b")
    chain["proof"][0]["previousProof"], chain["proof"][1]["previousProof"] = "urn:b", "urn:a"

    assert ("/proof/0/previousProof", UNVERIFIED) in told(checked(chain))


def test_two_proofs_of_one_name_and_proofs_without_end_are_refused() -> None:
    twice = ISSUER.signs(ISSUER.signs(ISSUER.credential(), id="urn:a"), id="urn:a")
    many = ISSUER.signs(ISSUER.credential())
    many["proof"] = [many["proof"]] * 21

    assert told(checked(twice)) == [("/proof", UNVERIFIED)]
    assert told(checked(many)) == [("/proof", UNVERIFIED)]


def test_keys_of_every_kind_check_what_they_signed() -> None:
    for kind in KeyKind:
        issuer = Signatory(kind)
        profile = next(one for one in PROFILES.values() if one.kind == kind)
        document = issuer.signs(issuer.credential(), profile)
        document["credentialSubject"]["name"] = "Mallory"
        assert told(checked(document)) == [("/proof/proofValue", UNVERIFIED)]
