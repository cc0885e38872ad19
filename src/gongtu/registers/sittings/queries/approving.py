"""Who drew up the plan of a session, and who approved it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple
from uuid import UUID

from gongtu.engines.casework.authority import Made, docket_of
from gongtu.engines.casework.declare import OPENED
from gongtu.engines.casework.models import Case
from gongtu.parties.queries import names_of

APPROVED = "approve"


class Act(NamedTuple):
    """Who did it, empty where no person is on record, and when."""

    name: str
    on: date


class Approval(NamedTuple):
    """Who drew up a plan, and who approved it; None until somebody does."""

    drawn_up: Act | None
    approved: Act | None


def approval_of(case: Case) -> Approval:
    """How the plan of a session came about."""
    made = docket_of(case).made
    drawn_up = next((one for one in made if one.move == OPENED), None)
    approved = next((one for one in made if one.move == APPROVED), None)
    names = names_of(UUID(one.person) for one in (drawn_up, approved) if one and one.person)
    return Approval(_act(drawn_up, names), _act(approved, names))


def _act(made: Made | None, names: dict[UUID, str]) -> Act | None:
    if made is None:
        return None
    return Act(names.get(UUID(made.person), "") if made.person else "", made.on)
