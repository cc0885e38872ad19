"""The four cryptosuites against the published examples, and against whoever changes a letter."""

import copy
from typing import Any

import base58
import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from gongtu.engines.credentials.choices import KeyKind
from gongtu.engines.credentials.dataintegrity import is_signed, sign
from gongtu.engines.credentials.multikey import SecretKey, decode, public_key, secret_key
from gongtu.engines.credentials.suites import PROFILES, SUITES, jcs, rdfc
from tests.engines.credentials.documents import ALUMNA, SIGNED_AT

KEYS = {
    "Ed25519": (
        "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2",
        "z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq",
    ),
    "P-256": (
        "zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP",
        "z42twTcNeSYcnqg1FLuSFs2bsGH3ZqbRHFmvS9XMsYhjxvHN",
    ),
    # That of GB/T 32918.5-2017, annex A.2.
    "SM2": (
        "zEPJcGHUVYyrGAXXGQhLF39KAny4ojC9RPmA777H2iVztKwBd",
        "z4G1FWiFQLrPfFXp5pZ4gcgVh2fYJFu5BCCHVfYFnRFpbTaP",
    ),
    "P-384": (
        "z82LkuBieyGShVBhvtE2zoiD6Kma4tJGFtkAhxR5pfkp5QPw4LutoYWhvQCnGjdVn14kujQ",
        "z2fanyY7zgwNpZGxX5fXXibvScNaUWNprHU9dKx7qpVj7mws9J8LLt4mDB5TyH2GLHWkUc",
    ),
}
EXAMPLES = [
    (
        "eddsa-rdfc-2022", "Ed25519",
        "z2YwC8z3ap7yx1nZYCg4L3j3ApHsF8kgPdSb5xoS1VR7vPG3F561B52hYnQF9iseabecm3ijx4K1FBTQsCZahKZme",
    ),
    (
        "ecdsa-jcs-2019", "P-256",
        "z5ptCet75SaEgzG4v4zJhbJtfNi74Wv7Fq15hhKouJQQjEPQvPZKaYxcMXAMLPQS2FXrkCWokNJkFVkwxNzZfD5oT",
    ),
    (
        "ecdsa-jcs-2019", "P-384",
        "zq3EuTeLiGurmB2JR5oL8oWEsT7u2tba4HT1oZbiMYWc5qzsoW2kLYcBcF4HM5vCpJyTkceULKrVXuJQkXeN5seL4"
        "uXrFNFRMm53GWy1Yrto8rTWxZi9DkNeWP7yUPs7ELAm",
    ),
    (
        "ecdsa-rdfc-2019", "P-256",
        "zaHXrr7AQdydBk3ahpCDpWbxfLokDqmCToYm2dyWvpcFVyWooC2he63w1f7UNQoAMKdhaRtcnaE2KTo5o5vTCcfw",
    ),
    (
        "ecdsa-rdfc-2019", "P-384",
        "z967Mvv5bxtmLNqTzPZ8KmJjFmFXaAKeQNzq7GWnQkMcLtaGSSmuozE5WtJ8PipMe178B1tE28K1vsJur9bGVJhz6j"
        "gSJsRHFSQeqgH8hhjcg8gZDFJC1b9FsR5ggNmDBqHv",
    ),
]  # fmt: skip


def signed_as(suite: str, kind: str, **options: Any) -> dict[str, Any]:
    public, secret = KEYS[kind]
    method, options = f"did:key:{public}#{public}", {"created": SIGNED_AT, **options}
    return sign(ALUMNA, secret_key(secret), method=method, suite=SUITES[suite], **options)


@pytest.mark.parametrize(("suite", "kind", "value"), EXAMPLES)
def test_the_published_signatures_are_accepted_and_made_again(
    suite: str, kind: str, value: str
) -> None:
    ours = signed_as(suite, kind)
    published = copy.deepcopy(ours)
    published["proof"]["proofValue"] = value

    assert is_signed(published, public_key(KEYS[kind][0]))
    # All of them are deterministic, so ours are the very same letters.
    assert ours["proof"]["proofValue"] == value


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda profile: profile.name)
@pytest.mark.parametrize(
    "change",
    [
        {"name": "Alumni credential"},
        {"issuer": "https://vc.example/issuers/5679"},
        {"validUntil": "2033-01-01T00:00:00Z"},
        {"type": ["VerifiableCredential"]},
    ],
    ids=lambda change: next(iter(change)),
)
def test_any_changed_member_is_noticed(profile: Any, change: dict[str, Any]) -> None:
    document = signed_as(profile.suite.name, profile.kind.value)
    key = public_key(KEYS[profile.kind.value][0])

    assert is_signed(document, key)
    assert not is_signed({**document, **change}, key)


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda profile: profile.name)
@pytest.mark.parametrize("member", ["created", "verificationMethod", "proofPurpose"])
def test_a_changed_proof_option_is_noticed(profile: Any, member: str) -> None:
    document = signed_as(profile.suite.name, profile.kind.value)
    document["proof"][member] += "1"

    assert not is_signed(document, public_key(KEYS[profile.kind.value][0]))


