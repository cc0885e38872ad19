"""Honours and awards over the whole city: those granted and won by the day."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import numpy as np

from gongtu.base.periods import years_between
from gongtu.engines.entitlement.city.columns import Column, Truths, day_of, narrowed
from gongtu.engines.entitlement.city.suppliers import Columns, Kind, rows_of, supply
from gongtu.engines.entitlement.parties.columns import of_person
from gongtu.engines.entitlement.snapshot.frames import Registers
from gongtu.engines.entitlement.snapshot.rows import Rows, taken
from gongtu.records.changes.sources import Source
from gongtu.registers.honours.choices import ContestLevel
from gongtu.registers.honours.facts import Award, Honour
from gongtu.registers.skills.columns import OCCUPATION

HONOUR = Source(
    "honour",
    table="honours_honour",
    columns={
        "id": int,
        "number": str,
        "person_id": UUID,
        "kind": str,
        "granted_on": date,
        "until": date,
        "withdrawn_on": date,
    },
    owner="person_id",
)
ALLOWANCE = Source(
    "allowance",
    table="honours_allowance",
    columns={"id": int, "honour_id": int, "year": int},
    owner="honour_id",
)
AWARD = Source(
    "award",
    table="honours_award",
    columns={
        "id": int,
        "number": str,
        "person_id": UUID,
        "level": str,
        "occupation_id": str,
        "rank": int,
        "awarded_on": date,
        "withdrawn_on": date,
    },
    owner="person_id",
)
YEARS = 1000  # more than any term has


def granted(registers: Registers) -> Truths:
    """The honours granted by the day."""
    return np.asarray(registers.rows(HONOUR).whole("granted_on") <= registers.day)


def won(registers: Registers) -> Truths:
    """The awards won by the day."""
    return np.asarray(registers.rows(AWARD).whole("awarded_on") <= registers.day)


def honours(registers: Registers) -> Columns:
    """What is on record of each honour."""
    rows, paid = registers.kind("honour"), registers.rows(ALLOWANCE)
    years = _years(rows, registers.on)
    drawn = np.isin(
        rows.whole("id") * YEARS + years, paid.whole("honour_id") * YEARS + paid.whole("year")
    )
    return {
        "number": lambda: rows.column("number"),
        "kind": rows.column("kind"),
        "granted_on": rows.column("granted_on"),
        "until": rows.column("until"),
        "standing": _standing(rows, registers.day),
        "year": Column(narrowed(years)),
        "drawn": Column(drawn.view(np.uint8)),
    }


def awards(registers: Registers) -> Columns:
    """What is on record of each award."""
    rows, occupations = registers.kind("award"), registers.rows(OCCUPATION)
    return {
        "number": lambda: rows.column("number"),
        "level": rows.column("level", ContestLevel),
        "rank": rows.column("rank"),
        "occupation": lambda: taken(
            occupations.column("name"), rows.places_in(occupations, "occupation_id")
        ),
        "awarded_on": rows.column("awarded_on"),
        "standing": _standing(rows, registers.day),
    }


def _years(rows: Rows, on: date) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """The year of its term in which each is on the day; days of grants are few."""
    days, place = np.unique(rows.whole("granted_on"), return_inverse=True)
    told = [years_between(day_of(int(day)), on) + 1 for day in days]
    return np.array(told, dtype=np.int64)[place]


def _standing(rows: Rows, day: int) -> Column:
    standing = ~rows.known("withdrawn_on") | (rows.whole("withdrawn_on") > day)
    return Column(np.asarray(standing).view(np.uint8))


rows_of(Kind("honour", HONOUR, named="number", joins=of_person("honour"), only=granted))
rows_of(Kind("award", AWARD, named="number", joins=of_person("award"), only=won))
supply(Honour, honours, reads=[HONOUR, ALLOWANCE])
supply(Award, awards, reads=[AWARD, OCCUPATION])
