"""What is written for readers of English has no Chinese in it, wherever it is kept."""

from __future__ import annotations

import re
from pathlib import Path

from babel.messages.pofile import read_po

from gongtu.base.marked import read_plain
from tests.architecture.source import PACKAGE, TEMPLATES, faults
from tests.english import CHINESE, LOCALE, closed_lists

TEXTS = [*PACKAGE.rglob("*.en.html"), *PACKAGE.rglob("*.en.md")]
TABLES = [*PACKAGE.rglob("en.yaml")]


TRANSLATED = re.compile(
    r"{%\s*blocktranslate.*?endblocktranslate\s*%}|{%\s*translate.*?%}|_\(\"[^\"]*\"\)"
    r'|<button[^>]* lang="zh-Hans">.*?</button>',
    re.DOTALL,
)
WRITTEN = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+")


def test_pages_write_nothing_beside_what_is_translated() -> None:
    """Not even a comma."""

    def untranslated(path: Path) -> list[str]:
        return WRITTEN.findall(TRANSLATED.sub("", path.read_text("utf8")))

    assert faults(untranslated, TEMPLATES.rglob("*.html")) == {}


def test_letters_and_guides_are_english() -> None:
    assert faults(lambda path: CHINESE.findall(path.read_text("utf8")), TEXTS) == {}


def test_declared_texts_are_english() -> None:
    def chinese(path: Path) -> list[str]:
        return [english for english in read_plain(path).values() if CHINESE.search(english)]

    assert faults(chinese, TABLES) == {}


def test_pages_and_sentences_are_english() -> None:
    with LOCALE.open("rb") as file:
        told = [(message.id, message.string) for message in read_po(file)]

    assert [source for source, english in told if CHINESE.search(str(english))] == []


def test_closed_words_are_english() -> None:
    words = [word for kind in closed_lists() for word in kind]

    assert len(words) > 100
    assert [word for word in words if CHINESE.search(word.label_en)] == []
