"""A table of equal treatment as text: a grade, a level of titles, and in which matters.

Without a matter the line is for all that article 25 names.

>>> read_treatment("技师 中级 评优评奖")
[Equal(grade=<Grade.TECHNICIAN: 'technician'>, matter=<Matter.AWARDS: 'awards'>, \
title=<TitleLevel.INTERMEDIATE: 'intermediate'>)]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from gongtu.base.speech import gettext as _
from gongtu.base.speech import typed
from gongtu.registers.careers.choices import Matter
from gongtu.registers.careers.rows.lattice import TITLES_READ
from gongtu.registers.careers.rows.needs import NAMED as GRADES_READ
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.rows import RowsWrong, each_line
from gongtu.registers.titles.choices import TitleLevel

MATTERS = {matter.label: matter for matter in Matter}
MATTERS_READ = MATTERS | {matter.value: matter for matter in Matter}
TOLD = 2  # words that a line has at least


class Equal(NamedTuple):
    """In one matter a grade is treated as professionals of a level are."""

    grade: Grade
    matter: Matter
    title: TitleLevel


def read_treatment(text: str) -> list[Equal]:
    """The rows of a table, in order.

    Raises:
        RowsWrong: With every line at fault: an unknown grade, level or matter, a grade told twice,
            or a higher grade treated below a lower one.
    """
    earlier: list[Equal] = []

    def read(words: list[str]) -> list[Equal]:
        told = list(_line(words))
        if reasons := [reason for one in told for reason in clashes(one, earlier)]:
            raise RowsWrong(*reasons)
        earlier.extend(told)
        return told

    return in_order(chain.from_iterable(each_line(text, read)))


def write_treatment(equals: Iterable[Equal]) -> str:
    """The text that `read_treatment` reads back."""
    joined: dict[tuple[Grade, TitleLevel], list[Matter]] = {}
    for one in in_order(equals):
        joined.setdefault((one.grade, one.title), []).append(one.matter)
    return "\n".join(
        " ".join((typed(grade), typed(title), *_matter_words(matters)))
        for (grade, title), matters in joined.items()
    )


def in_order(equals: Iterable[Equal]) -> list[Equal]:
    """By grade from the lowest, then as the statute names the matters."""
    return sorted(equals, key=lambda one: (one.grade.rank, one.matter.place))


def clashes(one: Equal, others: Iterable[Equal]) -> Iterator[str]:
    """Why a row cannot stand beside these others; nothing where it can."""
    words = {"grade": one.grade, "matter": one.matter}
    for other in others:
        if other.matter is not one.matter:
            continue
        told = {**words, "other": other.grade}
        if other.grade is one.grade:
            yield _("%(grade)s的%(matter)s前面已经写过") % told
        elif one.grade.rank > other.grade.rank and one.title.place < other.title.place:
            yield _("%(grade)s高于%(other)s，%(matter)s却比照得更低") % told
        elif one.grade.rank < other.grade.rank and one.title.place > other.title.place:
            yield _("%(grade)s低于%(other)s，%(matter)s却比照得更高") % told


def _line(words: list[str]) -> Iterator[Equal]:
    if len(words) < TOLD:
        raise RowsWrong(_("应写明技能等级和比照的职称级别"))
    grade, title, *matters = words
    if grade not in GRADES_READ:
        raise RowsWrong(_("没有“%(name)s”这个等级") % {"name": grade})
    if title not in TITLES_READ:
        told = {"name": title, "levels": list(TitleLevel)}
        raise RowsWrong(_("没有“%(name)s”这个职称级别（%(levels)s）") % told)
    if strange := [word for word in matters if word not in MATTERS_READ]:
        told = {"name": strange[0], "matters": list(Matter)}
        raise RowsWrong(_("条例第二十五条没有“%(name)s”这一方面（%(matters)s）") % told)
    for matter in dict.fromkeys(MATTERS_READ[word] for word in matters or MATTERS):
        yield Equal(GRADES_READ[grade], matter, TITLES_READ[title])


def _matter_words(matters: Sequence[Matter]) -> list[str]:
    return [] if len(matters) == len(Matter) else [typed(matter) for matter in matters]
