"""What is on offer in an officer's area to those who wait: courses to sign up for, assessments."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from gongtu.parties.queries import divisions_under
from gongtu.registers.sittings.queries import list_supervised, seats_left
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.queries.coming import sessions_to_come
from gongtu.registers.training.queries import list_open_courses
from gongtu.web.chain_page import label_of
from gongtu.web.http import Request


def offers_page(occupation: str, grades: Iterable[Grade], request: Request) -> list[dict[str, Any]]:
    """Of each grade the courses with places left and the assessments planned; three queries."""
    division, on = request.capacity.division or "", request.on
    courses = _courses(occupation, division, on)
    sessions = _sessions(occupation, division, on)
    left = seats_left(sessions)
    return [_offer(grade, courses, sessions, left) for grade in grades]


def _courses(occupation: str, division: str, on: date) -> list[Any]:
    open_now = list_open_courses(on=on, occupation=occupation)
    return list(open_now.filter(provider__division__in=divisions_under(division)))


def _sessions(occupation: str, division: str, on: date) -> list[Any]:
    coming = sessions_to_come(on).filter(filing__occupation=occupation)
    return list(list_supervised(division).filter(pk__in=coming.values("pk")))


def _offer(
    grade: Grade, courses: Sequence[Any], sessions: Sequence[Any], left: dict[int, int]
) -> dict[str, Any]:
    trained = [one for one in courses if one.grade == grade]
    assessed = [one for one in sessions if one.grade == grade]
    return {
        "label": label_of(grade),
        "courses": len(trained),
        "places": sum(one.left for one in trained),
        "sessions": len(assessed),
        "seats": sum(left.get(one.pk, 0) for one in assessed),
    }
