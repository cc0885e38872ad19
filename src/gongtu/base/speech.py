"""Sentences in the reader's language, for rooms that know no Django.

The source text is Chinese.  Who serves readers says at the start how it is put into theirs.  What
is kept for readers to come is kept by its source, and said again in the language of each.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Self

from gongtu.base.bilingual import Word, Worded

Translate = Callable[[str], str]
Language = Callable[[], str]


def _chinese() -> str:
    return "zh"


_translate: Translate = str
_language: Language = _chinese


def speak_through(translate: Translate, language: Language) -> None:
    """From now on every sentence goes through `translate`, at the moment it is said."""
    global _translate, _language
    _translate, _language = translate, language


class Sentence(str):
    """A sentence as it is said now, which remembers its source and what was filled in."""

    source: str
    filled: Mapping[str, Any]

    def __new__(cls, source: str, filled: Mapping[str, Any] | None = None) -> Self:
        text = _translate(source)
        if filled:
            text = text % {name: _shown(part) for name, part in filled.items()}
        sentence = super().__new__(cls, text)
        sentence.source, sentence.filled = source, filled or {}
        return sentence

    def __mod__(self, filled: Mapping[str, Any]) -> Sentence:
        return Sentence(self.source, filled)


def gettext(message: str) -> str:
    """The sentence in the reader's language; `%(name)s` is filled in afterwards.

    >>> gettext("应为%(length)s位。") % {"length": 18}, gettext("第%(row)03d行") % {"row": 7}
    ('应为18位。', '第007行')
    """
    return Sentence(message)


def said(part: object) -> str:
    """A sentence, a closed word, or several of them, in the language of whoever reads now."""
    match part:
        case Sentence():
            return Sentence(part.source, part.filled)
        case Worded():
            return part.label_en if _language() == "en" else part.label
        case list() | tuple():
            return (", " if _language() == "en" else "、").join(map(said, part))
    return str(part)


def typed(word: Worded) -> str:
    """A closed word as a line of text has it: its label; in English its key, which has no blank."""
    return str(word) if _language() == "en" else word.label


def _shown(part: object) -> object:
    """A number stays one, for whatever form the sentence gives it."""
    return part if isinstance(part, int | float | Decimal) else said(part)


def kept(part: object) -> Any:
    """The same as JSON, in no language yet.

    >>> kept(gettext("与第%(row)s行重复") % {"row": 2})
    {'says': '与第%(row)s行重复', 'filled': {'row': 2}}
    """
    match part:
        case Sentence():
            filled = {name: kept(each) for name, each in part.filled.items()}
            return {"says": part.source, "filled": filled}
        case Worded():
            return {"zh": part.label, "en": part.label_en}
        case list() | tuple():
            return [kept(each) for each in part]
        case int():
            return part
    return str(part)


def recalled(told: Any) -> Any:
    """What was kept as JSON, to be said again.

    >>> said(recalled({"says": "与第%(row)s行重复", "filled": {"row": 2}}))
    '与第2行重复'
    """
    match told:
        case {"says": source, "filled": filled}:
            return Sentence(source, {name: recalled(each) for name, each in filled.items()})
        case {"zh": label, "en": label_en}:
            return Word(label, label_en)
        case list():
            return [recalled(each) for each in told]
    return told
