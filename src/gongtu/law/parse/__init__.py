"""Any Chinese statute text, read into its structure.

`parse_text` never drops a word silently: each line that is not blank ends in the structure
(articles, headings, preface, contents, signatures, annexes) or in `unplaced` with its number
and the reason.  What it decided on the way (lines joined, numbers out of sequence, references
that look like articles) it reports as `notes`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from gongtu.base.errors import Refused
from gongtu.law.parse.back import read_back
from gongtu.law.parse.body import BodyReader
from gongtu.law.parse.front import find_contents, find_name, is_name, read_front
from gongtu.law.parse.ground import Ground
from gongtu.law.parse.marks import find_annex, find_heading, is_date, is_signature
from gongtu.law.parse.notes import Note, Notebook, Unplaced
from gongtu.law.parse.sequence import (
    find_numbered,
    find_runs,
    longest,
    missing_numbers,
    quoted_lines,
)
from gongtu.law.parse.source import MARKUP, Line, NotReadable, decode, page_furniture, read_lines
from gongtu.law.parse.splitting import split_run_together
from gongtu.law.parse.tree import TreeBuilder
from gongtu.law.structure import Statute, Text

__all__ = [
    "NoStatute",
    "NotReadable",
    "Note",
    "Parsed",
    "Unplaced",
    "parse_file",
    "parse_text",
    "read_text",
]

LARGEST_FILE = 50 * 2**20


class NoStatute(Refused):
    """The text has no articles; says what was found and what was not."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A statute with what the parser could not place, and what it decided."""

    statute: Statute
    unplaced: tuple[Unplaced, ...]
    notes: tuple[Note, ...]


def parse_file(path: Path) -> Parsed:
    """The statute in a text file; UTF-8, UTF-16 and GB 18030 are told apart.

    Raises:
        NotReadable: Empty or binary.
        NoStatute: A text, but no statute.
    """
    return parse_text(read_text(path))


def read_text(path: Path) -> str:
    """The text of a file, its line ends as they are.

    Raises:
        NotReadable: No such file, empty, binary, or too large to be a statute.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise NotReadable(f"{path} 超过 {LARGEST_FILE // 2**20} MB，不是法规文本。")
        return decode(path.read_bytes())
    except OSError as error:
        raise NotReadable(f"无法读取 {path}：{error.strerror}。") from error


def parse_text(text: str, *, line_of: Sequence[int] = ()) -> Parsed:
    """The statute in a text; `line_of` names the source line of each line, where they differ.

    Raises:
        NoStatute: A text, but no statute.
    """
    notebook = Notebook()
    if MARKUP.search(text):
        notebook.note(1, "markup", "文中的 HTML 标记已略去")
    lines = split_run_together(read_lines(text, line_of), notebook)
    return _Reading(lines, notebook).parse()


class _Reading:
    """One pass over one file: contents page, articles, name, body, back matter."""

    def __init__(self, lines: list[Line], notebook: Notebook) -> None:
        self.lines, self.notebook = lines, notebook
        self.contents = find_contents(lines)
        self.quoted = quoted_lines(lines)
        skip = {*self.contents, *self.quoted}
        runs = find_runs(lines, skip)
        self.numbered = not runs
        if self.numbered:
            heads = find_numbered(lines, skip)
            runs = [heads] if heads else []
        if not runs:
            raise _no_statute(lines)
        main = longest(runs)
        self.run, self.following = runs[main], runs[main + 1 :]
        self.start = self._start(runs[main - 1][-1].index + 1 if main else 0)

    def _start(self, earliest: int) -> int:
        """The first heading of the body, or its first article."""
        first = self.run[0].index
        after_contents = self.contents.stop if self.contents.stop <= first else 0
        for index in range(max(earliest, after_contents), first):
            mark = find_heading(self.lines[index].text)
            if mark and mark.num is not None and index not in self.quoted:
                return index
        return self._group_above(first)

    def _group_above(self, first: int) -> int:
        from_group = find_numbered(self.lines[first - 1 : first], ()) if first else []
        return first - 1 if from_group and not self.numbered else first

    def _end(self) -> int:
        """Where the texts that follow the statute begin: their name, or an annex's mark."""
        last = self.run[-1].index
        bound = self.following[0][0].index if self.following else len(self.lines)
        for index in range(last + 1, bound):
            if find_annex(self.lines[index].text):
                return index
        return bound

    def parse(self) -> Parsed:
        before = [i for i in range(self.start) if i not in self.contents]
        name, title = find_name(self.lines, before, self.start) if before else (range(0), "")
        self._check_form(title)
        furniture = page_furniture(self.lines, title)
        front = [i for i in before if i not in furniture or i in name]
        for index in (i for i in before if i in furniture and i not in name):
            self.notebook.leave(self.lines[index], furniture[index])
        heads = {head.index: head for head in self.run}
        ground = Ground(self.lines, heads, furniture, self.quoted, self.numbered)
        body = BodyReader(ground, self.notebook)
        end = body.read(self.start, self._end())
        tree = TreeBuilder(self.notebook, self.numbered)
        headings = tree.build(body.parts)
        signatures, annexes = read_back(
            self.lines, range(end, len(self.lines)), furniture, self.notebook
        )
        self._report(title)
        statute = Statute(
            title,
            "numbered" if self.numbered else "articles",
            read_front(self.lines, front, name),
            tuple(
                Text("contents", self.lines[i].text, self.lines[i].number) for i in self.contents
            ),
            tuple(tree.articles),
            headings,
            signatures,
            annexes,
        )
        unplaced = sorted(self.notebook.unplaced, key=lambda u: u.line)
        return Parsed(
            statute, tuple(unplaced), tuple(sorted(self.notebook.notes, key=lambda n: n.line))
        )

    def _check_form(self, title: str) -> None:
        several, named = len(self.run) > 1, is_name(title)
        if not (several and named if self.numbered else several or named):
            raise _no_statute(self.lines)

    def _report(self, title: str) -> None:
        first = self.lines[self.run[0].index].number
        if not title:
            self.notebook.note(first, "title", "没有找到法规名称")
        if self.numbered:
            self.notebook.note(first, "form", "全文没有“第X条”，以“一、二、三、”分条，各项按条列出")
        if missing := missing_numbers(self.run):
            shown = "、".join(f"第{num}条" for num in missing)
            self.notebook.note(first, "missing", f"缺少：{shown}")


def _no_statute(lines: Sequence[Line]) -> NoStatute:
    headings = [line for line in lines if find_heading(line.text)]
    dates = sum(is_date(line.text) or is_signature(line.text) for line in lines)
    found = f"找到：{len(lines)} 行文字，{len(headings)} 个编章节标题，{dates} 处日期或者落款。"
    missing = "没有找到：以“第一条”开头的条文，或者名称之后以“一、二、三、”分列的条款。"
    return NoStatute("这份文本不像法规。", found, missing)
