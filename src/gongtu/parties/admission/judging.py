"""A table read to its end: what its rows tell, and everything wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from gongtu.parties.roster.columns import Column, Header
from gongtu.parties.roster.reading import Row, read_rows
from gongtu.parties.roster.row import Problem

Entry = TypeVar("Entry")


@dataclass(slots=True)
class Judged(Generic[Entry]):
    """Where the columns lie, the rows as they stand, those without fault, and what is wrong."""

    header: Header
    rows: dict[int, Row]
    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def blame(self, problems: Sequence[Problem]) -> None:
        """Add what only the whole table or the register tells; rows stay in their order."""
        self.problems = sorted([*self.problems, *problems], key=lambda problem: problem.row)


def judge_rows(
    content: bytes,
    columns: Sequence[Column],
    judge: Callable[[Header, int, Row], Entry | list[Problem]],
) -> Judged[Entry]:
    """Every row judged by itself.

    Raises:
        FileUnreadable, HeadersUnfit: Before any row is judged.
    """
    header, rows = read_rows(content, columns)
    judged: Judged[Entry] = Judged(header, dict(rows))
    for number, row in judged.rows.items():
        verdict = judge(header, number, row)
        if isinstance(verdict, list):
            judged.problems += verdict
        else:
            judged.entries.append(verdict)
    return judged
