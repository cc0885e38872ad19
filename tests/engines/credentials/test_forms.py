"""Filling in a form gives the bytes that canonicalising and signing anew would give."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongtu.engines.credentials.building import Issuer, Order, build_document
from gongtu.engines.credentials.dataintegrity import is_signed
from gongtu.engines.credentials.dids import did_of
from gongtu.engines.credentials.forms import Press
from gongtu.engines.credentials.keys import Identity
from gongtu.engines.credentials.multikey import SecretKey, public_key
from gongtu.engines.credentials.practice import Practice
from gongtu.engines.credentials.suites import PROFILES

DAY, CREATED = date(2026, 9, 1), "2026-09-01T00:00:00Z"
ISSUER = Issuer(7, '某公司"甲"')
# Ed25519 signs the same the same way twice, so that whole documents can be compared.
ED25519, SM2 = "eddsa-jcs-2022", "gongtu-sm2-jcs-2026"
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.sampled_from(
    ["王建国", "\ue0001\ue000", "𠮷野", '"\\\n\x01', "</script>", ""]
)


def practice_of(*names: str) -> Practice:
    profiles = [PROFILES[name] for name in names]
    return Practice(
        tuple((Identity(7, did_of(7), SecretKey.generate(one.kind)), one.suite) for one in profiles)
    )


@given(number=TEXTS, name=TEXTS, index=st.integers(0, 131_071))
def test_form_filled_in_is_the_document_signed(number: str, name: str, index: int) -> None:
    practice = practice_of(ED25519)
    press = Press("skill-certificate", ISSUER, practice, created=CREATED)
    order = Order(number=number, title="证书", subject={"name": name, "grade": "x"}, valid_from=DAY)

    first = press.printed(order, 3, index)
    again = press.printed(order, 3, index)

    said = build_document(
        order, kind="skill-certificate", issuer=ISSUER, status_list=3, status_index=index
    )
    assert json.loads(first) == json.loads(again) == practice.prove(said, created=CREATED)


@pytest.mark.parametrize("names", [(ED25519, SM2), ("ecdsa-jcs-2019-p384",), ("eddsa-rdfc-2022",)])
def test_every_proof_is_right(names: tuple[str, ...]) -> None:
    practice = practice_of(*names)
    press = Press("skill-certificate", ISSUER, practice, created=CREATED)

    for index in (1, 2):
        order = Order(
            number=f"N{index}", title="证书", subject={"name": f"王{index}", "score": index},
            valid_from=DAY, valid_until=date(2030, 1, 1),
        )  # fmt: skip
        document = json.loads(press.printed(order, 3, index))

        keys = [public_key(whose.signer.public) for whose, _suite in practice.hands]
        assert [len(document["proof"])] == [len(keys)]
        for key, proof in zip(keys, document["proof"], strict=True):
            assert is_signed(document, key, proof)
        assert document["credentialSubject"]["score"] == index
