"""JSON-LD read strictly: a word that no context explains is refused, never silently dropped."""

import json
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Any

from django.utils.translation import gettext as _

from gongtu.engines.credentials.checking.problem import Problem, Problems, ProblemType, at
from gongtu.engines.credentials.checking.values import LANGUAGE, is_url, listed
from gongtu.engines.credentials.contexts import FILES, is_known, text_of
from gongtu.engines.credentials.linked import NotLinked, expand

DROPPED = ProblemType.PROOF_TRANSFORMATION
# Documents of one form differ in names and numbers only: their words are looked up once.
REMEMBERED = 512
# Whoever has that much wrong reads no further.
MOST_TOLD = 20
# Each table of words is applied anew wherever it stands.
MOST_CONTEXTS = 200
_right: set[Any] = set()


class _OwnWords(Exception):
    """The document explains words of its own: its form says nothing of another document."""


def term_problems(document: dict[str, Any]) -> list[Problem]:
    """Unknown contexts, and every word, type and address that the known ones do not explain."""
    try:
        form = _form(document, "", _verbatim())
    except _OwnWords:
        form = None
    if form is not None and form in _right:
        return []
    found = _looked_up(document)
    if form is not None and not found:
        if len(_right) >= REMEMBERED:
            _right.clear()
        _right.add(form)
    return found


def unknown_contexts(value: Any, pointer: str = "") -> Problems:
    """Every context named anywhere in the document whose text is not carried here."""
    if isinstance(value, list):
        for place, one in enumerate(value):
            yield from unknown_contexts(one, at(pointer, place))
    elif isinstance(value, dict):
        for name, one in value.items():
            where = at(pointer, name)
            if name in ("@context", "@import"):
                yield from _unknown(one, where)
            elif name == "@base":
                yield Problem(where, _("不能改变文件的基准地址"))
            yield from unknown_contexts(one, where)


def _contexts(value: Any, pointer: str = "") -> Iterator[str]:
    """Where each table of words is brought along, table by table."""
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    for name, one in inner:
        where = at(pointer, name)
        if name == "@context":
            yield from (where for _one, _where in listed(one, where))
        if isinstance(one, dict | list):
            yield from _contexts(one, where)


def _unknown(value: Any, pointer: str) -> Problems:
    for one, where in listed(value, pointer):
        if isinstance(one, str) and not is_known(one):
            says = _("不认识的用语表：%(address)s") % {"address": one[:200]}
            yield Problem(where, says)


def _looked_up(document: dict[str, Any]) -> list[Problem]:
    if (named := next(islice(_contexts(document), MOST_CONTEXTS, None), None)) is not None:
        return [Problem(named, _("用语表超过%(most)d个") % {"most": MOST_CONTEXTS})]
    unknown = list(islice(unknown_contexts(document), MOST_TOLD))
    return unknown or list(islice(_unexplained(document), MOST_TOLD))


def _unexplained(document: dict[str, Any]) -> Problems:
    dropped: list[str | None] = []
    try:
        expanded = expand(document, dropped=dropped.append)
    except NotLinked as error:
        yield Problem("/@context", _("用语不能处理：%(error)s") % {"error": error})
        return
    for name in dropped:
        says = _("没有用语解释“%(name)s”") % {"name": name or "?"}
        yield Problem(_place_of(document, name), says, DROPPED)
    if not expanded:
        yield Problem("", _("没有任何内容"), DROPPED)
    for name in _vague(expanded):
        says = _("“%(name)s”不是绝对URL，也没有用语解释") % {"name": name}
        yield Problem(_place_of(document, name), says, DROPPED)


def _vague(value: Any) -> Iterator[str]:
    """Addresses, types and languages that would be lost when statements are written down."""
    if isinstance(value, list):
        for one in value:
            yield from _vague(one)
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from _vague_member(name, one)


def _vague_member(name: str, value: Any) -> Iterator[str]:
    if name in ("@id", "@type"):
        yield from (word for word, _where in listed(value, "") if not _is_address(word))
    elif name == "@language":
        yield from () if LANGUAGE.fullmatch(str(value)) else (str(value),)
    elif not name.startswith("@") and not _is_address(name):
        yield name
    elif name != "@value":
        yield from _vague(value)


def _is_address(word: Any) -> bool:
    return isinstance(word, str) and (
        is_url(word) or word.startswith("_:") or word in ("@json", "@none")
    )


def _place_of(value: Any, name: str | None, pointer: str = "") -> str:
    """Where a name or a text first occurs; the whole document if it was not written so."""
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    for key, one in inner:
        where = at(pointer, key)
        if name in (key, one) and key != "@context":
            return where
        if isinstance(one, dict | list) and key != "@context":
            found = _place_of(one, name, where)
            if found:
                return found
    return ""


def _form(value: Any, name: str, verbatim: frozenset[str]) -> Any:
    """The document with everything left out that its words do not depend on."""
    kind = type(value)
    if kind is str:
        if name in verbatim or name[:1] == "@":
            return value
        return ":" in value and is_url(value)
    if kind is dict:
        if name == "@context":
            raise _OwnWords
        return tuple(value), tuple([_form(inner, key, verbatim) for key, inner in value.items()])
    if kind is list:
        return list, *[_form(inner, name, verbatim) for inner in value]
    return kind


@cache
def _verbatim() -> frozenset[str]:
    """The members whose values are words themselves, in any of the contexts carried here."""
    found = {"type"}

    def search(value: Any, name: str) -> None:
        if isinstance(value, dict):
            if value.get("@type") == "@vocab":
                found.add(name)
            for key, inner in value.items():
                search(inner, key)

    for address in FILES:
        search(json.loads(text_of(address)), "")
    return frozenset(found)
