"""From one cipher to the other and back, with the platform in service; old rows open all along."""

import os
from collections.abc import Iterator
from datetime import date
from uuid import uuid4

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given
from hypothesis import strategies as st

from gongtu.base.errors import Broken
from gongtu.engines.credentials import custody
from gongtu.engines.credentials.keys import identity
from gongtu.engines.credentials.keystores.database import Database
from gongtu.engines.credentials.models import IssuerKey
from gongtu.parties import crypto, services
from gongtu.parties.crypto import SM4GCM, Keyring, keyring, use_keyring
from gongtu.parties.identity import Phone, encipher_phone, index_phone
from gongtu.parties.models import Person
from gongtu.parties.queries import read_id_number

OLD, NEW = "o" * 40, "n" * 40
CIPHERS = ("aes-256-gcm", "sm4-gcm")
DAY = date(2026, 9, 1)
NUMBER = "11010519491231002X"


@pytest.fixture(autouse=True)
def _same_keys_afterwards() -> Iterator[None]:
    before = crypto._provider[0]
    yield
    use_keyring(before)


def write_by(secrets: str, cipher: str = "aes-256-gcm") -> Keyring:
    ring = Keyring.parse(secrets, cipher)
    use_keyring(lambda: ring)
    return ring


def test_the_example_of_rfc_8998_holds() -> None:
    """RFC 8998, appendix A.1: SM4-GCM."""
    sealed = SM4GCM(bytes.fromhex("0123456789ABCDEFFEDCBA9876543210")).encrypt(
        bytes.fromhex("00001234567800000000ABCD"),
        b"".join(bytes([one]) * 8 for one in (0xAA, 0xBB, 0xCC, 0xDD, 0xEE, 0xFF, 0xEE, 0xAA)),
        bytes.fromhex("FEEDFACEDEADBEEFFEEDFACEDEADBEEFABADDAD2"),
    )

    assert sealed.hex().upper() == (
        "17F399F08C67D5EE19D0DC9969C4BB7D5FD46FD3756489069157B282BB200735"
        "D82710CA5C22F0CCFA7CBF93D496AC15A56834CBCF98C397B4024A2691233B8D"
        "83DE3541E4C2B58177E065A9BF7B62EC"
    )


@given(st.text(), st.text(max_size=20), st.sampled_from(CIPHERS), st.sampled_from(CIPHERS))
def test_whatever_was_written_is_read_whichever_is_written_now(
    plain: str, about: str, then: str, now: str
) -> None:
    sealed = Keyring.parse(OLD, then).encipher(plain, about=about)
    ring = Keyring.parse(f"{NEW}|{OLD}", now)

    renewed = ring.renew(sealed, about=about)

    assert ring.decipher(sealed, about=about) == ring.decipher(renewed, about=about) == plain
    assert ring.is_current(renewed)
    assert not ring.is_current(sealed)


@pytest.mark.parametrize(("cipher", "mark"), [("aes-256-gcm", "AESG"), ("sm4-gcm", "SM4G")])
def test_what_is_stored_names_its_cipher(cipher: str, mark: str) -> None:
    assert Keyring.parse(OLD, cipher).encipher("x", about="y")[:4] == mark.encode()


@given(st.integers(0, 200), st.sampled_from(CIPHERS), st.integers(1, 255))
def test_a_changed_byte_anywhere_is_found_out(place: int, cipher: str, change: int) -> None:
    ring = Keyring.parse(OLD, cipher)
    sealed = bytearray(ring.encipher("11010519491231002X", about="x"))
    sealed[place % len(sealed)] ^= change

    with pytest.raises(Broken):
        ring.decipher(bytes(sealed), about="x")


@given(st.binary(min_size=1, max_size=80))
def test_noise_is_never_read(noise: bytes) -> None:
    for head in (b"", b"AESG", b"SM4G", Keyring.parse(OLD, "sm4-gcm").encipher("x", about="x")[:8]):
        with pytest.raises(Broken):
            Keyring.parse(OLD).decipher(head + noise, about="x")


def test_a_row_of_before_the_choice_still_opens() -> None:
    """Key name, nonce, cipher: as rows were written without a mark."""
    ring = Keyring.parse(OLD, "sm4-gcm")
    name, nonce = next(iter(ring._names)), os.urandom(12)
    key = crypto._derive(OLD, "encipher", 32)
    sealed = name + nonce + AESGCM(key).encrypt(nonce, b"secret", b"x")

    assert ring.decipher(sealed, about="x") == "secret"
    assert ring.renew(sealed, about="x").startswith(b"SM4G")


def test_a_cipher_nobody_knows_is_refused_at_start() -> None:
    with pytest.raises(Broken, match="No cipher is called 'rot13'; known: aes-256-gcm, sm4-gcm"):
        Keyring.parse(OLD, "rot13")


@pytest.mark.django_db
class TestWhole:
    """Rows of a platform in service."""

    def test_every_row_is_renewed_once(self) -> None:
        write_by(OLD)
        persons = [_person(n) for n in range(3)]
        identity(7, on=DAY)
        write_by(f"{NEW}|{OLD}", "sm4-gcm")

        assert (services.renew_ciphers(), custody.renew_ciphers()) == (6, 1)
        assert (services.renew_ciphers(), custody.renew_ciphers()) == (0, 0)
        write_by(NEW, "sm4-gcm")
        for person in persons:
            row = Person.objects.get(pk=person)
            assert read_id_number(row) == NUMBER
            assert bytes(row.id_number_cipher)[:4] == bytes(row.phone_cipher)[:4] == b"SM4G"
        key = IssuerKey.objects.get()
        assert Database().signer(key.public, bytes(key.cipher)).public == key.public

    def test_more_rows_than_go_at_once(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("gongtu.parties.services.renewal.AT_ONCE", 2)
        write_by(OLD)
        for n in range(5):
            _person(n)
        write_by(OLD, "sm4-gcm")

        assert services.renew_ciphers() == 10

    def test_a_missing_secret_is_named_and_the_row_is_left(self) -> None:
        name = write_by(OLD)._head[4:].hex()
        person = _person(1)
        before = bytes(Person.objects.get(pk=person).id_number_cipher)
        write_by(NEW, "sm4-gcm")

        with pytest.raises(Broken, match=f"No field key named {name} .* GONGTU_FIELD_KEY"):
            services.renew_ciphers()
        assert bytes(Person.objects.get(pk=person).id_number_cipher) == before

    def test_what_was_erased_stays_empty(self) -> None:
        write_by(OLD)
        Person.objects.create(name="", id_number_index=None, registered_on=DAY, erased_on=DAY)
        write_by(NEW, "sm4-gcm")

        assert services.renew_ciphers() == 0


def _person(n: int) -> object:
    key, phone = uuid4(), Phone.parse(f"1380013800{n}")
    return Person.objects.create(
        id=key,
        name="王建国",
        registered_on=DAY,
        id_number_cipher=keyring().encipher(NUMBER, about=f"person:{key}:id-number"),
        id_number_index=f"{n}",
        phone_cipher=encipher_phone(phone, f"person:{key}"),
        phone_index=index_phone(phone),
    ).pk
