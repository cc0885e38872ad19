"""Texts that lost their line breaks: several headings or articles on one line."""

import re
from collections.abc import Sequence
from dataclasses import replace

from gongtu.law.numerals import NUMERAL
from gongtu.law.parse.notes import Notebook
from gongtu.law.parse.source import Line

_N = rf"{NUMERAL}+"
_ARTICLE_HERE = re.compile(rf"(?:(?<=[。；：])\s*|\s+)(?=第{_N}条(?:之{_N})?[\s【])")
_ANY_HERE = re.compile(
    rf"(?:(?<=[。；：）)])\s*|\s+)(?=第{_N}(?:分?编|章|节)\s+\S|第{_N}条(?:之{_N})?[\s【])"
)
_ARTICLE_FIRST = re.compile(rf"^第{_N}条")
_HEADING_FIRST = re.compile(
    rf"^第{_N}(?:分?编|章|节)\s*\S{{1,30}}\s+第{_N}(?:条(?:之{_N})?[\s【]|[章节]\s)"
)
_FEWEST = 3


def split_run_together(lines: Sequence[Line], notebook: Notebook) -> list[Line]:
    """Lines as they would stand in a well-set text; each split is noted."""
    inside = sum(len(_ARTICLE_HERE.findall(line.text)) for line in lines)
    opening = sum(bool(_ARTICLE_FIRST.match(line.text)) for line in lines)
    run_together = inside >= _FEWEST and inside > opening
    split: list[Line] = []
    for line in lines:
        if run_together or _HEADING_FIRST.match(line.text):
            split.extend(_split(line, notebook))
        else:
            split.append(line)
    return split


def _split(line: Line, notebook: Notebook) -> list[Line]:
    pieces = [piece.strip() for piece in _ANY_HERE.split(line.text)]
    pieces = [piece for piece in pieces if piece]
    if len(pieces) == 1:
        return [line]
    notebook.note(
        line.number, "split", f"一行之内有 {len(pieces)} 个标题或者条文，已分开：{line.text[:20]}"
    )
    return [replace(line, text=piece) for piece in pieces]
