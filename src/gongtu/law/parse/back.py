"""What stands after the last article: signatures, annexes, other texts, noise."""

import re
from collections.abc import Mapping, Sequence

from gongtu.law.parse.front import text_kind
from gongtu.law.parse.marks import find_annex
from gongtu.law.parse.notes import Notebook
from gongtu.law.parse.source import Line, ends_sentence
from gongtu.law.structure import Annex, Text

_SIGNATURES = ("date", "signature", "adoption", "order", "decision")
_ANOTHER_TEXT = re.compile(
    r"^[^，。；：]{4,60}(?:法|条例|规定|办法|决定|细则|规则|解释|说明|修正案|报告|方案)(?:[（(].{1,20}[）)])?$"
)
_BEGINNING = re.compile(r"^[（(第目一]")
_FEWEST_LINES = 3


def read_back(
    lines: Sequence[Line], places: range, furniture: Mapping[int, str], notebook: Notebook
) -> tuple[tuple[Text, ...], tuple[Annex, ...]]:
    """(signatures and other closing notices, annexes); the rest goes into the notebook."""
    signatures: list[Text] = []
    annexes: list[list[Line]] = []
    for index in places:
        line = lines[index]
        kind = text_kind(line.text)
        if index in furniture:
            notebook.leave(line, furniture[index])
        elif find_annex(line.text):
            annexes.append([line])
        elif annexes:
            annexes[-1].append(line)
        elif opens_another_text(lines, index, places.stop):
            notebook.note(
                line.number, "appended", f"正文之后另有一篇文字，作附录保留：{line.text[:30]}"
            )
            annexes.append([line])
        elif kind in _SIGNATURES:
            signatures.append(Text(kind, line.text, line.number))
        else:
            notebook.leave(line, "末条之后的文字，不属于条文、落款或者附件")
    return tuple(signatures), tuple(_annex(num, run) for num, run in enumerate(annexes, 1))


def opens_another_text(lines: Sequence[Line], index: int, end: int) -> bool:
    """Whether a line after the last article is the name of a further text, and not the end."""
    text = lines[index].text
    if end - index < _FEWEST_LINES or not _ANOTHER_TEXT.search(text) or ends_sentence(text):
        return False
    below = lines[index + 1].text
    return text.startswith("关于") or "关于《" in text or bool(_BEGINNING.match(below))


def _annex(num: int, run: Sequence[Line]) -> Annex:
    return Annex(f"annex_{num}", run[0].text, tuple(line.text for line in run[1:]), run[0].number)
