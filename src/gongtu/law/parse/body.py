"""The articles and headings of one text, line by line."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from gongtu.law.parse.back import opens_another_text
from gongtu.law.parse.ground import (
    LONGEST_GROUP,
    Ground,
    find_layout,
    is_caption,
    is_half_sentence,
    is_title,
    list_goes_unpunctuated,
)
from gongtu.law.parse.marks import (
    RANKS,
    ArticleMark,
    HeadingMark,
    find_annex,
    find_article,
    find_group,
    find_heading,
    find_item,
    has_round_caption,
    is_after_matter,
    is_signature,
    split_caption,
    split_items,
    without_padding,
)
from gongtu.law.parse.notes import Notebook
from gongtu.law.parse.paragraphs import Piece
from gongtu.law.parse.sequence import Head
from gongtu.law.parse.source import Line, ends_sentence

_LONGEST_ORPHAN = 25
_LONGEST_TITLE = 30
_SHORTEST_PARAGRAPH = 12
_SHORTEST_WRAPPED = 10
_MARK = 4
_BETWEEN_WORDS = re.compile("[A-Za-z][A-Za-z]")
_WRAPPED_TITLE = 12


@dataclass(slots=True)
class OpenArticle:
    mark: ArticleMark
    line: int
    caption: str = ""
    pieces: list[Piece] = field(default_factory=list)
    counts: dict[int, int] = field(default_factory=dict)
    """The last number of each rank of items."""


@dataclass(slots=True)
class OpenHeading:
    mark: HeadingMark
    line: int
    is_group: bool = False


Part = OpenArticle | OpenHeading


class BodyReader:
    """Reads from the first heading or article to the line where the back matter begins."""

    def __init__(self, ground: Ground, notebook: Notebook) -> None:
        self.ground, self.notebook = ground, notebook
        self.parts: list[Part] = []
        self.article: OpenArticle | None = None
        self.counts: dict[int, int] = {}
        self.open_headings: list[HeadingMark] = []
        self.numbers: dict[str, list[int]] = defaultdict(list)
        for line in ground.lines:
            self.numbers[line.text].append(line.number)
        self.layout = find_layout(ground)
        marks = [head.mark for head in ground.heads.values()]
        captioned = sum(has_round_caption(mark.rest) for mark in marks)
        self.round_captions = 2 * captioned > len(marks)
        titled = sum(is_caption(ground, head) for head in ground.heads.values())
        self.line_captions = ground.numbered or 2 * titled > len(marks)

    def read(self, start: int, end: int) -> int:
        """The place of the first line that is not part of the body any more."""
        last_head = max(self.ground.heads)
        for index in range(start, end):
            if index > last_head and self._is_back_matter(index, end):
                self._close_article(index)
                return index
            self._read_line(index)
        self._close_article(end)
        return end

    def _read_line(self, index: int) -> None:
        line, ground = self.ground.lines[index], self.ground
        if index in ground.furniture:
            self.notebook.leave(line, ground.furniture[index])
        elif index in ground.heads:
            self._open_article(index, ground.heads[index])
        elif unnamed := self._unnamed_heading(index):
            if unnamed.mark.title:
                self.notebook.note(line.number, "joined", f"与上一行合为一个标题：{line.text}")
            title = without_padding(line.text)
            unnamed.mark = replace(unnamed.mark, title=unnamed.mark.title + title)
        elif index not in ground.quoted and (heading := self._heading(index)):
            self._open_heading(index, heading)
        elif self.article is None:
            self.notebook.leave(line, "标题与条文之间的文字，不属于任何一条")
        else:
            self._add_pieces(index, split_items(line.text), self.article)

    def _open_article(self, index: int, head: Head) -> None:
        line = self.ground.lines[index]
        self._close_article(index)
        if head.oddity:
            self.notebook.note(line.number, "sequence", f"{head.oddity}：{line.text[:20]}")
        caption, rest = split_caption(head.mark.rest, round_too=self.round_captions)
        if self.line_captions and not caption and is_caption(self.ground, head):
            caption, rest = rest, ""
        self.article = OpenArticle(head.mark, line.number, caption)
        self.parts.append(self.article)
        if not rest:
            return
        first, *others = split_items(rest)
        item = find_item(first)
        if item and item.num == 1 and item.rank == 1:
            self.article.counts[item.rank] = item.num
            self.article.pieces.append(Piece(item.rest, line.number, item))
        else:
            self.article.pieces.append(Piece(first, line.number))
        self._add_pieces(index, others, self.article)

    def _add_pieces(self, index: int, pieces: Sequence[str], article: OpenArticle) -> None:
        for piece in pieces:
            self._add(index, replace(self.ground.lines[index], text=piece), article)

    def _open_heading(self, index: int, heading: OpenHeading) -> None:
        if heading.mark.num is not None and heading.mark in self.open_headings:
            self.notebook.leave(self.ground.lines[index], "页眉：重复的标题")
            return
        self._close_article(index)
        if not heading.is_group:
            wider = [m for m in self.open_headings if RANKS[m.level] < RANKS[heading.mark.level]]
            self.open_headings = [*wider, heading.mark]
        self.parts.append(heading)
        self.article = None

    def _heading(self, index: int) -> OpenHeading | None:
        line = self.ground.lines[index]
        before_article = self._below(index) in self.ground.heads
        mark = find_heading(line.text)
        if mark:
            if mark.num is None and not before_article:
                return None
            return OpenHeading(mark, line.number)
        group = None if self.ground.numbered else find_group(line.text)
        if group and before_article and is_title(group[1], LONGEST_GROUP):
            return OpenHeading(HeadingMark("部分", group[0], 0, group[1]), line.number, True)
        return None

    def _unnamed_heading(self, index: int) -> OpenHeading | None:
        """The heading just above, if it has no title yet, or a long one that this line ends."""
        above = self.parts[-1] if self.parts else None
        text = self.ground.lines[index].text
        if not isinstance(above, OpenHeading) or not is_title(text, _LONGEST_TITLE):
            return None
        mark = find_heading(text)
        if mark and (mark.num is not None or above.mark.title):
            return None
        wraps = len(above.mark.title) >= _WRAPPED_TITLE
        wraps = wraps and self._below(index) in self.ground.heads
        return above if wraps or not above.mark.title else None

    def _add(self, index: int, line: Line, article: OpenArticle) -> None:
        last = article.pieces[-1] if article.pieces else None
        if find_article(line.text) and index not in self.ground.quoted:
            self.notebook.note(
                line.number, "reference", f"行首的条号是引用，不是新的一条：{line.text[:20]}"
            )
        if self._add_item(line, article):
            return
        if last is None:
            article.pieces.append(Piece(line.text, line.number))
        elif self._continues(index, article, last):
            glue = " " if _BETWEEN_WORDS.search(last.text[-1:] + line.text[:1]) else ""
            self.notebook.note(line.number, "joined", f"与上一行合为一段：{line.text[:20]}")
            last.text += glue + line.text
        else:
            if self.layout.leaves_open(self.ground.lines[index - 1], line):
                says = f"上一行写满后以句号结束，这一行可能与它同段：{line.text[:20]}"
                self.notebook.note(line.number, "unsure", says)
            article.pieces.append(Piece(line.text, line.number))

    def _add_item(self, line: Line, article: OpenArticle) -> bool:
        mark = find_item(line.text)
        if mark is None or (self.ground.numbered and mark.rank == 0):
            return False
        # In a text without articles （三） may count on from the provision above.
        above = self.counts if self.ground.numbered else {}
        before = article.counts.get(mark.rank) or above.get(mark.rank)
        follows = mark.num == 1 or (before is not None and before + 1 == mark.num)
        if not follows and mark.rank != 1:
            return False
        if not follows:
            self.notebook.note(line.number, "sequence", f"项的序号不连续：{line.text[:20]}")
        article.counts[mark.rank] = self.counts[mark.rank] = mark.num
        article.pieces.append(Piece(mark.rest, line.number, mark))
        return True

    def _continues(self, index: int, article: OpenArticle, last: Piece) -> bool:
        line = self.ground.lines[index]
        above = self.ground.lines[index - 1]
        if index not in self.ground.quoted and self.layout.continues(above, line):
            return True
        torn = index - 1 in self.ground.furniture
        if torn and last.text.endswith("；") and not last.mark:
            return True
        if ends_sentence(last.text) or self.layout.opens(line):
            return False
        if last.mark and list_goes_unpunctuated(article.pieces):
            return False
        if line.text.startswith("|") or last.text.startswith("|"):  # A row of a table.
            return False
        reference = find_article(line.text)
        if torn or (reference and reference.refers):
            return True
        return len(last.text) + _MARK * (last is article.pieces[0]) >= _SHORTEST_WRAPPED

    def _below(self, index: int) -> int:
        """The place of the next line, page furniture passed over."""
        below = index + 1
        while below in self.ground.furniture:
            below += 1
        return below

    def _goes_on(self, index: int) -> bool:
        """Whether plain words follow that may complete the sentence of this line."""
        below = self._below(index)
        if below >= len(self.ground.lines) or below in self.ground.heads:
            return False
        text = self.ground.lines[below].text
        return not (find_heading(text) or find_item(text) or find_annex(text) or is_signature(text))

    def _is_back_matter(self, index: int, end: int) -> bool:
        line = self.ground.lines[index]
        if index in self.ground.furniture or index in self.ground.quoted:
            return False
        last = self.article.pieces[-1] if self.article and self.article.pieces else None
        completed = self._is_completed(index, end)
        if last and not ends_sentence(last.text) and completed:
            return False
        if find_annex(line.text) or is_signature(line.text) or is_after_matter(line.text):
            return True
        if last is None or ends_sentence(line.text) or find_item(line.text):
            return False
        short = len(line.text) < _SHORTEST_PARAGRAPH
        return not completed or short or opens_another_text(self.ground.lines, index, end)

    def _is_completed(self, index: int, end: int) -> bool:
        """Whether this line and the plain lines below it come to the end of a sentence."""
        while self._goes_on(index) and (index := self._below(index)) < end:
            if ends_sentence(self.ground.lines[index].text):
                return True
        return False

    def _close_article(self, index: int) -> None:
        """Look at the last words before the line at `index`: half a sentence is reported."""
        pieces = self.article.pieces if self.article else []
        if self.article and not pieces:
            self.notebook.note(self.article.line, "unfinished", "这一条没有内容")
        half = 0
        while half < len(pieces) and is_half_sentence(pieces[-1 - half]):
            half += 1
        if not half:
            return
        strays = [self._why_stray(piece, index) for piece in pieces[-half:]]
        if half < len(pieces) and all(strays) and not pieces[-1 - half].text.endswith("："):
            for piece, why in zip(pieces[-half:], strays, strict=True):
                self.notebook.leave(Line(piece.line, piece.text, 0, after_blank=True), why)
            del pieces[-half:]
        else:
            says = f"段落没有句末标点：…{pieces[-1].text[-20:]}"
            self.notebook.note(pieces[-1].line, "unfinished", says)

    def _why_stray(self, last: Piece, index: int) -> str:
        """Why half a sentence at the end of an article is none of its paragraphs."""
        others = (number for number in self.numbers[last.text] if number != last.line)
        twin = next(others, None)
        if twin:
            return f"句子不完整，且与第{twin}行重复"
        if index < len(self.ground.lines) and is_title(last.text, _LONGEST_ORPHAN):
            return "条文之间的短行，不成句，像是缺少序号的标题"
        return ""
