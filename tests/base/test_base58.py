"""Base58 as everybody else writes it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gongtu.base import base58


@given(st.binary(max_size=80))
@example(b"")
@example(b"\0\0\0")
@example(b"\xff" * 64)
def test_what_was_encoded_is_decoded(content: bytes) -> None:
    text = base58.encode(content)

    assert base58.decode(text) == content
    assert set(text) <= set(base58.ALPHABET)


# From the Bitcoin project's own vectors.
@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("61", "2g"),
        ("73696d706c792061206c6f6e6720737472696e67", "2cFupjhnEsSn59qHXstmK2ffpLv2"),
        ("00c4c5d791fcb4654a1ef5e03fe0ad3d9c598f9827", "1JwSSubhmg6iPtRjtyqhUYYH7bZg3Lfy1T"),
        ("516b6fcd0f", "ABnLTmg"),
        ("00000000000000000000", "1111111111"),
    ],
)  # fmt: skip
def test_vectors(content: str, text: str) -> None:
    assert base58.encode(bytes.fromhex(content)) == text
    assert base58.decode(text).hex() == content


@pytest.mark.parametrize("text", ["0", "O", "Il", "é", "1" * 5000])
def test_what_is_no_base58_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="base58"):
        base58.decode(text)
