"""JSON from strangers: read strictly, within limits, or refused with the reason."""

import json
from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.credentials.checking.problem import Problem, ProblemType, at

# A certificate has a few thousand bytes, a presentation of dozens of them some hundred thousand.
LARGEST = 1 << 20
BRANCHING = frozenset({dict, list})
DEEPEST = 40
MOST_PARTS = 10_000
LARGEST_NUMBER = 2**53 - 1
LONGEST_NUMBER = 40


class Unreadable(Refused):
    """The bytes are no JSON document that can be worked with; `pointer` says where, if known."""

    def __init__(self, says: str, pointer: str = "") -> None:
        self.problem = Problem(pointer, says, ProblemType.PARSING)
        super().__init__(says)


class TooLarge(Unreadable):
    """More bytes than any credential has."""


def check_size(size: int) -> None:
    """Raises `TooLarge`; asked before anything is read."""
    if size > LARGEST:
        raise TooLarge(_("文件有%(size)d字节，超过%(most)d字节") % {"size": size, "most": LARGEST})


def parse(content: bytes) -> Any:
    """The JSON value that UTF-8 bytes write.

    Raises:
        Unreadable: Too large, wrong encoding, no JSON, a name twice, a number that JSON readers
            disagree about, nested too deep, with half a letter or a null character in it.
    """
    check_size(len(content))
    try:
        written = content.decode("utf8")
    except UnicodeDecodeError as error:
        where = error.start
        raise Unreadable(_("不是UTF-8编码，第%(where)d字节") % {"where": where}) from None
    try:
        value = _DECODER.decode(written)
    except RecursionError:
        raise _nested() from None
    except json.JSONDecodeError as error:
        place = {"line": error.lineno, "column": error.colno}
        says = _("不是JSON，第%(line)d行第%(column)d个字符起读不下去")
        raise Unreadable(says % place) from None
    except Unreadable as unreadable:
        raise _placed(unreadable, written) from None
    check_extent(value)
    if "\\u" in written:
        _check_letters(value)
    if "\\u0000" in written:
        _check_null(value)
    return value


def check_extent(value: Any) -> None:
    """Raises `Unreadable` for a value deeper or more branched than any document of people."""
    level, parts = [value] if type(value) in BRANCHING else [], 0
    for _depth in range(DEEPEST):
        parts += sum(map(len, level))
        if parts > MOST_PARTS:
            raise Unreadable(_("各项的值超过%(most)d个") % {"most": MOST_PARTS})
        level = [
            inner
            for one in level
            for inner in (one.values() if type(one) is dict else one)
            if type(inner) in BRANCHING
        ]
        if not level:
            return
    raise _nested(_first(value, lambda _name, _one, depth: depth == DEEPEST))


def _nested(pointer: str = "") -> Unreadable:
    return Unreadable(_("嵌套超过%(most)d层") % {"most": DEEPEST}, pointer)


def _placed(unreadable: Unreadable, written: str) -> Unreadable:
    """The same refusal, with the place of what it refuses: read again, it stands in its place."""
    try:
        value = _MARKING.decode(written)
    except (RecursionError, json.JSONDecodeError):
        return unreadable
    return Unreadable(
        unreadable.problem.says,
        _first(value, lambda _name, one, _depth: isinstance(one, Unreadable)),
    )


def _first(value: Any, is_meant: Callable[[str | int, Any, int], bool]) -> str:
    """The pointer to the first value that is meant, asked by name, value and depth."""
    ahead: list[tuple[Any, str, int]] = [(value, "", 1)]
    while ahead:
        outer, pointer, depth = ahead.pop()
        named = outer.items() if type(outer) is dict else enumerate(outer)
        inside = []
        for name, one in named:
            if is_meant(name, one, depth):
                return at(pointer, name)
            if type(one) in BRANCHING:
                inside.append((one, at(pointer, name), depth + 1))
        ahead += reversed(inside)
    return ""


def _check_letters(value: Any) -> None:
    """Half of a surrogate pair can be written in JSON, and by nobody else."""
    if _is_halved(value):
        where = _first(value, lambda name, one, _depth: _is_halved(name) or _is_halved_text(one))
        raise Unreadable(_("含有不成对的代理字符"), where)


def _check_null(value: Any) -> None:
    """A null character says nothing, and not every database bears it."""
    where = _first(value, lambda name, one, _depth: _is_null(name) or _is_null(one))
    if where or _is_null(value):
        raise Unreadable(_("含有空字符"), where)


def _is_null(value: Any) -> bool:
    return isinstance(value, str) and "\0" in value


def _is_halved(value: Any) -> bool:
    try:
        json.dumps(value, ensure_ascii=False).encode("utf8")
    except UnicodeEncodeError:
        return True
    return False


def _is_halved_text(value: Any) -> bool:
    return isinstance(value, str) and _is_halved(value)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise Unreadable(_("成员“%(name)s”出现了两次") % {"name": _twice(pairs)})
    return found


def _twice(pairs: list[tuple[str, Any]]) -> str:
    """The name that stands there again first."""
    seen: set[str] = set()
    for name, _value in pairs:
        if name in seen:
            return name
        seen.add(name)
    return ""


def _whole(written: str) -> int:
    if len(written) > LONGEST_NUMBER or abs(int(written)) > LARGEST_NUMBER:
        raise Unreadable(_("数字过大：%(number)s") % {"number": written[:LONGEST_NUMBER]})
    return int(written)


def _fraction(written: str) -> float:
    number = float(written)
    if len(written) > LONGEST_NUMBER or abs(number) > LARGEST_NUMBER:
        raise Unreadable(_("数字过大：%(number)s") % {"number": written[:LONGEST_NUMBER]})
    return number


def _no_number(written: str) -> float:
    raise Unreadable(_("JSON没有%(written)s这样的数字") % {"written": written})


def _once_marked(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    try:
        return _once(pairs)
    except Unreadable as unreadable:
        return {_twice(pairs): unreadable}


def _marked(read: Callable[[str], Any]) -> Callable[[str], Any]:
    def number(written: str) -> Any:
        try:
            return read(written)
        except Unreadable as unreadable:
            return unreadable

    return number


_DECODER = json.JSONDecoder(
    object_pairs_hook=_once, parse_int=_whole, parse_float=_fraction, parse_constant=_no_number
)
_MARKING = json.JSONDecoder(
    object_pairs_hook=_once_marked,
    parse_int=_marked(_whole),
    parse_float=_marked(_fraction),
    parse_constant=_marked(_no_number),
)
