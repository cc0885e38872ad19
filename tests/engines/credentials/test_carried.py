"""What a QR code carries: the credential whole, and nothing once a byte of it is changed."""

from __future__ import annotations

import json
from contextlib import suppress
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongtu.engines.credentials.carried import LIKE, TooLong, carry, like, read
from gongtu.engines.credentials.checking.reading import Unreadable
from gongtu.engines.credentials.choices import Verdict
from gongtu.engines.credentials.qr import code, content, svg
from gongtu.engines.credentials.verify import verify
from tests.engines.credentials.documents import DAY, Signatory
from tests.engines.credentials.test_credentials import issued

pytestmark = pytest.mark.django_db
ADDRESS = "https://gongtu.qingdao.example/certificates/Y000037000001263000001/"
many = settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
ISSUER = Signatory()
SIGNED = ISSUER.signs(ISSUER.credential(name="证书", validFrom="2026-08-01T00:00:00Z"))


def test_certificate_comes_back_word_for_word(factory: int) -> None:
    document = issued(factory).document

    assert read(content(ADDRESS, document)) == document
    assert verify(read(carry(document)), on=DAY).verdict == Verdict.VALID


def test_certificate_with_two_proofs_fits_a_code_that_phones_read(factory: int) -> None:
    made = code(ADDRESS, issued(factory).document)

    assert made.version <= 20
    assert made.error in {"M", "Q", "H"}


@given(place=st.floats(0, 1), change=st.integers(1, 255))
@many
def test_no_changed_byte_is_read(place: float, change: int) -> None:
    digits = carry(SIGNED)
    whole = int(digits).to_bytes((int(digits).bit_length() + 7) // 8)
    at = min(int(place * len(whole)), len(whole) - 1)
    changed = whole[:at] + bytes([whole[at] ^ change]) + whole[at + 1 :]

    with pytest.raises(Unreadable):
        read(str(int.from_bytes(changed)))


@given(place=st.floats(0, 1), digit=st.integers(1, 9))
@many
def test_no_changed_digit_is_read(place: float, digit: int) -> None:
    digits = carry(SIGNED)
    at = min(int(place * len(digits)), len(digits) - 1)
    other = str((int(digits[at]) + digit) % 10)

    with pytest.raises(Unreadable):
        read(digits[:at] + other + digits[at + 1 :])


def test_code_of_what_was_altered_and_packed_anew_fails_by_its_signature() -> None:
    altered = {**SIGNED, "name": "别的证书"}

    found = verify(read(carry(altered)), on=DAY)

    assert found.verdict == Verdict.CANNOT_TELL
    assert [step.key for step in found.steps if step.passed is False] == ["signature"]


@given(st.text(max_size=80) | st.from_regex(r"(https://a\.example/#)?\d{0,60}", fullmatch=True))
@many
def test_whatever_is_scanned_is_read_or_refused(text: str) -> None:
    with suppress(Unreadable):
        json.dumps(read(text))


def test_bomb_is_refused() -> None:
    with pytest.raises(TooLong):
        carry({"name": "".join(map(chr, range(0x4E00, 0x4E00 + 4000)))})
    with pytest.raises(Unreadable):
        read(carry({"name": "a" * 100_000}))


def test_what_is_too_long_is_checked_online() -> None:
    long: dict[str, Any] = {"name": "".join(map(chr, range(0x4E00, 0x4E00 + 4000)))}

    assert content(ADDRESS, long) == ADDRESS
    assert svg(ADDRESS, long) == svg(ADDRESS)


def test_texts_that_codes_in_print_rest_on_are_never_changed() -> None:
    digests = {number: sha256(like(number).encode()).hexdigest()[:16] for number in LIKE}
    assert digests == {1: "e91603cd83014625"}
