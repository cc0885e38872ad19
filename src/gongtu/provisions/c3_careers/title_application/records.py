"""What the registers know of a worker in each occupation, for the conditions of titles."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from gongtu.engines.entitlement.declare import Subject
from gongtu.registers.ladder.declare import the_ladder
from gongtu.registers.ladder.queries import list_occupations_of


def subjects(worker: str, on: date) -> Sequence[Subject]:
    """The worker in each occupation they have worked or are certified in."""
    person, ask = UUID(worker), the_ladder().subjects
    return [ask((person,), one.pk, on)[person] for one in list_occupations_of(person, on=on)]
