"""The English of a provision: its `en.yaml`, one Chinese source text a line.

What every claim says alike is translated once, in `claims/en.yaml`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from gongtu.base.bilingual import Word
from gongtu.base.errors import Broken
from gongtu.base.marked import read_plain
from gongtu.policy import shared

_NONE: Mapping[str, str] = {}
SHARED = Path(__file__).parent / "claims"
"""Letters and English that claims share."""
PLATFORM = Path(shared.__file__).parent
"""The platform's own words, which serve all folders."""


def say(zh: str, lang: str, folder: Path) -> str:
    """The text in the reader's language; Chinese where the provision has no English for it."""
    if lang.startswith("zh") or not zh:
        return zh
    return english(folder).get(zh) or english(SHARED).get(zh) or english(PLATFORM).get(zh, zh)


def worded(zh: str, folder: Path) -> Word:
    """The text for readers of either language; a label made of two is put into words by parts.

    >>> worded("", Path())
    Word(label='', label_en='')
    """
    return Word(zh, "·".join(say(part, "en", folder) for part in zh.split("·")))


@cache
def english(folder: Path) -> Mapping[str, str]:
    """Chinese source text → English, of one provision.

    Raises:
        Broken: `en.yaml` is not a flat table of texts.
    """
    path = folder / "en.yaml"
    if not path.is_file():
        return _NONE
    told = read_plain(path)
    if not isinstance(told, dict):
        raise Broken(f"{path}: expected lines of Chinese text, a colon and its English.")
    for number, (zh, en) in enumerate(told.items(), start=1):
        if not isinstance(zh, str) or not isinstance(en, str):
            raise Broken(f"{path}: text {number} ({zh!r}) is not Chinese with its English.")
    return told
