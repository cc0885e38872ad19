"""From the parts in reading order to the tree of headings and the list of articles, with ids."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from gongtu.law.numerals import to_chinese
from gongtu.law.parse.body import OpenArticle, OpenHeading, Part
from gongtu.law.parse.marks import RANKS
from gongtu.law.parse.notes import Notebook
from gongtu.law.parse.paragraphs import build_paragraphs, unused
from gongtu.law.structure import ABBREVIATIONS, Heading, StatuteArticle, article_label

_GROUP_RANK = 4


@dataclass(slots=True)
class _Branch:
    """A heading while it grows."""

    opened: OpenHeading | None
    rank: int
    eid: str = ""
    articles: list[str] = field(default_factory=list)
    children: list["_Branch"] = field(default_factory=list)


@dataclass(slots=True)
class TreeBuilder:
    """Ids are unique: a number that comes twice gets `_dup2`, and the notebook says so."""

    notebook: Notebook
    numbered: bool = False
    articles: list[StatuteArticle] = field(default_factory=list)
    used: dict[str, int] = field(default_factory=dict)
    stack: list[_Branch] = field(default_factory=lambda: [_Branch(None, -1)])
    counts: dict[int, tuple[int, int]] = field(default_factory=dict)

    def build(self, parts: Sequence[Part]) -> tuple[Heading, ...]:
        """The headings; the articles lie in `articles`."""
        for part in parts:
            if isinstance(part, OpenHeading):
                self._add_heading(part)
            else:
                self._add_article(part)
        return tuple(_heading(child) for child in self.stack[0].children)

    def _add_heading(self, opened: OpenHeading) -> None:
        mark = opened.mark
        rank = _GROUP_RANK if opened.is_group else self._rank(opened)
        while self.stack[-1].rank >= rank:
            self.stack.pop()
        parent = self.stack[-1]
        self._check_sequence(opened, rank)
        name = (
            "final"
            if mark.num is None
            else f"{mark.num}" + (f"-{mark.suffix}" if mark.suffix else "")
        )
        above = f"{parent.eid}__" if parent.eid else ""
        branch = _Branch(opened, rank)
        branch.eid = unused(f"{above}{ABBREVIATIONS[mark.level]}_{name}", self.used)
        parent.children.append(branch)
        self.stack.append(branch)

    def _rank(self, opened: OpenHeading) -> int:
        if opened.mark.num is None and self.stack[0].children:
            return self.stack[0].children[0].rank
        return RANKS[opened.mark.level]

    def _check_sequence(self, opened: OpenHeading, rank: int) -> None:
        mark = opened.mark
        before = self.counts.get(rank)
        for finer in [known for known in self.counts if known > rank]:
            del self.counts[finer]
        if mark.num is None:
            return
        now = (mark.num, mark.suffix)
        self.counts[rank] = now
        if before is None:
            # Chapters may count on through the books, so any number may open a list below one.
            fits = mark.num == 1 or len(self.stack) > 1
        else:
            fits = now in ((before[0] + 1, 0), (before[0], before[1] + 1))
        if not fits:
            says = (
                f"标题序号不连续：{heading_label(mark.level, mark.num, mark.suffix)} {mark.title}"
            )
            self.notebook.note(opened.line, "sequence", says)

    def _add_article(self, opened: OpenArticle) -> None:
        mark = opened.mark
        name = f"art_{mark.num}" + (f"-{mark.suffix}" if mark.suffix else "")
        eid = unused(name, self.used)
        label = to_chinese(mark.num) if self.numbered else article_label(mark.num, mark.suffix)
        paragraphs = build_paragraphs(opened.pieces, eid)
        self.stack[-1].articles.append(eid)
        self.articles.append(
            StatuteArticle(
                eid, mark.num, mark.suffix, label, opened.caption, paragraphs, opened.line
            )
        )


def heading_label(level: str, num: int | None, suffix: int) -> str:
    """第二章, 第二章之一; empty for an unnumbered heading."""
    if num is None:
        return ""
    return f"第{to_chinese(num)}{level}" + (f"之{to_chinese(suffix)}" if suffix else "")


def _heading(branch: _Branch) -> Heading:
    opened = branch.opened
    assert opened is not None  # noqa: S101 - only called for opened branches
    mark = opened.mark
    group = opened.is_group and mark.num is not None
    label = to_chinese(mark.num or 0) if group else heading_label(mark.level, mark.num, mark.suffix)
    return Heading(
        branch.eid,
        mark.level,
        mark.num,
        mark.suffix,
        label,
        mark.title,
        tuple(branch.articles),
        tuple(_heading(child) for child in branch.children),
        opened.line,
    )
