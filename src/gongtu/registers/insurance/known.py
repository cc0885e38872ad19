"""The register's facts about one person, ready for rules."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from gongtu.engines.entitlement.declare import Known
from gongtu.registers.insurance.facts import Insurance
from gongtu.registers.insurance.queries import find_months


def insurance_facts(person: UUID, *, on: date) -> dict[str, Known]:
    """Months paid as last reported; nothing where nothing was reported."""
    told = find_months(person, on=on)
    if told is None:
        return {}
    return Insurance.recorded(as_of=told.as_of, unemployment_months=told.months)
