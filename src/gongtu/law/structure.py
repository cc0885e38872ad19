"""What a statute is made of, as frozen values.

编, 分编, 章 and 节 are `Heading`s; 条 is a `StatuteArticle`; 款 is a `Paragraph`; 项 and 目
are `Item`s, an item holding the finer ones.  Every part knows the lines of the source it came
from; those take no part in equality, so the same statute read from two files is equal.

Ids are permanent and follow the Akoma Ntoso habit: `art_14__para_2__item_1`, `art_14-1`,
`book_1__chp_2__sec_1`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from gongtu.law.numerals import to_chinese

ABBREVIATIONS = {"编": "book", "分编": "part", "部分": "div", "章": "chp", "节": "sec"}
"""The kinds of heading, widest first, with the word that stands for them in ids."""


@dataclass(frozen=True, slots=True)
class Text:
    """One line of front or back matter, or a run of lines that belong together.

    `kind`: title, adoption, order, decision, date, signature, subtitle, preamble or text.
    """

    kind: str
    text: str
    line: int = field(compare=False, default=0)


@dataclass(frozen=True, slots=True)
class Item:
    """项 or 目: `mark` as printed, `after` the words that close the list of finer items."""

    eid: str
    mark: str
    num: int
    text: str
    items: tuple["Item", ...] = ()
    after: str = ""
    line: int = field(compare=False, default=0)

    @property
    def full_text(self) -> str:
        return "\n".join(_lines(self.mark + self.text, self.items, self.after))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """款: `text` leads the items, `after` closes them."""

    eid: str
    num: int
    text: str
    items: tuple[Item, ...] = ()
    after: str = ""
    line: int = field(compare=False, default=0)

    @property
    def full_text(self) -> str:
        return "\n".join(_lines(self.text, self.items, self.after))


@dataclass(frozen=True, slots=True)
class StatuteArticle:
    """条: `suffix` is 1 for 第十四条之一; `caption` stands in 【】 after the number."""

    eid: str
    num: int
    suffix: int
    label: str
    caption: str
    paragraphs: tuple[Paragraph, ...]
    line: int = field(compare=False, default=0)

    @property
    def number(self) -> int | str:
        """14, or "14-1" for 第十四条之一."""
        return f"{self.num}-{self.suffix}" if self.suffix else self.num

    @property
    def text(self) -> str:
        """The whole article without its number, one line for each paragraph and item."""
        return "\n".join(paragraph.full_text for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Heading:
    """编, 分编, 部分, 章 or 节; `num` is None for an unnumbered 附则.

    `articles` are the ids of the articles directly below, before any finer heading.
    """

    eid: str
    level: str
    num: int | None
    suffix: int
    label: str
    title: str
    articles: tuple[str, ...] = ()
    children: tuple["Heading", ...] = ()
    line: int = field(compare=False, default=0)

    def walk(self) -> Iterator["Heading"]:
        """The heading itself, then all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def all_articles(self) -> tuple[str, ...]:
        """The ids of every article below, at any depth."""
        return tuple(eid for heading in self.walk() for eid in heading.articles)


@dataclass(frozen=True, slots=True)
class Annex:
    """附件, 附录, 附表, or another text printed after the statute; kept line by line."""

    eid: str
    title: str
    lines: tuple[str, ...]
    line: int = field(compare=False, default=0)


@dataclass(frozen=True, slots=True)
class Statute:
    """A whole text.  `form` is "articles" (第X条) or "numbered" (一、二、三、 in their place)."""

    title: str
    form: str
    preface: tuple[Text, ...]
    toc: tuple[Text, ...]
    articles: tuple[StatuteArticle, ...]
    headings: tuple[Heading, ...]
    signatures: tuple[Text, ...] = ()
    annexes: tuple[Annex, ...] = ()

    def all_headings(self) -> Iterator[Heading]:
        """Every heading in reading order."""
        for heading in self.headings:
            yield from heading.walk()

    def find_article(self, num: int, suffix: int = 0) -> StatuteArticle | None:
        """The article of that number, or None."""
        wanted = (num, suffix)
        return next((a for a in self.articles if (a.num, a.suffix) == wanted), None)

    def path_of(self, eid: str) -> tuple[Heading, ...]:
        """The headings above an article, widest first."""
        return _path(self.headings, eid)


def article_label(num: int, suffix: int = 0) -> str:
    """第十四条, 第十四条之一."""
    return f"第{to_chinese(num)}条" + (f"之{to_chinese(suffix)}" if suffix else "")


def _lines(text: str, items: tuple[Item, ...], after: str) -> Iterator[str]:
    if text:
        yield text
    yield from (item.full_text for item in items)
    if after:
        yield after


def _path(headings: tuple[Heading, ...], eid: str) -> tuple[Heading, ...]:
    for heading in headings:
        if eid in heading.articles:
            return (heading,)
        if below := _path(heading.children, eid):
            return (heading, *below)
    return ()
