"""Persons, enterprises and schools over the whole city, and who is employed by which."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from gongtu.engines.entitlement.city.columns import NOBODY, Truths
from gongtu.engines.entitlement.city.suppliers import Columns, Join, Kind, rows_of, supply
from gongtu.engines.entitlement.parties.facts import Person
from gongtu.engines.entitlement.snapshot.frames import Registers
from gongtu.engines.entitlement.snapshot.runs import NONE
from gongtu.parties.choices import MembershipKind, Sex
from gongtu.parties.columns import MEMBERSHIP, ORGANISATION, PERSON
from gongtu.parties.roles import ENTERPRISE, SCHOOL


def persons(registers: Registers) -> Columns:
    """Birth, sex and division as registered."""
    rows = registers.rows(PERSON)
    return {
        "birth": rows.column("birth"),
        "sex": rows.column("sex", Sex),
        "division": rows.column("division_id"),
    }


def are_enterprises(registers: Registers) -> Truths:
    """Which organisations are enterprises."""
    return registers.rows(ORGANISATION).equals("kind", ENTERPRISE)


def are_schools(registers: Registers) -> Truths:
    """Which organisations are schools."""
    return registers.rows(ORGANISATION).equals("kind", SCHOOL)


def employers(registers: Registers) -> NDArray[np.int32]:
    """For each person the enterprise of the longest employment that holds on the day."""
    rows = registers.rows(MEMBERSHIP)
    holds = rows.equals("kind", MembershipKind.EMPLOYMENT)
    holds &= rows.whole("since") <= registers.day
    holds &= ~rows.known("until") | (rows.whole("until") > registers.day)
    longest = rows.runs.earliest(rows.whole("since"), holds)
    person = rows.owners_in(registers.rows(PERSON))
    employed = (longest != NONE) & (person != NOBODY)
    works_at = rows.places_in(registers.kind("enterprise"), "organisation_id")
    employer = np.full(registers.rows(PERSON).size, NOBODY, dtype=np.int32)
    employer[person[employed]] = works_at[longest[employed]]
    return employer


def of_person(kind: str) -> dict[str, Join]:
    """The join of a kind of row to whose it is, by its `person_id`."""

    def person(registers: Registers) -> NDArray[np.int32]:
        return registers.kind(kind).places_in(registers.rows(PERSON), "person_id")

    return {"person": person}


rows_of(Kind("person", PERSON, named="id", joins={"enterprise": employers}))
rows_of(Kind("enterprise", ORGANISATION, named="id", only=are_enterprises))
rows_of(Kind("school", ORGANISATION, named="id", only=are_schools))
supply(Person, persons, reads=[PERSON, MEMBERSHIP])
