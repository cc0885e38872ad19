"""What is shown on the applications between grades and titles: the rule they are decided under."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from gongtu.registers.equivalence import queries as equivalence
from gongtu.registers.equivalence.choices import Side
from gongtu.registers.equivalence.declare import Rung
from gongtu.registers.skills.queries import find_session
from gongtu.web.cases.sections import section
from gongtu.web.equivalence_page import told_page

TEMPLATE = "cases/sections/ruling.html"


@section("title-application", TEMPLATE)
def title_page(case: Any, _on: date) -> dict[str, Any] | None:
    """From a grade to the title applied for."""
    return _page(case, Side.GRADE, lambda: Rung(Side.TITLE, str(case.answers["level"])))


@section("professional-assessment", TEMPLATE)
def assessment_page(case: Any, _on: date) -> dict[str, Any] | None:
    """From a title to the grade of the session."""
    return _page(case, Side.TITLE, lambda: _grade_of(case.answers["session"]))


def _grade_of(session: str) -> Rung | None:
    found = find_session(session)
    return Rung(Side.GRADE, found.grade) if found else None


def _page(case: Any, side: Side, applied: Callable[[], Rung | None]) -> dict[str, Any] | None:
    """As the decision keeps it; before there is one, as it stood on the day of filing."""
    if (ruling := equivalence.find_ruling(case.number)) is not None:
        return {"decided": True, **told_page(equivalence.get_row(ruling.row), ruling.says)}
    target = applied()
    if not target or not (found := equivalence.find_row(side, target, on=case.opened_on)):
        return None
    row, _stated = found
    return {"decided": False, **told_page(row, equivalence.told_on(row, case.opened_on))}
