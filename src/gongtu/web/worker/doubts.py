"""The worker's questions about records that contradict one another, and how far each is."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from gongtu.engines.casework import queries as cases
from gongtu.engines.casework import services as casework
from gongtu.registers.ladder import queries as ladder
from gongtu.web.http import Request

CORRECTION = "employment-correction"


def doubts_page(person: UUID, on: date) -> list[dict[str, Any]]:
    """Each question, what is assumed until it is answered, and the case about it if any."""
    doubts = ladder.doubts_of(person, on=on)
    jobs = any(one.overlap for one in doubts)
    claimed = cases.list_claimed(person=person, organisation=None) if jobs else {}
    return [
        {
            "asks": one.asks,
            "assumed": one.assumed,
            "certificates": one.certificates,
            "overlap": one.overlap,
            "case": claimed.get((CORRECTION, one.overlap)),
        }
        for one in doubts
    ]


def ask(person: UUID, key: str, request: Request) -> str:
    """The number of the case that looks into two jobs; a second click finds the first's.

    Raises:
        OverlapGone: The jobs do not overlap any more.
    """
    ladder.get_overlap(person, key)
    standing = cases.find_claim(CORRECTION, key, person=person, organisation=None)
    if standing is not None:
        return standing
    by = request.capacity
    # Of two windows pressing at once both stand before as many cases, so that they use one key.
    once = f"{key}:{cases.count_cases_of(by)}"
    answers = {"overlap": key}
    return casework.open_case(CORRECTION, answers=answers, by=by, on=request.on, once=once).number
