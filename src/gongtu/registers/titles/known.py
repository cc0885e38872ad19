"""The register's facts about one person, ready for rules."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from gongtu.engines.entitlement.declare import Known
from gongtu.registers.titles.choices import TitleLevel
from gongtu.registers.titles.facts import Title
from gongtu.registers.titles.queries import find_highest


def title_known(person: UUID, *, on: date) -> dict[str, Known]:
    """The highest title and since when; nothing where none is on record."""
    if (highest := find_highest(person, on=on)) is None:
        return {}
    since = highest.granted_on
    return Title.recorded(as_of=since, level=TitleLevel(highest.level), since=since)
