"""SM2 with SM3 as a browser checks it: the standard's examples, what we signed, and bad input."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongtu.engines.credentials import sm2
from gongtu.engines.credentials.choices import KeyKind
from gongtu.engines.credentials.dataintegrity import sign
from gongtu.engines.credentials.multikey import OF_KIND, SecretKey, decode, encode
from gongtu.engines.credentials.sm2.curve import N
from gongtu.engines.credentials.suites import Document, suite_for
from tests.browser.town import Town
from tests.engines.credentials.test_sm2 import MESSAGE, PUBLIC_X, PUBLIC_Y, SIGNATURE

# GB/T 32905-2016, annex A.
DIGESTS = {
    "abc": "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
    "abcd" * 16: "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732",
}
BY_LIBRARY = """async ([message, signature, key]) => {
  const { sm2 } = await import("verify/libraries");
  return sm2.doVerifySignature(new TextEncoder().encode(message), signature, key, { hash: true });
}"""
DIGEST = """async (text) => {
  const { sm3 } = await import("verify/libraries");
  return sm3(new TextEncoder().encode(text));
}"""
BY_PAGE = """async (asked) => {
  const { isSigned } = await import("verify/proof");
  const one = ([document, key]) => isSigned(document, document.proof, { public: key, kind: "SM2" });
  return Promise.all(asked.map(one));
}"""
PLAIN: dict[str, Any] = {
    "@context": ["https://www.w3.org/ns/credentials/v2"],
    "type": ["VerifiableCredential"],
    "issuer": "did:example:1",
    "credentialSubject": {"id": "did:example:2", "name": "王建国"},
}

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(quiet_town: Town, browser: Any) -> Iterator[Any]:
    """The page that checks without a network, with its parts."""
    context = browser.new_context(base_url=quiet_town.address)
    shown = context.new_page()
    shown.goto("/certificates/offline/")
    shown.wait_for_selector('html[data-verifying="ready"]')
    context.set_offline(True)
    yield shown
    context.close()


def signed(key: SecretKey, said: Document = PLAIN) -> Document:
    return sign(said, key, method=f"did:key:{key.public}#{key.public}", suite=suite_for(key.kind))


def with_value(document: Document, value: bytes) -> Document:
    return {**document, "proof": {**document["proof"], "proofValue": encode(value)}}


def test_examples_of_the_standards_hold(page: Any) -> None:
    for key in (f"04{PUBLIC_X}{PUBLIC_Y}", f"03{PUBLIC_X}"):
        told = [MESSAGE.decode(), SIGNATURE.hex(), key]

        assert page.evaluate(BY_LIBRARY, told)
        assert not page.evaluate(BY_LIBRARY, ["message digesT", *told[1:]])
    for text, digest in DIGESTS.items():
        assert page.evaluate(DIGEST, text) == digest


@settings(max_examples=8, deadline=None)
@given(st.text(max_size=40), st.integers(1, N - 2))
def test_what_we_sign_is_right_and_a_changed_word_is_not(page: Any, name: str, number: int) -> None:
    key = SecretKey(OF_KIND[KeyKind.SM2], sm2.SecretKey(number))
    document = signed(key, {**PLAIN, "name": name})
    altered = {**document, "name": f"{name}x"}
    other = {**document, "proof": {**document["proof"], "created": "2026-09-01T00:00:00Z"}}

    asked = [[one, key.public] for one in (document, altered, other)]
    assert page.evaluate(BY_PAGE, asked) == [True, False, False]


def test_malformed_signatures_are_refused(page: Any) -> None:
    key = SecretKey.generate(KeyKind.SM2)
    document = signed(key)
    value = decode(document["proof"]["proofValue"])
    r, s = (int.from_bytes(half) for half in (value[:32], value[32:]))
    numbers = [(0, s), (r, 0), (N, s), (r, N), (r, N - r), (s, r), (r, N - s), (0, 0), (N, N)]
    # Past the order by as much: the same numbers to a checker that does not look.
    numbers += [(r, s + N)] if s + N < 2**256 else [(r, s ^ 1)]
    values = [one.to_bytes(32) + other.to_bytes(32) for one, other in numbers]
    values += [b"", value[:-1], value + b"\0", b"\0" + value, sm2.to_der(value)]

    asked = [[with_value(document, one), key.public] for one in [value, *values]]
    assert page.evaluate(BY_PAGE, asked) == [True, *[False] * len(values)]


def test_other_keys_and_points_off_the_curve_check_nothing(page: Any) -> None:
    key, another = SecretKey.generate(KeyKind.SM2), SecretKey.generate(KeyKind.SM2)
    off = encode(b"\x86\x24\x02" + (2**256 - 1).to_bytes(32))
    plain = encode(b"\x86\x24\x04" + b"\x01" * 64)
    curve = SecretKey.generate(KeyKind.P256).public

    asked = [[signed(key), one] for one in (another.public, off, plain, curve, "z", "")]
    assert page.evaluate(BY_PAGE, asked) == [False] * len(asked)
