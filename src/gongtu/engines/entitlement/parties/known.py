"""The facts of one person, ready for rules."""

from __future__ import annotations

from uuid import UUID

from gongtu.engines.entitlement.facts import Known
from gongtu.engines.entitlement.parties.facts import Person
from gongtu.parties.choices import Sex
from gongtu.parties.queries import get_person


def person_facts(person: UUID) -> dict[str, Known]:
    """What is on record of a person."""
    told = get_person(person)
    return Person.recorded(
        as_of=told.registered_on,
        birth=told.birth,
        sex=Sex(told.sex) if told.sex else None,
        division=told.division_id,
    )
