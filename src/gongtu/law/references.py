"""Places in a statute: pointing at one from code, and finding those a text speaks of.

>>> from gongtu.law import article
>>> article(14), str(article(40, 2))
(Article(number=14, paragraph=None, suffix=0, item=None), '条例第40条第2款')
>>> [str(found.place) for found in find_references("依照第三十条第二款第（三）项处理")]
['条例第30条第2款第3项']
"""

import re
from dataclasses import dataclass

from gongtu.base.errors import Broken
from gongtu.law.numerals import NUMERAL, find_int
from gongtu.law.structure import Statute


@dataclass(frozen=True, slots=True)
class Article:
    """A place in the statute; `paragraph` and `item` count from 1, `suffix` 1 is 之一."""

    number: int
    paragraph: int | None = None
    suffix: int = 0
    item: int | None = None

    def __str__(self) -> str:
        return f"条例{self.place}"

    @property
    def place(self) -> str:
        """第40条第2款, without naming the statute."""
        suffix = f"之{self.suffix}" if self.suffix else ""
        paragraph = f"第{self.paragraph}款" if self.paragraph else ""
        item = f"第{self.item}项" if self.item else ""
        return f"第{self.number}条{suffix}{paragraph}{item}"

    @property
    def eid(self) -> str:
        """The id of that part of the statute: art_40__para_2."""
        name = f"art_{self.number}" + (f"-{self.suffix}" if self.suffix else "")
        if self.item:
            return f"{name}__para_{self.paragraph or 1}__item_{self.item}"
        return f"{name}__para_{self.paragraph}" if self.paragraph else name


def article(number: int, paragraph: int | None = None) -> Article:
    """Point at an article; whether the city's statute has it is checked at start.

    Raises:
        Broken: No statute has an article or paragraph of that number.
    """
    if number < 1 or (paragraph is not None and paragraph < 1):
        raise Broken(f"Articles and paragraphs count from 1; there is no {number}, {paragraph}.")
    return Article(number, paragraph)


def check_reference(place: Article, statute: Statute) -> None:
    """Make sure that the statute has the place.

    Raises:
        Broken: It has no such article, paragraph or item.
    """
    found = statute.find_article(place.number, place.suffix)
    if found is None:
        last = statute.articles[-1].number
        raise Broken(f"{statute.title} ends at article {last}; there is no {place.place}.")
    eids = {found.eid}
    for paragraph in found.paragraphs:
        eids |= {paragraph.eid, *(item.eid for item in paragraph.items)}
    if place.eid not in eids:
        count = len(found.paragraphs)
        raise Broken(f"{statute.title} {found.label} has {count} paragraphs; no {place.place}.")


@dataclass(frozen=True, slots=True)
class Reference:
    """Characters `start` to `end` of a text that name a place.

    `statute` is the name in 《》 before it, or "" for the text's own statute (本法, 本条例).
    """

    start: int
    end: int
    statute: str
    place: Article


_N = rf"{NUMERAL}+"
_REFERENCE = re.compile(
    rf"(?:《(?P<statute>[^》]+)》\s*)?第(?P<number>{_N})条(?:之(?P<suffix>[一二三四五六七八九十]+))?"
    rf"(?:第(?P<paragraph>{_N})款)?(?:第[（(]?(?P<item>{_N})[）)]?项)?"
)


def find_references(text: str) -> tuple[Reference, ...]:
    """Every 第X条第Y款第（Z）项 in a text, in order."""
    found = (_reference(match) for match in _REFERENCE.finditer(text))
    return tuple(reference for reference in found if reference)


def _reference(found: re.Match[str]) -> Reference | None:
    def number(name: str) -> int | None:
        return find_int(found[name]) if found[name] else None

    if (num := number("number")) is None:
        return None
    place = Article(num, number("paragraph"), number("suffix") or 0, number("item"))
    return Reference(found.start(), found.end(), found["statute"] or "", place)
