"""Canonical JSON (RFC 8785), by the quick way where it says the same."""

import json
import re
from typing import Any

import rfc8785

# `json` writes numbers, and sorts letters beyond the basic plane, in another way than RFC 8785.
# Each search begins with bytes to look for, which is ten times as fast as one that says all of it.
NUMBERS = tuple(map(re.compile, (rb'":[-\d]', rb"\[[-\d]", rb",[-\d]")))
# How UTF-8 begins a letter beyond the basic plane, and nothing else.
BEYOND = (b"\xf0", b"\xf1", b"\xf2", b"\xf3", b"\xf4")
_encoded = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, separators=(",", ":"), sort_keys=True
).encode


def canonical(value: Any) -> bytes:
    """The one way to write this JSON value.

    >>> canonical({"b": [1.0, "é"], "a": None}).decode()
    '{"a":null,"b":[1,"é"]}'

    Raises:
        ValueError: No such JSON can be written: a number too large, half a letter, a name that is
            no text.
    """
    if not isinstance(value, dict):
        return rfc8785.dumps(value)
    written = _encoded(value).encode("utf8")
    return rfc8785.dumps(value) if _is_another_way(written) else written


def _is_another_way(written: bytes) -> bool:
    numbered = any(number.search(written) for number in NUMBERS)
    return numbered or any(lead in written for lead in BEYOND)
