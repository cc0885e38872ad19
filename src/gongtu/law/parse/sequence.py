"""Which lines that begin with 第X条 open an article, and which only speak of one.

The numbers decide together with the words around them: an article follows its predecessor, its
number stands apart from the text, and a sentence that goes on with 规定, 第二款 or 、第四条 is
a reference.  What does not fit is accepted only where the form is beyond doubt, and reported.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from gongtu.law.parse.marks import (
    ArticleMark,
    find_article,
    find_damaged_article,
    find_group,
    find_heading,
)
from gongtu.law.parse.source import Line, ends_sentence

_NEAR = 6
_QUOTED_AT_MOST = 400


@dataclass(frozen=True, slots=True)
class Head:
    """An article opens on the line at `index`; `oddity` says what is unusual about it."""

    index: int
    mark: ArticleMark
    oddity: str = ""


def find_runs(lines: Sequence[Line], skip: Collection[int]) -> list[list[Head]]:
    """The articles of each text in the file, in the order printed.

    A file may hold a decision with articles of its own and then the statute: the numbers start
    again at 1, and each start opens a new run.
    """
    candidates = _candidates(lines, skip)
    tight = sum(c.mark.form == "tight" for c in candidates if not c.mark.refers)
    choice = _Choice(lines, candidates, mostly_tight=2 * tight > len(candidates))
    for position in range(len(candidates)):
        choice.consider(position)
    return choice.runs


def _candidates(lines: Sequence[Line], skip: Collection[int]) -> list[Head]:
    found = []
    for index, line in enumerate(lines):
        if index in skip:
            continue
        mark = find_article(line.text) or find_damaged_article(line.text)
        if mark:
            found.append(Head(index, mark))
    return found


class _Choice:
    def __init__(
        self, lines: Sequence[Line], candidates: Sequence[Head], *, mostly_tight: bool
    ) -> None:
        self.lines, self.candidates, self.mostly_tight = lines, candidates, mostly_tight
        self.runs: list[list[Head]] = []
        self.last: ArticleMark | None = None

    def consider(self, position: int) -> None:
        head = self.candidates[position]
        if self._restarts(position):
            self.runs.append([head])
            self.last = head.mark
        elif self._is_opening(position):
            if not self.runs:
                self.runs.append([])
            self.runs[-1].append(Head(head.index, head.mark, self._oddity(head.mark)))
            if self.last is None or _order(head.mark) > _order(self.last):
                self.last = head.mark

    def _restarts(self, position: int) -> bool:
        mark = self.candidates[position].mark
        if self.last is None or _order(mark) != (1, 0) or mark.refers or mark.form == "bare":
            return False
        following = next((c.mark for c in self.candidates[position + 1 :][:1]), None)
        return (following is None or _order(following)[0] in (1, 2)) and not self._in_later_chapter(
            self.candidates[position].index
        )

    def _in_later_chapter(self, index: int) -> bool:
        above = find_heading(self.lines[index - 1].text) if index else None
        return above is not None and (above.num or 0) > 1

    def _is_opening(self, position: int) -> bool:
        mark = self.candidates[position].mark
        fits = _fits(self.last, mark)
        if mark.refers and mark.form not in ("spaced", "open"):
            return fits and self._begins_with_rule(position)
        if mark.form == "bare":
            return fits and self._sentence_ended(position) and not self._comes_again(position)
        if mark.form == "stop":
            return fits and self._sentence_ended(position)
        if fits:
            return not (mark.refers and self._comes_again(position))
        if mark.refers or not (self._sentence_ended(position) or self._replaces_next(position)):
            return False
        return mark.form != "tight" or (self.mostly_tight and not self._comes_again(position))

    def _sentence_ended(self, position: int) -> bool:
        index = self.candidates[position].index
        if index == 0:
            return True
        above = self.lines[index - 1].text
        return ends_sentence(above) or find_heading(above) is not None or self.last is None

    def _begins_with_rule(self, position: int) -> bool:
        """第八条规定本市…: an article where numbers stand tight and the next one follows."""
        mark, after = self.candidates[position].mark, self.candidates[position + 1 :][:1]
        if (
            not self.mostly_tight
            or not mark.rest.startswith("规定")
            or mark.rest[2:3] in "的、，。"
        ):
            return False
        follows = any(_fits(mark, c.mark) and not c.mark.refers for c in after)
        return follows and self._sentence_ended(position) and not self._comes_again(position)

    def _replaces_next(self, position: int) -> bool:
        """Whether a number a little too high stands where the next one is never printed."""
        mark, last = self.candidates[position].mark, self.last
        if last is None or mark.form != "spaced" or not 0 < mark.num - last.num <= _NEAR:
            return False
        near = self.candidates[position + 1 : position + _NEAR]
        return not any(_fits(last, candidate.mark) for candidate in near)

    def _comes_again(self, position: int) -> bool:
        """Whether the same number opens better a few candidates later."""
        wanted = _order(self.candidates[position].mark)
        near = self.candidates[position + 1 : position + _NEAR]
        return any(_order(c.mark) == wanted and not c.mark.refers for c in near)

    def _oddity(self, mark: ArticleMark) -> str:
        if mark.form == "bare":
            return "条文序号缺字（“第”或“条”），按前后次序识别"
        if _fits(self.last, mark):
            return ""
        if self.last is None:
            return "正文不是从第一条开始"
        if _order(mark) == _order(self.last):
            return "条文序号重复"
        if _order(mark) < _order(self.last):
            return "条文序号倒退或重复"
        return f"条文序号不连续：前一条是第{_shown(self.last)}条"


def _order(mark: ArticleMark) -> tuple[int, int]:
    return mark.num, mark.suffix


def _shown(mark: ArticleMark) -> str:
    return f"{mark.num}-{mark.suffix}" if mark.suffix else str(mark.num)


def _fits(last: ArticleMark | None, mark: ArticleMark) -> bool:
    if last is None:
        return _order(mark) == (1, 0)
    return _order(mark) in ((last.num + 1, 0), (last.num, last.suffix + 1))


def longest(runs: Sequence[Sequence[Head]]) -> int:
    """The place of the run with most articles; the earliest of equals."""
    return max(range(len(runs)), key=lambda place: (len(runs[place]), -place))


def find_numbered(lines: Sequence[Line], skip: Collection[int]) -> list[Head]:
    """The provisions of a text that counts 一、二、三、 where others count 第一条."""
    heads: list[Head] = []
    for index, line in enumerate(lines):
        found = None if index in skip else find_group(line.text)
        if found and found[0] == len(heads) + 1:
            heads.append(Head(index, ArticleMark(found[0], 0, "colon", found[1], refers=False)))
    return heads


def quoted_lines(lines: Sequence[Line]) -> set[int]:
    """Lines inside a quotation that an amendment opens (修改为：“…) and closes further down."""
    quoted: set[int] = set()
    depths = [line.text.count("“") - line.text.count("”") for line in lines]
    index = 0
    while index < len(lines):
        end = _end_of_quotation(lines, depths, index) if depths[index] > 0 else index
        quoted.update(range(index + 1, end + 1))
        index = end + 1
    return quoted


def _end_of_quotation(lines: Sequence[Line], depths: Sequence[int], start: int) -> int:
    text, depth = lines[start].text, depths[start]
    if not (text.startswith("“") or any(word in text for word in ("改为", "增加", "如下"))):
        return start
    for index in range(start + 1, min(len(lines), start + _QUOTED_AT_MOST)):
        if lines[index].text.startswith("“"):  # Each paragraph of it may open the mark anew.
            depth = 0
        depth += depths[index]
        if depth <= 0:
            return index
    return start


def missing_numbers(heads: Sequence[Head]) -> list[int]:
    """The numbers that the sequence leaves out."""
    seen = {head.mark.num for head in heads}
    return [num for num in range(min(seen), max(seen)) if num not in seen] if seen else []
