"""The facts of one person, ready for rules."""

from __future__ import annotations

from gongtu.engines.entitlement.facts import Known
from gongtu.engines.entitlement.parties.facts import Person
from gongtu.parties.choices import Sex
from gongtu.parties.models import Person as Registered


def person_facts(told: Registered) -> dict[str, Known]:
    """What is on record of a person."""
    return Person.recorded(
        as_of=told.registered_on,
        birth=told.birth,
        sex=Sex(told.sex) if told.sex else None,
        division=told.division_id,
    )
