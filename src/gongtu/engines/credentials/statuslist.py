"""Bitstring Status List v1.0: some bits a credential, packed, compressed, signed by the issuer."""

import base64
import binascii
import gzip
import zlib
from collections.abc import Iterable

# The least size: fewer places would tell who is meant by a bit.
SIZE = 131_072
# A list of our size unpacks to 16 KiB; more than this is an attack, not a list.
LARGEST = 16 << 20


class TooShort(ValueError):
    """A list with so few places that a bit points at a person."""


def encode(indexes: Iterable[int], size: int = SIZE) -> str:
    """The list with these bits set, as `encodedList` wants it.

    >>> is_set(encode([5, 94567]), 94567), is_set(encode([5, 94567]), 6)
    (True, False)
    """
    bits = bytearray(size // 8)
    for index in indexes:
        bits[index >> 3] |= 0x80 >> (index & 7)
    # The highest level takes ten times as long, and saves nothing to speak of on a sparse list.
    packed = gzip.compress(bytes(bits), compresslevel=6, mtime=0)
    return "u" + base64.urlsafe_b64encode(packed).decode("ascii").rstrip("=")


def is_set(encoded: str, index: int) -> bool:
    """Whether the bit is set; raises as `value_at` does."""
    return value_at(encoded, index) != 0


def value_at(encoded: str, index: int, size: int = 1) -> int:
    """The status in a list whose places have so many bits, the highest first.

    Raises:
        TooShort: The list has too few places.
        ValueError: This is no status list, or it has no such place.
    """
    bits = _unpacked(encoded)
    places = len(bits) * 8 // size
    if places < SIZE:
        raise TooShort(f"The list has {places} places, fewer than {SIZE}.")
    if not 0 <= index < places:
        raise ValueError(f"The list has no place {index}.")
    first, last = index * size, (index + 1) * size
    window = int.from_bytes(bits[first >> 3 : (last + 7) >> 3], "big")
    return window >> (-last % 8) & ((1 << size) - 1)


def _unpacked(encoded: str) -> bytes:
    if not encoded.startswith("u"):
        raise ValueError("not multibase base64url")
    try:
        packed = base64.urlsafe_b64decode(encoded[1:] + "=" * (-len(encoded[1:]) % 4))
        unpacking = zlib.decompressobj(wbits=31)
        bits = unpacking.decompress(packed, LARGEST)
    except (binascii.Error, zlib.error) as error:
        raise ValueError("not a compressed bitstring") from error
    if unpacking.unconsumed_tail or not unpacking.eof:
        raise ValueError("not a whole bitstring of a sensible size")
    return bits
