"""Canonical JSON (RFC 8785), by the quick way where it says the same."""

import re
from typing import Any

import orjson
import rfc8785

AS_IT_IS = orjson.OPT_SORT_KEYS | orjson.OPT_PASSTHROUGH_DATACLASS | orjson.OPT_PASSTHROUGH_DATETIME
# orjson writes numbers in another way than RFC 8785, and what is no number as `null`; it sorts
# letters beyond the basic plane elsewhere.  Each search begins with bytes to look for, which is ten
# times as fast as one that says all of it.
NUMBERS = tuple(map(re.compile, (rb'":[-\d]', rb"\[[-\d]", rb",[-\d]")))
# How UTF-8 begins a letter beyond the basic plane, and nothing else.
DOUBTFUL = (b"null", b"\xf0", b"\xf1", b"\xf2", b"\xf3", b"\xf4")


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
    try:
        written = orjson.dumps(value, option=AS_IT_IS)
    except TypeError:
        return rfc8785.dumps(value)
    return rfc8785.dumps(value) if _is_another_way(written) else written


def _is_another_way(written: bytes) -> bool:
    numbered = any(number.search(written) for number in NUMBERS)
    return numbered or any(lead in written for lead in DOUBTFUL)
