"""Two proofs on one paper: each checked for itself, none passed over."""

import copy
from datetime import date
from typing import Any

import pytest

from gongtu.base.errors import Broken
from gongtu.engines.credentials import sm2
from gongtu.engines.credentials.choices import KeyKind, Verdict
from gongtu.engines.credentials.custody import NoSuchProof, NotKeeper, choose_proofs
from gongtu.engines.credentials.dataintegrity import is_signed, sign
from gongtu.engines.credentials.models import Credential, ProofChoice
from gongtu.engines.credentials.multikey import (
    PublicKey,
    SecretKey,
    decode,
    encode,
    public_key,
    secret_key,
)
from gongtu.engines.credentials.services import issue, publish_status_list
from gongtu.engines.credentials.suites import SUITES, jcs
from gongtu.engines.credentials.verify import Verification, verify
from gongtu.policy.city import active_city
from gongtu.records.journal.queries import list_chain
from tests.engines.credentials.documents import Clerk

OURS = "gongtu-sm2-jcs-2026"
BOTH = ["eddsa-jcs-2022", OURS]
DAY, LATER = date(2026, 9, 1), date(2026, 12, 1)
SUBJECT = {"name": "王建国", "occupationName": "电工", "gradeDisplay": "三级/高级工"}
PLAIN: dict[str, Any] = {
    "@context": ["https://www.w3.org/ns/credentials/v2"],
    "type": ["VerifiableCredential"],
    "issuer": "did:example:1",
    "credentialSubject": {"id": "did:example:2"},
}


def issued(factory: int, number: str = "Y000037000001263000001") -> Credential:
    return issue(
        "skill-certificate", number=number, title="职业技能等级证书", subject=SUBJECT,
        valid_from=DAY,
        issuer_organisation=factory, by=Clerk(factory), on=DAY,
    )  # fmt: skip


def suites(document: dict[str, Any]) -> list[str]:
    proofs = document["proof"]
    return [one["cryptosuite"] for one in (proofs if isinstance(proofs, list) else [proofs])]


def refused(found: Verification) -> list[tuple[str, str]]:
    return [
        (step.key, problem.pointer)
        for step in found.steps
        if not step.passed
        for problem in step.problems
    ]


def test_what_is_signed_is_the_digest_of_the_options_then_of_the_document() -> None:
    """The suite as ADR 0034 has it, in other words than the code's."""
    key = SecretKey.generate(KeyKind.SM2)
    signed = sign(PLAIN, key, method=f"did:key:{key.public}#{key.public}", suite=SUITES[OURS])
    proof = dict(signed["proof"])
    signature = decode(proof.pop("proofValue"))
    point = sm2.PublicKey.from_bytes(decode(key.public)[2:])

    assert proof["@context"] == PLAIN["@context"]
    assert point.verifies(signature, sm2.sm3(jcs.canonical(proof)) + sm2.sm3(jcs.canonical(PLAIN)))


def test_keys_of_sm2_are_text_and_back() -> None:
    key = SecretKey.generate(KeyKind.SM2)
    again = secret_key(key.text)

    assert (again.public, again.kind, public_key(key.public).kind) == (key.public, "SM2", "SM2")
    assert decode(key.public)[:2] == b"\x86\x24"
    assert key.text not in repr(key)


def test_a_key_of_sm2_with_a_point_off_the_curve_is_no_key() -> None:
    off = encode(b"\x86\x24\x02" + (2**256 - 1).to_bytes(32, "big"))

    with pytest.raises(ValueError, match="point"):
        public_key(off)


def test_a_signature_in_der_is_not_taken() -> None:
    key = SecretKey.generate(KeyKind.SM2)
    signed = sign(PLAIN, key, method=f"did:key:{key.public}#{key.public}", suite=SUITES[OURS])
    der = sm2.to_der(decode(signed["proof"]["proofValue"]))
    changed = {**signed, "proof": {**signed["proof"], "proofValue": encode(der)}}

    checked: PublicKey = public_key(key.public)
    assert is_signed(signed, checked)
    assert not is_signed(changed, checked)


def test_a_key_of_another_kind_makes_no_proof_of_the_suite() -> None:
    key = SecretKey.generate(KeyKind.SM2)
    signed = sign(PLAIN, key, method=f"did:key:{key.public}#{key.public}", suite=SUITES[OURS])
    claimed = {**signed, "proof": {**signed["proof"], "cryptosuite": "eddsa-jcs-2022"}}

    assert not is_signed(claimed, public_key(key.public))


