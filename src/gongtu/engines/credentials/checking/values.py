"""Checks of single values, and the two ways to put them together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext as _

from gongtu.engines.credentials.checking.problem import REMEMBERED, Problem, Problems, at

URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
# XML Schema 1.1 dateTimeStamp: the offset is part of it.
LONGEST_STAMP = 64  # what is longer is no instant, and not worth remembering
STAMP = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?(Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))?"
)
LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
VALUE_OBJECT = {"@value", "@language", "@direction"}


@dataclass(frozen=True, slots=True)
class Check:
    """What a value should be: whether it is so, and where not, everything wrong with it.

    Nearly every value is as it should be, so that nobody writes down where it stands.
    """

    holds: Callable[[Any], bool]
    told: Callable[[Any, str], Problems]

    def __call__(self, value: Any, pointer: str) -> Problems:
        return iter(()) if self.holds(value) else self.told(value, pointer)


def is_so(holds: Callable[[Any], bool], says: Callable[[], str]) -> Check:
    """A check of a value by itself, and the one sentence that says what it should be."""

    def told(_value: Any, pointer: str) -> Problems:
        yield Problem(pointer, says())

    return Check(holds, told)


def nothing_wrong(told: Callable[[Any, str], Problems]) -> Check:
    """A check of what hangs together: it holds where nothing is wrong."""
    return Check(lambda value: next(told(value, ""), None) is None, told)


def is_url(value: Any) -> bool:
    """An absolute URL, such as `https:`, `did:` or `urn:`.

    >>> [is_url(text) for text in ("did:key:z6Mk", "urn:x:1", "https ://a", "relative", None)]
    [True, True, False, False, False]
    """
    if not isinstance(value, str):
        return False
    return _is_url(value) if len(value) <= REMEMBERED else _is_url.__wrapped__(value)


@lru_cache(maxsize=4096)
def _is_url(value: str) -> bool:
    return URL.fullmatch(value) is not None


def instant(value: Any, *, offset_may_lack: bool = False) -> datetime | None:
    """A dateTimeStamp as an instant; None for anything else.

    >>> instant("2026-09-01T00:00:00+08:00").isoformat()
    '2026-09-01T00:00:00+08:00'
    >>> instant("2026-09-01"), instant("2026-02-30T00:00:00Z")
    (None, None)
    """
    if not isinstance(value, str) or len(value) > LONGEST_STAMP:
        return None
    return _instant(value, offset_may_lack)


@lru_cache(maxsize=4096)
def _instant(value: str, offset_may_lack: bool) -> datetime | None:
    found = STAMP.fullmatch(value)
    if found is None or not (found[8] or offset_may_lack):
        return None
    text = value[: found.end(6)] + (found[7] or "")[:7] + (found[8] or "+00:00")
    try:
        at_ = datetime.fromisoformat(text)
        at_.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return at_


def _is_words(value: Any) -> bool:
    return all(isinstance(one, str) or _is_value_object(one) for one, _where in listed(value, ""))


def _words_told(value: Any, pointer: str) -> Problems:
    for one, where in listed(value, pointer):
        if not isinstance(one, str) and not _is_value_object(one):
            yield Problem(where, _("应为文字，或者只含@value、@language、@direction的对象"))


def type_names(value: Any) -> list[str]:
    """The types, or none at all where one of them is no name."""
    if isinstance(value, str):
        return [value] if value else []
    names = value if isinstance(value, list) else [value]
    for name in names:
        if not isinstance(name, str) or not name:
            return []
    return names


def each(check: Check) -> Check:
    """One value, or a list of one or more."""

    def holds(value: Any) -> bool:
        if not isinstance(value, list):
            return check.holds(value)
        return bool(value) and all(map(check.holds, value))

    def told(value: Any, pointer: str) -> Problems:
        if value == []:
            yield Problem(pointer, _("列表不能为空"))
        for one, where in listed(value, pointer):
            yield from check(one, where)

    return Check(holds, told)


def members(required: dict[str, Check], optional: dict[str, Check] | None = None) -> Check:
    """An object with these members; others are nobody's business here."""
    known = {**required, **(optional or {})}
    needed, right = required.keys(), {name: check.holds for name, check in known.items()}

    def holds(value: Any) -> bool:
        return isinstance(value, dict) and needed <= value.keys() and _are_right(value, right)

    def told(value: Any, pointer: str) -> Problems:
        if not isinstance(value, dict):
            yield Problem(pointer, _("应为对象"))
            return
        yield from _missing(required, value, pointer)
        for name, check in known.items():
            if name in value:
                yield from check(value[name], at(pointer, name))

    return Check(holds, told)


def _are_right(value: dict[str, Any], right: dict[str, Callable[[Any], bool]]) -> bool:
    for name, one in value.items():  # noqa: SIM110 - `all` of a generator takes half as long again
        if name in right and not right[name](one):
            return False
    return True


def _missing(required: dict[str, Check], value: dict[str, Any], pointer: str) -> Problems:
    for name in required:
        if name not in value:
            yield Problem(at(pointer, name), _("缺少这一项"))


def listed(value: Any, pointer: str) -> Iterator[tuple[Any, str]]:
    """Each of several values with its pointer; a single one stands for itself."""
    if not isinstance(value, list):
        yield value, pointer
        return
    for place, one in enumerate(value):
        yield one, at(pointer, place)


def _is_value_object(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and value.keys() <= VALUE_OBJECT
        and isinstance(value.get("@value"), str)
        and LANGUAGE.fullmatch(str(value.get("@language", "zh"))) is not None
        and value.get("@direction", "ltr") in ("ltr", "rtl")
    )


url = is_so(is_url, lambda: _("应为一个绝对URL"))
urls = each(url)
text = is_so(lambda value: isinstance(value, str), lambda: _("应为文字"))
stamp = is_so(
    lambda value: instant(value) is not None,
    lambda: _("应为带时区的日期时间，如2026-09-01T00:00:00+08:00"),
)
# One or more terms or absolute URLs.
types = is_so(lambda value: bool(type_names(value)), lambda: _("应为类型名称，或者类型名称的列表"))
# Text, or language value objects.
words = Check(_is_words, _words_told)
