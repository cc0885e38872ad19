"""Schooling over the whole city: each course of study begun by the day, and who finished what."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from gongtu.engines.entitlement.city.columns import NOBODY, Column, Truths, day_number
from gongtu.engines.entitlement.city.suppliers import Columns, Kind, rows_of, supply
from gongtu.engines.entitlement.parties.columns import of_person
from gongtu.engines.entitlement.snapshot.frames import Registers
from gongtu.engines.entitlement.snapshot.rows import Rows, known_where, scattered, taken
from gongtu.engines.entitlement.snapshot.runs import NONE
from gongtu.parties.columns import PERSON
from gongtu.policy.city import active_city
from gongtu.records.changes.sources import Source
from gongtu.registers.education.choices import ClassKind, Level, Qualified, SchoolKind
from gongtu.registers.education.facts import Degree, Education

DEGREE = Source(
    "degree",
    table="education_degree",
    columns={
        "id": int,
        "number": str,
        "person_id": UUID,
        "level": str,
        "school_kind": str,
        "class_kind": str,
        "full_time": bool,
        "enrolled_on": date,
        "graduated_on": date,
        "qualified": str,
        "subsidised_on": date,
    },
    owner="person_id",
)
TIERS = np.array([level.tier for level in Level], dtype=np.int64)
ABOVE_ALL = 16  # more than any tier


def begun(registers: Registers) -> Truths:
    """What was begun by the day."""
    return np.asarray(registers.rows(DEGREE).whole("enrolled_on") <= registers.day)


def degrees(registers: Registers) -> Columns:
    """What is on record of each course of study."""
    rows = registers.kind("degree")
    finished = _finished(rows, registers.day)
    qualified = rows.column("qualified", Qualified)
    return {
        "number": lambda: rows.column("number"),
        "level": rows.column("level", Level),
        "school_kind": rows.column("school_kind", SchoolKind),
        "class_kind": rows.column("class_kind", ClassKind),
        "qualified": Column(
            np.where(finished, qualified.values, 0), categories=qualified.categories
        ),
        "full_time": rows.column("full_time"),
        "enrolled_on": rows.column("enrolled_on"),
        "graduated_on": known_where(rows.column("graduated_on"), finished),
        "graduated": Column(finished.view(np.uint8)),
        "since_statute": known_where(_since_statute(rows), finished),
        "raised": lambda: _raised(rows),
        "drawn": lambda: Column(_drawn(rows).view(np.uint8)),
    }


def education(registers: Registers) -> Columns:
    """The highest schooling of each person that was finished by the day."""
    rows, persons = registers.rows(DEGREE), registers.rows(PERSON)
    finished, tiers = _finished(rows, registers.day), _tiers(rows)
    highest = finished & (tiers == rows.runs.spread(rows.runs.most(tiers, finished)))
    first = rows.runs.earliest(rows.whole("graduated_on"), highest)
    person = np.where(first == NONE, NOBODY, rows.owners_in(persons))
    place = np.full(persons.size, NOBODY, dtype=np.int32)
    place[person[person != NOBODY]] = first[person != NOBODY]
    return {
        "highest": taken(rows.column("level", Level), place),
        "since": scattered(rows.whole("graduated_on")[first], person, persons.size),
    }


def _since_statute(rows: Rows) -> Column:
    in_force = day_number(active_city().in_force_from)
    return Column((rows.whole("graduated_on") >= in_force).view(np.uint8))


def _finished(rows: Rows, day: int) -> Truths:
    return np.asarray(rows.known("graduated_on") & (rows.whole("graduated_on") <= day))


def _tiers(rows: Rows) -> NDArray[np.int64]:
    return TIERS[rows.column("level", Level).values]


def _raised(rows: Rows) -> Column:
    """Whether each lies above all that was finished by the day it began; not known after none.

    What was finished and what begins are put in order of person and day, and the highest so far
    is carried along; a finish goes before what begins on its day.
    """
    whose = rows.runs.spread(np.arange(len(rows.runs.starts), dtype=np.int64)) * ABOVE_ALL
    ends, tiers = rows.known("graduated_on"), _tiers(rows)
    owners = np.concatenate([whose[ends], whose])
    days = np.concatenate([rows.whole("graduated_on")[ends], rows.whole("enrolled_on")])
    begins = np.repeat(np.array([0, 1], dtype=np.int8), [int(ends.sum()), rows.size])
    reached = owners + np.concatenate([tiers[ends], np.zeros(rows.size, dtype=np.int64)])
    order = np.lexsort((begins, days, owners))
    so_far = np.empty(len(order), dtype=np.int64)
    so_far[order] = np.maximum.accumulate(reached[order]) if len(order) else reached
    before = so_far[int(ends.sum()) :] - whose
    return Column(np.where(before, tiers > before, False).view(np.uint8), before > 0)


def _drawn(rows: Rows) -> Truths:
    """Whether a subsidy was drawn by the same person for the same tier."""
    paid, tiers = rows.known("subsidised_on"), _tiers(rows)
    seen = (
        np.bitwise_or.reduceat(np.where(paid, 1 << tiers, 0), rows.runs.starts)
        if rows.size
        else tiers
    )
    return np.asarray(rows.runs.spread(seen) >> tiers & 1, dtype=np.bool_)


rows_of(Kind("degree", DEGREE, named="number", joins=of_person("degree"), only=begun))
supply(Degree, degrees, reads=[DEGREE])
supply(Education, education, reads=[DEGREE, PERSON])
