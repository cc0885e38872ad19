"""What of an English page is Chinese: whether it is marked as Chinese, and whether it may stay.

Names, what people wrote and the statute stay Chinese, and are marked (`lang="zh-Hans"`).  Where no
mark can stand, in attributes, titles, options and pictures, names stay unmarked.  Our own words
stay nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po
from lxml import html

import gongtu
from gongtu.base.bilingual import Bilingual
from gongtu.base.marked import read_plain
from gongtu.web.filters import RUN

LOCALE = Path(gongtu.__path__[0]).parents[1] / "locale/en/LC_MESSAGES/django.po"
CHINESE = re.compile(r"[\u3400-\u9fff]+")
LONG = 12  # as many characters in a row no two people write alike by chance
READ_ALOUD = ("title", "aria-label", "placeholder", "alt", "content", "label", "data-head")
UNMARKABLE = " or ".join(f"ancestor::{tag}" for tag in ("title", "option", "textarea", "svg"))
TEXTS = "//text()[not(ancestor::script or ancestor::style)]"
MARKED = "ancestor-or-self::*[starts-with(@lang, 'zh')]"
AS_WRITTEN = "//span[@lang='zh-Hans'][count(@*) = 1]/text()"


def faults(page: str, *, known: Container[str] = ()) -> list[str]:
    """Chinese that ought to be marked, and words that ought to be English.

    Those are our own, and `known`: names of places and bodies that have one in English.
    """
    tree = html.fromstring(page)
    kept = (words for words in _not_translated(tree) if is_ours(words) or words in known)
    return [*_unmarked(tree), *kept]


def is_ours(words: str) -> bool:
    """Whether the platform says this itself, or a long piece of it."""
    own, pieces = own_words()
    return words in own or any(
        run[n : n + LONG] in pieces
        for run in CHINESE.findall(words)
        for n in range(len(run) - LONG + 1)
    )


@cache
def own_words() -> tuple[frozenset[str], frozenset[str]]:
    """Every text of ours that is one run of Chinese, and every long piece of any."""
    whole = frozenset(text for text in _texts() if RUN.fullmatch(text) and len(text) > 1)
    runs = frozenset(run for text in _texts() for run in CHINESE.findall(text))
    pieces = (run[n : n + LONG] for run in runs for n in range(len(run) - LONG + 1))
    return whole, frozenset(pieces)


def _unmarked(tree: html.HtmlElement) -> list[str]:
    texts = tree.xpath(f"{TEXTS}[not({MARKED}) and not({UNMARKABLE})]")
    return [text.strip() for text in texts if CHINESE.search(text)]


def _not_translated(tree: html.HtmlElement) -> Iterator[str]:
    """What is shown as it was written: marked within a line, or where no mark can stand."""
    aloud = " | ".join(f"//@{name}" for name in READ_ALOUD)
    for text in tree.xpath(f"{AS_WRITTEN} | {TEXTS}[{UNMARKABLE}] | {aloud}"):
        yield from RUN.findall(text)


def _texts() -> Iterator[str]:
    with LOCALE.open("rb") as file:
        catalogue = read_po(file)
    for message in catalogue:
        yield from [message.id] if isinstance(message.id, str) else message.id
    for path in Path(gongtu.__path__[0]).rglob("en.yaml"):
        yield from read_plain(path)
    for words in closed_lists():
        yield from (word.label for word in words)


def closed_lists(kind: type[Bilingual] = Bilingual) -> Iterator[type[Bilingual]]:
    """Every list of closed words."""
    for one in kind.__subclasses__():
        yield one
        yield from closed_lists(one)
