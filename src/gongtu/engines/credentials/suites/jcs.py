"""Canonical JSON (RFC 8785), by the quick way where it says the same."""

import json
import re
from typing import Any

import rfc8785

# `json` writes numbers, and sorts letters beyond the basic plane, in another way than RFC 8785.
# Three patterns are searched ten times as fast as one that says all of it.
ANOTHER_WAY = tuple(map(re.compile, (r'":[-\d]', r"[\[,][-\d]", "[\U00010000-\U0010ffff]")))
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
    text = _encoded(value)
    if any(pattern.search(text) for pattern in ANOTHER_WAY):
        return rfc8785.dumps(value)
    return text.encode("utf8")
