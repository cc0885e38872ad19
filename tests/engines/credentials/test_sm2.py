"""National cryptography by its published examples, by another's work, and against bad input."""

from itertools import count

import gmalg
import pytest
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import SM4
from cryptography.hazmat.primitives.ciphers.modes import ECB
from hypothesis import given, settings
from hypothesis import strategies as st

from gongtu.engines.credentials.sm2 import (
    IDENTIFIER,
    PublicKey,
    SecretKey,
    from_der,
    sm3,
    to_der,
)
from gongtu.engines.credentials.sm2.curve import (
    NOTHING,
    SIZE,
    G,
    Multiples,
    N,
    P,
    add,
    is_on_curve,
    of_generator,
    points,
)

# GB/T 32918.5-2017, annex A.2: a signature on the curve of the standard.
SECRET = bytes.fromhex("3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8")
PUBLIC_X = "09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020"
PUBLIC_Y = "CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13"
MESSAGE = b"message digest"
Z = "b2e14c5c79c6df5b85f4fe7ed8db7a262b9da7e07ccb0ea9f4747b8ccda8a4f3"
DIGEST = 0xF0B43E94BA45ACCAACE692ED534382EB17E6AB5A19CE7B31F4486FDFC0D28640
NONCE = 0x59276E27D506861A16680F3AD9C02DCCEF3CC1FA3CDBE4CE6D54B80DEAC1BC21
R = 0xF5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3
S = 0xB1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA
SIGNATURE = R.to_bytes(SIZE, "big") + S.to_bytes(SIZE, "big")

KEY = SecretKey.from_bytes(SECRET)
scalars = st.integers(1, N - 2)
few = settings(max_examples=15, deadline=None)


def test_the_example_of_the_standard_is_reproduced() -> None:
    assert KEY.public.point == (int(PUBLIC_X, 16), int(PUBLIC_Y, 16))
    assert KEY.public.z(IDENTIFIER).hex() == Z
    assert KEY.public.digest(MESSAGE) == DIGEST
    assert KEY.sign(MESSAGE, nonce=lambda: NONCE) == SIGNATURE
    assert KEY.public.verifies(SIGNATURE, MESSAGE)


@pytest.mark.parametrize(
    ("text", "digest"),
    [
        ("abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"),
        ("abcd" * 16, "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"),
    ],
)
def test_the_examples_of_sm3_hold(text: str, digest: str) -> None:
    """GB/T 32905-2016, annex A."""
    assert sm3(text.encode()).hex() == digest


def test_the_example_of_sm4_holds() -> None:
    """GB/T 32907-2016, annex A.1."""
    key = plain = bytes.fromhex("0123456789abcdeffedcba9876543210")
    sealed = Cipher(SM4(key), ECB()).encryptor().update(plain)  # noqa: S305 - the example is one block

    assert sealed.hex() == "681edf34d206965e86b3e94f536e4246"


@few
@given(scalars, st.binary(max_size=200), st.binary(min_size=1, max_size=30))
def test_another_implementation_agrees(number: int, message: bytes, identifier: bytes) -> None:
    key = SecretKey(number)
    x, y = key.public.point
    theirs = gmalg.SM2(key.to_bytes(), identifier, _plain(x, y))

    signature = key.sign(message, identifier)

    assert theirs.verify(message, signature[:SIZE], signature[SIZE:])
    # Theirs leaves out zeros in front.
    r, s = (part.rjust(SIZE, b"\0") for part in theirs.sign(message))
    assert key.public.verifies(r + s, message, identifier)


@few
@given(st.integers(0, N), st.integers(2, 9), scalars)
def test_windows_of_any_width_give_the_same_multiple(factor: int, width: int, seed: int) -> None:
    base = points([of_generator().times(seed)])[0]

    assert _bit_by_bit(factor, base) == _point(Multiples(base, width).times(factor))


def test_the_order_times_the_generator_is_nothing() -> None:
    assert of_generator().times(N)[2] == of_generator().times(0)[2] == 0
    assert _point(of_generator().times(N - 1)) == (G[0], P - G[1])


@few
@given(st.binary(max_size=64), st.integers(0, 8 * 64 - 1))
def test_a_changed_bit_of_a_signature_is_noticed(message: bytes, bit: int) -> None:
    changed = bytearray(KEY.sign(message))
    changed[bit >> 3] ^= 1 << (bit & 7)

    assert not KEY.public.verifies(bytes(changed), message)


def test_message_and_identifier_and_key_are_all_signed() -> None:
    other = SecretKey(SecretKey.from_bytes(SECRET).number + 1)

    assert not KEY.public.verifies(SIGNATURE, MESSAGE + b"!")
    assert not KEY.public.verifies(SIGNATURE, MESSAGE, b"ALICE123@YAHOO.COM")
    assert not other.public.verifies(SIGNATURE, MESSAGE)


