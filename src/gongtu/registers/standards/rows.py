"""The text of a standard as its drafters paste it: sections, and points with their weights."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Self

from gongtu.base.errors import Refused
from gongtu.base.speech import gettext as _
from gongtu.registers.skills.choices import Grade
from gongtu.registers.standards.choices import PointKind

WHOLE, MOST_SECTIONS, LONGEST_TITLE = 100, 200, 80
HEADING = re.compile(r"#+\s*(.*)\Z")
POINT = re.compile(r"(知识|技能|knowledge|skill)[:：]\s*(.*)\Z")
WEIGHT = re.compile(r"(\d{1,3})%\Z")
KINDS = {"知识": PointKind.KNOWLEDGE, "技能": PointKind.SKILL}
KINDS_READ = KINDS | {kind.value: kind for kind in PointKind}


class SectionsWrong(Refused):
    """The text cannot be read as sections; one reason for each line or sum at fault."""


@dataclass(frozen=True, slots=True)
class Point:
    """What a section asks, with its weight in each grade covered, the lowest first; or none."""

    kind: PointKind
    name: str
    weights: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the text under a title that no other part bears."""

    title: str
    text: str = ""
    points: tuple[Point, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """For the table."""
        return asdict(self)

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> Self:
        """The section again."""
        points = (
            Point(PointKind(one["kind"]), one["name"], tuple(one["weights"]))
            for one in kept["points"]
        )
        return cls(kept["title"], kept["text"], tuple(points))

    @property
    def lines(self) -> list[str]:
        """Every line a reader compares: the text, then the points as they are written."""
        return [*self.text.splitlines(), *(written(point) for point in self.points)]


def grades_between(lowest: Grade, highest: Grade) -> list[Grade]:
    """The grades covered, the lowest first.

    >>> [grade.label for grade in grades_between(Grade.JUNIOR, Grade.SENIOR)]
    ['初级工', '中级工', '高级工']
    """
    return [grade for grade in Grade if lowest.rank <= grade.rank <= highest.rank]


def written(point: Point) -> str:
    """A point as its line is pasted.

    >>> written(Point(PointKind.SKILL, "平焊", (30, 20)))
    '技能：平焊 30% 20%'
    """
    word = next(word for word, kind in KINDS.items() if kind is point.kind)
    return " ".join((f"{word}：{point.name}", *(f"{weight}%" for weight in point.weights)))


def as_text(sections: Iterable[Section]) -> str:
    """The sections as they are pasted: read again, they are the same."""
    return "\n".join(line for one in sections for line in (f"# {one.title}", *one.lines))


def read_sections(text: str, *, grades: int) -> list[Section]:
    """The sections of a text that covers so many grades.

    Raises:
        SectionsWrong: With every line and every sum of weights at fault.
    """
    wrong: list[str] = []
    sections: list[Section] = []
    for title, lines in _parts(text, wrong):
        if title in {one.title for one in sections}:
            wrong.append(_("有两节都叫“%(title)s”，请分别命名。") % {"title": title})
        sections.append(_section(title, lines, grades, wrong))
    if not sections and not wrong:
        wrong.append(_("还没有分节。每节先写一行“# 节名”，以下写正文。"))
    if len(sections) > MOST_SECTIONS:
        wrong.append(_("最多%(most)s节，请合并。") % {"most": MOST_SECTIONS})
    points = [point for section in sections for point in section.points]
    wrong += (says for kind in PointKind for says in _unbalanced(kind, points, grades))
    if wrong:
        raise SectionsWrong(*wrong)
    return sections


def _parts(text: str, wrong: list[str]) -> Iterator[tuple[str, list[tuple[int, str]]]]:
    """Each heading with the numbered lines below it."""
    title, lines = "", list[tuple[int, str]]()
    for number, line in enumerate(text.splitlines(), start=1):
        heading = HEADING.match(line.strip())
        if heading is None:
            if line.strip() and not title:
                wrong.append(_("第%(line)s行：写在节名以前。先写一行“# 节名”。") % {"line": number})
                return
            lines.append((number, line.strip()))
            continue
        if title:
            yield title, lines
        title, lines = heading[1], []
        if not 0 < len(title) <= LONGEST_TITLE:
            wrong.append(
                _("第%(line)s行：节名应有1至%(most)s个字。")
                % {"line": number, "most": LONGEST_TITLE}
            )
            return
    if title:
        yield title, lines


def _section(
    title: str, lines: Sequence[tuple[int, str]], grades: int, wrong: list[str]
) -> Section:
    text, points = [], []
    for number, line in lines:
        if (found := POINT.match(line)) is None:
            text.append(line)
            continue
        point = _point(KINDS_READ[found[1]], found[2].split())
        points.append(point)
        if not point.name:
            wrong.append(_("第%(line)s行：没有写明考什么。") % {"line": number})
        elif point.weights and len(point.weights) != grades:
            wrong.append(
                _("第%(line)s行：写了%(told)s个比重，应当每个等级一个，共%(grades)s个。")
                % {"line": number, "told": len(point.weights), "grades": grades}
            )
    return Section(title, "\n".join(text).strip(), tuple(points))


def _point(kind: PointKind, words: list[str]) -> Point:
    weights: list[int] = []
    while words and (weight := WEIGHT.match(words[-1])):
        weights.insert(0, int(weight[1]))
        words = words[:-1]
    return Point(kind, " ".join(words), tuple(weights))


def _unbalanced(kind: PointKind, points: Sequence[Point], grades: int) -> Iterator[str]:
    """Either no point of a kind has a weight, or all have, and each grade's make up a whole."""
    weights = [point.weights for point in points if point.kind is kind]
    if not any(weights):
        return
    if not all(weights):
        yield _("%(kind)s有的写了比重，有的没有；请都写，或者都不写。") % {"kind": kind}
        return
    if any(len(each) != grades for each in weights):
        return
    for place, column in enumerate(zip(*weights, strict=True), start=1):
        if sum(column) != WHOLE:
            yield _("%(kind)s的比重，第%(place)s个等级合计%(sum)s%%，应为100%%。") % {
                "kind": kind.label,
                "place": place,
                "sum": sum(column),
            }
