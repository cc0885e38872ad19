"""Lists pasted as text: one person a line, found by name and, among namesakes, by day of birth."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TypeVar
from uuid import UUID

from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.parties.models import Person
from gongtu.parties.queries import employees_of

T = TypeVar("T")

BREAKS = re.compile(r"[\s,，、;；]+")
BIRTH = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
PARTS = 2
FULL_MARK = 100
ABSENT = frozenset({"缺考", "absent"})


class RowsWrong(Refused):
    """Lines of a list that cannot be taken; one reason for each line."""


class Roll:
    """People by name, so that a line of a list finds exactly one."""

    def __init__(self, people: Iterable[Person]) -> None:
        self.by_name: dict[str, list[Person]] = defaultdict(list)
        for person in people:
            self.by_name[person.name].append(person)

    def find(self, name: str, birth: str) -> UUID:
        """The one person of that name, born on that day if a day is told.

        Raises:
            RowsWrong: Nobody, or more than one.
        """
        namesakes = [p for p in self.by_name[name] if not birth or str(p.birth) == birth]
        if not namesakes:
            raise RowsWrong(_("名单中没有“%(name)s”") % {"name": name})
        if len(namesakes) > 1:
            several = {"name": name, "count": len(namesakes)}
            raise RowsWrong(_("有%(count)s名“%(name)s”，请在姓名后写明出生日期") % several)
        return namesakes[0].pk


def staff_of(organisation: int, *, on: date) -> Roll:
    """Everybody the organisation employs on that day."""
    return Roll(membership.person for membership in employees_of(organisation, on))


def read_names(text: str, roll: Roll) -> list[UUID]:
    """One person a line: a name, with the day of birth among namesakes.

    Raises:
        RowsWrong: With every line at fault.
    """
    return each_line(text, lambda words: _person(words, roll)[0])


def read_born(text: str, roll: Roll) -> list[UUID]:
    """One person a line, who is nobody's employee: a name, always with the day of birth.

    Raises:
        RowsWrong: With every line at fault.
    """

    def born(words: list[str]) -> UUID:
        if len(words) != PARTS or not BIRTH.match(words[1]):
            raise RowsWrong(_("应写明姓名和出生日期，例如“张三 1990-01-31”"))
        return roll.find(*words)

    return each_line(text, born)


def names_in(text: str) -> set[str]:
    """The first word of each line: whom a roll must know."""
    return {words[0] for _number, words in _lines(text)}


def read_totals(text: str, roll: Roll) -> dict[UUID, int]:
    """One candidate a line: who, then one mark out of a hundred.

    Raises:
        RowsWrong: With every line at fault.
    """

    def marked(words: list[str]) -> tuple[UUID, int]:
        person, marks = _person(words, roll)
        if len(marks) != 1 or not marks[0].isdecimal() or int(marks[0]) > FULL_MARK:
            raise RowsWrong(_("应写明一项成绩，为0至100的整数"))
        return person, int(marks[0])

    return dict(each_line(text, marked))


def read_marks(text: str, roll: Roll) -> dict[UUID, tuple[int | None, int | None]]:
    """One candidate a line: who, then two marks; None for the part from which they were absent.

    Raises:
        RowsWrong: With every line at fault.
    """

    def marked(words: list[str]) -> tuple[UUID, tuple[int | None, int | None]]:
        person, marks = _person(words, roll)
        if len(marks) != PARTS or not all(map(is_mark, marks)):
            raise RowsWrong(_("应写明理论、技能两项成绩，均为整数；没有参加的写“缺考”"))
        theory, practice = map(mark_in_words, marks)
        return person, (theory, practice)

    return dict(each_line(text, marked))


def is_mark(word: str) -> bool:
    """Whether it is a whole mark, or says that somebody was absent."""
    return word in ABSENT or word.isdecimal()


def mark_in_words(word: str) -> int | None:
    """The mark; None where the word says that somebody was absent."""
    return None if word in ABSENT else int(word)


def _person(words: list[str], roll: Roll) -> tuple[UUID, list[str]]:
    name, *rest = words
    birth = rest.pop(0) if rest and BIRTH.match(rest[0]) else ""
    return roll.find(name, birth), rest


def each_line(text: str, read: Callable[[list[str]], T]) -> list[T]:
    """What `read` makes of the words of each line that is not blank.

    Raises:
        RowsWrong: With every line at fault, or because there is none.
    """
    found, wrong = [], []
    for number, words in _lines(text):
        try:
            found.append(read(words))
        except RowsWrong as refused:
            wrong += [
                _("第%(line)s行：%(reason)s。") % {"line": number, "reason": reason}
                for reason in refused.reasons
            ]
    if wrong or not found:
        raise RowsWrong(*(wrong or [_("名单是空的。")]))
    return found


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if words := [word for word in BREAKS.split(line.strip()) if word]:
            yield number, words