@pytest.mark.parametrize(
    ("r", "s"),
    [(0, S), (R, 0), (N, S), (R, N), (R + N, S), (2**256 - 1, S), (N - S, S), (R, N - R)],
)
def test_numbers_out_of_range_are_refused(r: int, s: int) -> None:
    r, s = r % 2**256, s % 2**256

    assert not KEY.public.verifies(r.to_bytes(SIZE, "big") + s.to_bytes(SIZE, "big"), MESSAGE)


def test_a_signature_has_just_its_length() -> None:
    for content in (b"", SIGNATURE[:-1], SIGNATURE + b"\0", to_der(SIGNATURE)):
        assert not KEY.public.verifies(content, MESSAGE)


@given(scalars, scalars)
def test_der_and_back(r: int, s: int) -> None:
    plain = r.to_bytes(SIZE, "big") + s.to_bytes(SIZE, "big")

    assert from_der(to_der(plain)) == plain


@given(st.binary(max_size=80), st.data())
def test_der_is_read_only_in_its_one_form(noise: bytes, data: st.DataObject) -> None:
    der = to_der(SIGNATURE)
    place = data.draw(st.integers(0, len(der)))
    for content in (noise, der[:place], der + noise[:1], der[:place] + noise + der[place:]):
        if content == der:
            continue
        try:
            read = from_der(content)
        except ValueError:
            continue
        assert to_der(read) == content


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(encode_dss_signature(R, N).hex(), id="s is the order"),
        pytest.param(encode_dss_signature(R, 2**300).hex(), id="s is huge"),
        pytest.param("3006020101020100", id="s is zero"),
        pytest.param("30060201ff020101", id="r is negative"),
        pytest.param("300702020001020101", id="r has a needless zero"),
        pytest.param("308106020101020101", id="the length is in a longer form"),
        pytest.param("30060201010201010000", id="something follows"),
        pytest.param("3003020101", id="s is missing"),
    ],
)
def test_other_der_is_refused(content: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever the reader found first
        from_der(bytes.fromhex(content))


def test_a_public_key_has_two_forms() -> None:
    plain = _plain(*KEY.public.point)

    assert PublicKey.from_bytes(plain) == PublicKey.from_bytes(KEY.public.to_bytes()) == KEY.public
    assert KEY.public.to_bytes() == bytes.fromhex("03" + PUBLIC_X)


@few
@given(st.binary(min_size=32, max_size=32), st.integers(0, 255))
def test_whatever_point_is_let_in_is_on_the_curve(x: bytes, head: int) -> None:
    try:
        key = PublicKey.from_bytes(bytes([head]) + x)
    except ValueError:
        return
    assert head in (2, 3)
    assert is_on_curve(*key.point)
    assert key.to_bytes() == bytes([head]) + x


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("", id="empty"),
        pytest.param("00", id="the point at infinity"),
        pytest.param("04" + PUBLIC_X + PUBLIC_X, id="off the curve"),
        pytest.param("06" + PUBLIC_X + PUBLIC_Y, id="the hybrid form"),
        pytest.param("04" + PUBLIC_X + PUBLIC_Y + "00", id="a byte more"),
        pytest.param(PUBLIC_X + PUBLIC_Y, id="without its head"),
        pytest.param(f"02{P:064x}", id="x beyond the field"),
        pytest.param(f"04{0:064x}{P:064x}", id="y beyond the field"),
    ],
)
def test_what_is_no_point_is_no_key(content: str) -> None:
    with pytest.raises(ValueError, match="point"):
        PublicKey.from_bytes(bytes.fromhex(content))


@pytest.mark.parametrize("number", [0, N - 1, N, 2**256 - 1])
def test_a_secret_key_lies_in_its_range(number: int) -> None:
    with pytest.raises(ValueError, match="not a secret key"):
        SecretKey.from_bytes(number.to_bytes(SIZE, "big"))


def test_a_secret_key_is_not_shown() -> None:
    assert str(KEY.number) not in repr(KEY)


def test_a_nonce_that_gives_nothing_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    x, _y = G
    monkeypatch.setattr(PublicKey, "digest", lambda *_: N - x)  # with the nonce one, r is zero

    signature = KEY.sign(MESSAGE, nonce=count(1).__next__)

    assert KEY.public.verifies(signature, MESSAGE)


def test_the_identifier_has_an_end() -> None:
    with pytest.raises(ValueError, match="too long"):
        KEY.public.z(b"x" * 8192)


def _plain(x: int, y: int) -> bytes:
    return b"\4" + x.to_bytes(SIZE, "big") + y.to_bytes(SIZE, "big")


def _point(total: tuple[int, int, int]) -> tuple[int, int] | None:
    return points([total])[0] if total[2] else None


def _bit_by_bit(factor: int, base: tuple[int, int]) -> tuple[int, int] | None:
    """The schoolbook's way: double, and add where a bit is set."""
    total = NOTHING
    for bit in bin(factor)[2:]:
        here = _point(total)
        if here is not None:
            total = add((*here, 1), *here)
        if bit == "1":
            total = add(total, *base)
    return _point(total)
