"""The register of equivalence for anybody: its picture, its rows, and the simulator."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django.http import QueryDict

from gongtu.registers.equivalence import queries as equivalence
from gongtu.registers.equivalence.choices import Side
from gongtu.registers.equivalence.declare import Row, Rung
from gongtu.web.equivalence_page import answers_page, row_page, rung_words, statement_page
from gongtu.web.public.forms import SupposeForm

PICTURES = ((Side.GRADE, Side.TITLE), (Side.CLASS, Side.EDUCATION))


def list_page(asked: QueryDict, on: date) -> dict[str, Any]:
    """Everything of the day; what follows from what the reader holds, where they said so."""
    form = SupposeForm(asked if asked else None, on=on)
    answers = None
    if form.is_bound and form.is_valid():
        answers = answers_page(equivalence.suppose(form.supposed, on=on))
    rows = equivalence.list_rows()
    return {
        "form": form,
        "answers": answers,
        "pictures": [list(_picture(rows, left, right, on)) for left, right in PICTURES],
        "rows": [row_page(row, on) for row in rows],
    }


def show_page(row: Row, on: date) -> dict[str, Any]:
    """One row with everything ever stated of it, the latest first."""
    return {
        "row": row_page(row, on),
        "statements": [statement_page(one) for one in reversed(row.statements)],
    }


def _picture(rows: Sequence[Row], left: Side, right: Side, on: date) -> Iterator[dict[str, Any]]:
    """Bridges between two sides, the highest first, each with the rows that cross it."""
    crossing = [row for row in rows if {row.source.side, row.target.side} == {left, right}]
    crossing = [row for row in crossing if row.target.key and _holds(row, on)]
    ends = {_ends(row, left): None for row in crossing}
    for one, other in sorted(ends, key=lambda pair: pair[0].place, reverse=True):
        yield {
            "left": rung_words(one),
            "right": rung_words(other),
            "rows": [
                {**row_page(row, on), "back": row.source.side is right}
                for row in crossing
                if _ends(row, left) == (one, other)
            ],
        }


def _ends(row: Row, left: Side) -> tuple[Rung, Rung]:
    forth = row.source.side is left
    return (row.source, row.target) if forth else (row.target, row.source)


def _holds(row: Row, on: date) -> bool:
    stated = row.on(on)
    return stated is not None and stated.is_confirmed
