"""Canonical JSON (RFC 8785), by the quick way where it says the same."""

import json
import re
from typing import Any

import rfc8785

# `json` writes numbers, and sorts letters beyond the basic plane, in another way than RFC 8785.
NUMBER = re.compile(r'(?:^|":|[\[,])-?\d')
BASIC_PLANE = "\uffff"


def canonical(value: Any) -> bytes:
    """The one way to write this JSON value.

    >>> canonical({"b": [1.0, "é"], "a": None}).decode()
    '{"a":null,"b":[1,"é"]}'

    Raises:
        ValueError: No such JSON can be written: a number too large, half a letter, a name that is
            no text.
    """
    text = json.dumps(
        value, ensure_ascii=False, allow_nan=False, separators=(",", ":"), sort_keys=True
    )
    if NUMBER.search(text) or max(text) > BASIC_PLANE:
        return rfc8785.dumps(value)
    return text.encode("utf8")
