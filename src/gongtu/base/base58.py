r"""Base58 in the order of Bitcoin, some digits at a time; bytes up to a signature's length.

>>> encode(b"\x00\x00gongtu"), decode("11tWT4fBgQ")
('11tWT4fBgQ', b'\x00\x00gongtu')
"""

ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
BASE = len(ALPHABET)
# Digits that are split off a long number at once: then all that follows fits a machine word.
AT_ONCE = 10
_CHUNK, _PAIR = BASE**AT_ONCE, BASE * BASE
_PAIRS = [a + b for a in ALPHABET for b in ALPHABET]
_VALUES = {sign: value for value, sign in enumerate(ALPHABET)}
# The work grows with the square of the length; keys and signatures are far below.
LONGEST = 4096


def encode(content: bytes) -> str:
    """The digits, and a `1` for each zero byte in front."""
    number, digits = int.from_bytes(content, "big"), []
    while number:
        number, chunk = divmod(number, _CHUNK)
        for _ in range(AT_ONCE // 2):
            chunk, pair = divmod(chunk, _PAIR)
            digits.append(_PAIRS[pair])
    zeros = len(content) - len(content.lstrip(b"\0"))
    return ALPHABET[0] * zeros + "".join(reversed(digits)).lstrip(ALPHABET[0])


def decode(text: str) -> bytes:
    """The bytes again.

    Raises:
        ValueError: A sign that is no digit, or more of them than any key or signature has.
    """
    if len(text) > LONGEST:
        raise ValueError("too long for base58")
    number = 0
    for start in range(0, len(text), AT_ONCE):
        part, chunk = text[start : start + AT_ONCE], 0
        for sign in part:
            if sign not in _VALUES:
                raise ValueError(f"not base58: {sign!r}")
            chunk = chunk * BASE + _VALUES[sign]
        number = number * BASE ** len(part) + chunk
    zeros = len(text) - len(text.lstrip(ALPHABET[0]))
    return b"\0" * zeros + number.to_bytes((number.bit_length() + 7) // 8, "big")
