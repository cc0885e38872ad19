"""The cryptosuite against the published example, and against whoever changes a letter."""

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongtu.engines.credentials.dataintegrity import is_signed, sign
from gongtu.engines.credentials.multikey import public_key, secret_key
from gongtu.engines.credentials.statuslist import SIZE, encode, is_set
from tests.engines.credentials.documents import ALUMNA, SIGNED_AT

# W3C Recommendation "Data Integrity EdDSA Cryptosuites v1.0", test vectors of eddsa-jcs-2022.
PUBLIC = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"
SECRET = "z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq"
METHOD = f"https://vc.example/issuers/5678#{PUBLIC}"
PROOF_VALUE = (
    "z63t83Y53KfzJ5ZosfKTnqfMcKB2dmTrfjSaQjeNNjAD5srBowQfmWqeRb8rRjmeEuCBEsddF9LsVogtuTsijJKh4"
)


def signed() -> dict[str, Any]:
    return sign(ALUMNA, secret_key(SECRET), method=METHOD, created=SIGNED_AT)


def test_the_published_signature_is_reproduced_byte_for_byte() -> None:
    assert signed()["proof"]["proofValue"] == PROOF_VALUE
    assert secret_key(SECRET).public == PUBLIC


def test_the_published_signature_is_accepted() -> None:
    assert is_signed(signed(), public_key(PUBLIC))


@pytest.mark.parametrize(
    "change",
    [
        {"name": "Alumni credential"},
        {"issuer": "https://vc.example/issuers/5679"},
        {"validUntil": "2033-01-01T00:00:00Z"},
        {"@context": ["https://www.w3.org/ns/credentials/v2"]},
    ],
)
def test_any_changed_member_is_noticed(change: dict[str, Any]) -> None:
    assert not is_signed({**signed(), **change}, public_key(PUBLIC))


@pytest.mark.parametrize("member", ["created", "verificationMethod", "proofPurpose"])
def test_a_changed_proof_option_is_noticed(member: str) -> None:
    document = copy.deepcopy(signed())
    document["proof"][member] += "x"

    assert not is_signed(document, public_key(PUBLIC))


@given(place=st.integers(1, len(PROOF_VALUE) - 1), letter=st.characters(codec="ascii"))
def test_a_changed_signature_is_noticed(place: int, letter: str) -> None:
    document = copy.deepcopy(signed())
    value = PROOF_VALUE[:place] + letter + PROOF_VALUE[place + 1 :]
    document["proof"]["proofValue"] = value

    assert is_signed(document, public_key(PUBLIC)) == (value == PROOF_VALUE)


@pytest.mark.parametrize("text", ["", "z", "z6Mk", SECRET, "u" + PUBLIC, "z0OIl"])
def test_what_is_no_key_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        public_key(text)


@given(st.sets(st.integers(0, SIZE - 1), max_size=50))
def test_a_status_list_says_exactly_what_was_put_into_it(places: set[int]) -> None:
    encoded = encode(places)

    assert all(is_set(encoded, place) for place in places)
    assert not any(is_set(encoded, place) for place in range(50) if place not in places)


@pytest.mark.parametrize("encoded", ["", "x", "uAAAA", "u!!!", encode([1])[:-20]])
def test_what_is_no_status_list_is_refused(encoded: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        is_set(encoded, 0)


def test_a_place_beyond_the_list_is_refused() -> None:
    with pytest.raises(ValueError, match="no place"):
        is_set(encode([1]), SIZE)
