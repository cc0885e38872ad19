"""Courses a worker took a place in."""

from __future__ import annotations

from datetime import date
from typing import Any

from gongtu.registers.training.queries import list_signed_up
from gongtu.web.training_page import course_row

SHOWN = 50


def courses_page(person: Any, on: date) -> dict[str, Any]:
    """Each with where it stands."""
    own = [one.announcement for one in list_signed_up(person.id)[:SHOWN]]
    return {"courses": [course_row(one, on) for one in own]}
