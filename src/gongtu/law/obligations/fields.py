"""What each field of a norm may hold; a reader raises ValueError with what is wrong."""

import re
from collections.abc import Callable
from typing import Any

from gongtu.base.marked import Marked
from gongtu.law.obligations.bearers import Bearer, Force


def _text(field: Marked) -> str:
    if not isinstance(field.value, str) or not field.value.strip():
        raise ValueError("some text is expected")
    return field.value.strip()


def _article(field: Marked) -> int | str:
    value = field.value
    if isinstance(value, int) or (isinstance(value, str) and re.fullmatch(r"\d+-\d+", value)):
        return value
    raise ValueError(f'{value!r} is no article: 14, or "14-1" for 第十四条之一')


def _whole(field: Marked) -> int:
    if type(field.value) is not int:
        raise ValueError(f"{field.value!r} is no whole number")
    return field.value


def _flag(field: Marked) -> bool:
    if not isinstance(field.value, bool):
        raise ValueError("true or false is expected")
    return field.value


def _force(field: Marked) -> Force:
    if _text(field) not in set(Force):
        raise ValueError(f"unknown force {field.value!r}; known: {', '.join(Force)}")
    return Force(field.value)


def _bearer(field: Marked) -> Bearer:
    if _text(field) not in set(Bearer):
        raise ValueError(f"unknown bearer {field.value!r}")
    return Bearer(field.value)


def _bearers(field: Marked) -> tuple[Bearer, ...]:
    if not isinstance(field.value, tuple) or not field.value:
        raise ValueError("a list of bearers is expected")
    return tuple(_bearer(part) for part in field.value)


def _nothing(field: Marked) -> dict[str, Any]:
    parts = field.value if isinstance(field.value, dict) else {}
    if set(parts) != {"because", "because_en"}:
        raise ValueError("nothing takes because and because_en")
    return {
        "nothing_because": _text(parts["because"]),
        "nothing_because_en": _text(parts["because_en"]),
    }


def _into(name: str, read: Callable[[Marked], object]) -> Callable[[Marked], dict[str, Any]]:
    return lambda field: {name: read(field)}


REQUIRED = {
    "article": _article,
    "paragraph": _whole,
    "quote": _text,
    "force": _force,
    "bearers": _bearers,
    "beneficiary": _bearer,
    "what": _text,
    "what_en": _text,
}
_OPTIONAL = {
    "co_bearers": _bearers,
    "bearers_inferred": _flag,
    "period": _text,
    "period_note": _text,
    "period_note_en": _text,
}
_READERS: dict[str, Callable[[Marked], dict[str, Any]]] = {
    **{name: _into(name, read) for name, read in (REQUIRED | _OPTIONAL).items()},
    "nothing": _nothing,
}


def read_field(name: str, field: Marked) -> dict[str, Any]:
    """The attributes of an `Obligation` that this field gives.

    Raises:
        ValueError: The field is unknown or holds what it cannot hold.
    """
    if name not in _READERS:
        raise ValueError(f"{name!r} is no field of a norm")
    return _READERS[name](field)
