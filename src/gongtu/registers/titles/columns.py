"""Professional titles over the whole city: the highest of each person by the day."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import numpy as np

from gongtu.engines.entitlement.city.columns import NOBODY
from gongtu.engines.entitlement.city.suppliers import Columns, supply
from gongtu.engines.entitlement.snapshot.frames import Registers
from gongtu.engines.entitlement.snapshot.rows import scattered, taken
from gongtu.engines.entitlement.snapshot.runs import NONE
from gongtu.parties.columns import PERSON
from gongtu.records.changes.sources import Source
from gongtu.registers.titles.choices import TitleLevel
from gongtu.registers.titles.facts import Title

TITLE = Source(
    "title",
    table="titles_professionaltitle",
    columns={"id": int, "person_id": UUID, "level": str, "granted_on": date},
    owner="person_id",
)


def titles(registers: Registers) -> Columns:
    """The highest title and since when, of each person."""
    rows, persons = registers.rows(TITLE), registers.rows(PERSON)
    granted_on, level = rows.whole("granted_on"), rows.column("level", TitleLevel)
    granted, rank = granted_on <= registers.day, level.values.astype(np.int64)
    highest = granted & (rank == rows.runs.spread(rows.runs.most(rank, granted)))
    first = rows.runs.earliest(granted_on, highest)
    person = np.where(first == NONE, NOBODY, rows.owners_in(persons))
    place = np.full(persons.size, NOBODY, dtype=np.int32)
    place[person[person != NOBODY]] = first[person != NOBODY]
    return {
        "level": taken(level, place),
        "since": scattered(granted_on[first], person, persons.size),
    }


supply(Title, titles, reads=[TITLE, PERSON])
