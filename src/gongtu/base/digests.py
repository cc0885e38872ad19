"""One way to turn a value into bytes, and one digest of them."""

from hashlib import sha256
from typing import Any

import rfc8785


def canonical_json(value: Any) -> bytes:
    """The one JSON text of a value (RFC 8785): keys sorted, no blanks, UTF-8.

    >>> canonical_json({"b": 1, "a": "甲"}).decode()
    '{"a":"甲","b":1}'
    """
    return rfc8785.dumps(value)


def sha256_hex(content: bytes) -> str:
    """The SHA-256 digest as 64 hexadecimal digits.

    >>> sha256_hex(b"")[:16]
    'e3b0c44298fc1c14'
    """
    return sha256(content).hexdigest()
