"""A credential as a QR code carries it: whole, small enough to print, made of digits alone.

The canonical JSON is deflated against a text that certificates are alike to, preceded by the number
of that text and the beginning of a digest, and written as one long decimal number: a QR code packs
digits tightest, and an address carries them unchanged.  Once printed, a code is read for ever, so a
text here is never changed; another kind of document gets a text of its own.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from gongtu.engines.credentials.checking.reading import Unreadable, parse
from gongtu.engines.credentials.suites.jcs import canonical

HERE = Path(__file__).parent
LIKE = {1: "certificate-1.txt"}
NEWEST = max(LIKE)
DIGEST = 4
# What fits a QR code of version 25 that bears some dirt; longer ones no phone reads well.
LONGEST = 900
# Longer than any number of a certificate.
SHORTEST = 40
# A credential has some thousand bytes; what unpacks to more is an attack.
LARGEST = 1 << 16
_CODE = re.compile(r"(?:[^#]*#)?(\d{10,4000})")
_ADDRESS = re.compile(r"https?://[^#]+")


class TooLong(Exception):
    """The credential is too large to be printed as a code."""


@cache
def like(number: int) -> str:
    """A text that documents of a kind are alike to."""
    return (HERE / LIKE[number]).read_text("utf8")


def carry(document: dict[str, Any]) -> str:
    """The digits that carry this document.

    Raises:
        TooLong: Nobody's phone would read them.
    """
    packing = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS, 9, zdict=like(NEWEST).encode())
    packed = packing.compress(canonical(document)) + packing.flush()
    if len(packed) > LONGEST:
        raise TooLong(f"{len(packed)} bytes")
    return str(int.from_bytes(bytes([NEWEST]) + _digest(packed) + packed))


def is_code(text: str) -> bool:
    """Whether this is the text of a code: an address that carries digits, or many digits alone."""
    return "#" in text or (text.isdecimal() and len(text) > SHORTEST)


def read(code: str) -> Any:
    """What a scanned code carries: an address with digits after its `#`, or the digits.

    Raises:
        Unreadable: This is no such code, it carries no credential, or a digit of it is wrong.
    """
    plain = "".join(code.split())
    found = _CODE.fullmatch(plain)
    if found is None and _ADDRESS.fullmatch(plain):
        raise Unreadable(_("二维码里只有网址，没有证书内容，请联网打开它查验"))
    if found is None:
        raise Unreadable(_("这不是证书上的二维码"))
    content = _bytes(int(found[1]))
    number, digest, packed = content[0], content[1 : 1 + DIGEST], content[1 + DIGEST :]
    if number not in LIKE:
        raise Unreadable(_("不认识这一版二维码"))
    if digest != _digest(packed):
        raise Unreadable(_("二维码残缺，或者被改动过"))
    return parse(_unpacked(packed, like(number)))


def _bytes(number: int) -> bytes:
    return number.to_bytes((number.bit_length() + 7) // 8 or 1)


def _digest(packed: bytes) -> bytes:
    return hashlib.sha256(packed).digest()[:DIGEST]


def _unpacked(packed: bytes, text: str) -> bytes:
    unpacking = zlib.decompressobj(-zlib.MAX_WBITS, zdict=text.encode())
    try:
        content = unpacking.decompress(packed, LARGEST)
    except zlib.error:
        raise Unreadable(_("二维码残缺，或者被改动过")) from None
    if unpacking.unconsumed_tail or unpacking.unused_data or not unpacking.eof:
        raise Unreadable(_("二维码残缺，或者被改动过"))
    return content