@pytest.mark.django_db
class TestIssued:
    """The city of the tests wants both."""

    def test_a_certificate_bears_both_proofs_and_is_valid(self, factory: int) -> None:
        document = issued(factory).document

        assert suites(document) == BOTH == list(active_city().proofs)
        assert verify(document, on=LATER).verdict == Verdict.VALID

    @pytest.mark.parametrize("which", [0, 1])
    def test_each_proof_stands_without_the_other(self, factory: int, which: int) -> None:
        document = issued(factory).document
        alone = {**document, "proof": [document["proof"][which]]}

        assert verify(alone, on=LATER).verdict == Verdict.VALID

    @pytest.mark.parametrize("which", [0, 1])
    def test_one_wrong_proof_spoils_the_paper(self, factory: int, which: int) -> None:
        document = copy.deepcopy(issued(factory).document)
        value = bytearray(decode(document["proof"][which]["proofValue"]))
        value[-1] ^= 1
        document["proof"][which]["proofValue"] = encode(bytes(value))
        found = verify(document, on=LATER)

        assert found.verdict == Verdict.CANNOT_TELL
        assert refused(found) == [("signature", f"/proof/{which}/proofValue")]

    def test_a_changed_letter_breaks_both(self, factory: int) -> None:
        document = {**issued(factory).document, "name": "别的证书"}

        for proof in document["proof"]:
            alone = {**document, "proof": [proof]}
            assert refused(verify(alone, on=LATER)) == [("signature", "/proof/0/proofValue")]

    def test_a_suite_nobody_knows_is_told_and_not_skipped(self, factory: int) -> None:
        document = copy.deepcopy(issued(factory).document)
        document["proof"][1]["cryptosuite"] = "gongtu-sm2-jcs-2027"
        found = verify(document, on=LATER)

        assert found.verdict == Verdict.CANNOT_TELL
        assert refused(found) == [("structure", "/proof/1/cryptosuite")]

    def test_an_issuer_chooses_other_proofs_than_its_city(self, factory: int) -> None:
        choose_proofs(factory, [OURS], by=Clerk(factory), on=DAY)

        document = issued(factory).document

        assert suites(document) == [OURS]
        assert verify(document, on=LATER).verdict == Verdict.VALID
        assert [entry.kind for entry in list_chain(f"issuer:{factory}")] == ["proofs-chosen"]

    def test_the_supervising_office_may_choose_and_choose_again(self, factory: int) -> None:
        choose_proofs(factory, [OURS], by=Clerk(None, "hrss"), on=DAY)
        choose_proofs(factory, ["ecdsa-jcs-2019-p256"], by=Clerk(None, "hrss"), on=LATER)

        assert suites(issued(factory).document) == ["ecdsa-jcs-2019"]
        assert ProofChoice.objects.count() == 1

    def test_nobody_else_chooses(self, factory: int) -> None:
        with pytest.raises(NotKeeper):
            choose_proofs(factory, [OURS], by=Clerk(factory + 1), on=DAY)

    @pytest.mark.parametrize("names", [[], ["sm2"], [OURS, OURS]], ids=["none", "unknown", "twice"])
    def test_a_choice_is_of_known_proofs_each_once(self, factory: int, names: list[str]) -> None:
        with pytest.raises(NoSuchProof):
            choose_proofs(factory, names, by=Clerk(factory), on=DAY)
        assert suites(issued(factory).document) == BOTH

    def test_a_proof_that_only_the_city_knows_stops_the_issue(
        self, factory: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(
            "gongtu.engines.credentials.practice.active_city",
            lambda: type("City", (), {"proofs": ("sm9",)}),
        )

        with pytest.raises(Broken, match="No proof is called sm9"):
            issued(factory)
        assert not Credential.objects.exists()

    def test_a_city_that_says_nothing_signs_once(
        self, factory: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(
            "gongtu.engines.credentials.practice.active_city",
            lambda: type("City", (), {"proofs": ()}),
        )

        assert suites(issued(factory).document) == ["eddsa-jcs-2022"]

    def test_the_status_list_bears_both_proofs_too(self, factory: int) -> None:
        credential = issued(factory)
        published = publish_status_list(credential.status_list_id, "revocation", on=LATER)

        assert suites(published) == BOTH
        assert refused(verify(published, on=LATER)) == []
