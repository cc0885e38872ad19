"""From an identity number to its cipher and blind index, and back only with the key."""

from datetime import date
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongtu.base.errors import Broken
from gongtu.base.identifiers import IdNumber
from gongtu.parties.crypto import Keyring
from gongtu.parties.identity import (
    decipher_id_number,
    encipher_id_number,
    index_id_number,
)

OLD, NEW = "o" * 40, "n" * 40
WEIGHTS, CHECKS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2), "10X98765432"


@st.composite
def id_numbers(draw: st.DrawFn) -> IdNumber:
    born = draw(st.dates(min_value=date(1930, 1, 1), max_value=date(2010, 12, 31)))
    body = f"370202{born:%Y%m%d}{draw(st.integers(0, 999)):03d}"
    total = sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS, strict=True))
    return IdNumber.parse(body + CHECKS[total % 11])


@given(id_numbers())
def test_number_comes_back_from_its_cipher(number: IdNumber) -> None:
    person = uuid4()

    assert decipher_id_number(encipher_id_number(number, person), person) == number.text


@given(id_numbers(), id_numbers())
def test_indexes_agree_exactly_where_numbers_agree(one: IdNumber, other: IdNumber) -> None:
    assert (index_id_number(one) == index_id_number(other)) == (one == other)


@given(id_numbers())
def test_neither_cipher_nor_index_shows_the_number(number: IdNumber) -> None:
    assert number.text.encode() not in encipher_id_number(number, uuid4())
    assert number.text not in index_id_number(number)


@given(id_numbers())
def test_same_number_never_enciphers_to_the_same_bytes(number: IdNumber) -> None:
    person = uuid4()

    assert encipher_id_number(number, person) != encipher_id_number(number, person)


def test_cipher_moved_to_another_person_is_found_out() -> None:
    sealed = encipher_id_number(IdNumber.parse("11010519491231002X"), uuid4())

    with pytest.raises(Broken, match="was changed"):
        decipher_id_number(sealed, uuid4())


def test_changed_byte_is_found_out() -> None:
    keys = Keyring.parse(NEW)
    sealed = bytearray(keys.encipher("secret", about="x"))
    sealed[-1] ^= 1

    with pytest.raises(Broken, match="was changed"):
        keys.decipher(bytes(sealed), about="x")


def test_rotation_reads_what_the_old_key_wrote() -> None:
    sealed = Keyring.parse(OLD).encipher("secret", about="x")

    assert Keyring.parse(f"{NEW}|{OLD}").decipher(sealed, about="x") == "secret"


def test_rotation_keeps_the_blind_index() -> None:
    before = Keyring.parse(OLD).index("phone", "13800138000")

    assert Keyring.parse(f"{NEW}|{OLD}").index("phone", "13800138000") == before


def test_key_that_was_dropped_is_named() -> None:
    sealed = Keyring.parse(OLD).encipher("secret", about="x")

    with pytest.raises(Broken, match=f"No field key named {sealed[4:8].hex()}"):
        Keyring.parse(NEW).decipher(sealed, about="x")


@pytest.mark.parametrize("text", ["", "short", f"{'n' * 40}|short"])
def test_weak_secret_is_refused_at_start(text: str) -> None:
    with pytest.raises(Broken, match="at least 32 characters"):
        Keyring.parse(text)


def test_keyring_never_shows_its_secrets() -> None:
    assert OLD not in repr(Keyring.parse(OLD))