@pytest.mark.parametrize("kind", KeyKind.values)
def test_a_key_is_read_as_it_was_written(kind: str) -> None:
    made = SecretKey.generate(KeyKind(kind))

    assert secret_key(made.text).public == made.public
    assert public_key(made.public).kind == kind
    assert public_key(made.public).verifies(made.sign(b"x"), b"x")
    assert not public_key(made.public).verifies(made.sign(b"x") + b"\0", b"x")
    assert not public_key(made.public).verifies(b"\0" * 64, b"x")


@pytest.mark.parametrize("kind", ["P-256", "P-384"])
def test_a_signature_with_a_number_off_the_curve_is_none(kind: str) -> None:
    made = SecretKey.generate(KeyKind(kind))
    key, size = public_key(made.public), made.codec.size
    right = made.sign(b"x")
    beyond = b"\xff" * size

    for wrong in (bytes(size) + right[size:], right[:size] + bytes(size), bytes(2 * size)):
        assert not key.verifies(wrong, b"x")
    for wrong in (beyond + right[size:], right[:size] + beyond, beyond * 2):
        assert not key.verifies(wrong, b"x")


@pytest.mark.parametrize(
    "text", ["zDnae", KEYS["P-256"][1], " " + KEYS["P-256"][0], "zDna" + "1" * 45]
)
def test_what_is_no_public_key_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        public_key(text)


def test_a_key_of_the_other_kind_does_not_check_a_suite() -> None:
    document = signed_as("eddsa-jcs-2022", "Ed25519")

    assert not is_signed(document, public_key(KEYS["P-256"][0]))


def test_contexts_may_be_added_after_a_canonical_text_was_signed_but_not_changed() -> None:
    key, document = public_key(KEYS["Ed25519"][0]), signed_as("eddsa-jcs-2022", "Ed25519")
    more = [*document["@context"], "https://w3id.org/security/data-integrity/v2"]

    assert is_signed({**document, "@context": more}, key)
    assert not is_signed({**document, "@context": more[::-1]}, key)
    assert not is_signed({**document, "@context": more[:1]}, key)


def test_the_order_of_members_means_nothing() -> None:
    for suite in ("eddsa-jcs-2022", "eddsa-rdfc-2022"):
        document = signed_as(suite, "Ed25519")
        turned = dict(reversed(document.items()))
        assert is_signed(turned, public_key(KEYS["Ed25519"][0]))


LETTERS = st.text(st.characters(codec="utf8"), max_size=8)
JSON: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | LETTERS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(LETTERS, inner, max_size=4),
    max_leaves=12,
)


@given(JSON)
def test_the_quick_way_to_canonical_text_is_the_standard_way(value: Any) -> None:
    assert jcs.canonical(value) == rfc8785.dumps(value)


@pytest.mark.parametrize(
    "value",
    [-1, 1.0, [1e21], [0, -0.0], {"a": {"b": [5]}}, "𠮷", {"𠮷": "", "\uffff": ""}, '":1,[2,-3'],
)
def test_numbers_and_rare_letters_are_written_the_standard_way(value: Any) -> None:
    assert jcs.canonical({"a": value}) == rfc8785.dumps({"a": value})


@given(st.binary(max_size=80))
def test_base58_is_read_as_others_write_it(content: bytes) -> None:
    assert decode("z" + base58.b58encode(content).decode()) == content


@pytest.mark.parametrize("text", ["z0", "zO", "zé", "z 1", "z1\n", "Z1", ""])
def test_what_is_no_base58_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"base58|blanks"):
        decode(text)


@pytest.mark.parametrize("value", [{"a": float("nan")}, {"a": 2**60}, {"a": "\ud800"}, {"a": {1}}])
def test_what_has_no_canonical_text_is_an_error(value: Any) -> None:
    with pytest.raises((ValueError, TypeError), match=r".+"):
        jcs.canonical(value)


def test_a_graph_made_to_exhaust_a_checker_is_refused() -> None:
    crowd = [{"@id": f"_:{n}"} for n in range(9)]
    graph = [{"@id": one["@id"], "https://a.example/knows": crowd} for one in crowd]

    with pytest.raises(rdfc.TooManyAlike):
        rdfc.canonical({"@graph": graph})
