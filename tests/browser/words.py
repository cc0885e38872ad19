"""What a page or a declaration says, in the language of whoever reads it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from django.utils.translation import gettext, override

import gongtu
from gongtu.base.marked import read_plain


def said(zh: str, lang: str) -> str:
    """The Chinese source text as the reader meets it; an untranslated one fails the test."""
    if lang == "zh":
        return zh
    with override("en"):
        page = gettext(zh)
    told = page if page != zh else _declared().get(zh, "")
    assert told, f"no English for “{zh}”"
    return told


@cache
def _declared() -> dict[str, str]:
    """The English of every declared text."""
    found: dict[str, str] = {}
    for path in sorted(Path(gongtu.__path__[0]).rglob("en.yaml")):
        found |= read_plain(path)
    return found
