"""Certificates over the whole city, and the subsidies drawn for them, one row a certificate."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from gongtu.engines.entitlement.city.columns import NOBODY, Column, Truths, day_number, narrowed
from gongtu.engines.entitlement.city.suppliers import Columns, Kind, rows_of, supply
from gongtu.engines.entitlement.parties.columns import of_person
from gongtu.engines.entitlement.snapshot.frames import Registers
from gongtu.engines.entitlement.snapshot.rows import Rows, taken
from gongtu.engines.entitlement.snapshot.runs import Runs
from gongtu.parties.columns import ORGANISATION, PERSON
from gongtu.policy.city import active_city
from gongtu.records.changes.sources import Source
from gongtu.registers.skills.choices import CertificateStatus, Grade
from gongtu.registers.skills.facts import Ability, Certificate, Drawn, Holder

OCCUPATION = Source(
    "occupation",
    table="skills_occupation",
    columns={"code": str, "name": str},
    owner="code",
    key="code",
)
CERTIFICATE = Source(
    "certificate",
    table="skills_certificate",
    columns={
        "id": int,
        "number": str,
        "person_id": UUID,
        "occupation_id": str,
        "grade": str,
        "issuer_id": int,
        "issued_on": date,
        "status": str,
        "subsidised_on": date,
    },
    owner="person_id",
)
ABILITY = Source(
    "ability",
    table="skills_abilitycertificate",
    columns={
        "id": int,
        "number": str,
        "person_id": UUID,
        "name": str,
        "issued_on": date,
        "revoked_on": date,
        "subsidised_on": date,
    },
    owner="person_id",
)
YEAR = "datetime64[Y]"


def certificates(registers: Registers) -> Columns:
    """What is on record of each certificate."""
    rows = registers.rows(CERTIFICATE)
    occupations, issuers = registers.rows(OCCUPATION), registers.rows(ORGANISATION)
    return {
        "number": lambda: rows.column("number"),
        "grade": rows.column("grade", Grade),
        "occupation": lambda: taken(
            occupations.column("name"), rows.places_in(occupations, "occupation_id")
        ),
        "issuer": lambda: taken(issuers.column("name"), rows.places_in(issuers, "issuer_id")),
        "issued_on": rows.column("issued_on"),
        "registered": Column(rows.equals("status", CertificateStatus.VALID).view(np.uint8)),
    }


def drawn(registers: Registers) -> Columns:
    """What the subsidies mean for each certificate that were drawn for any of its holder's."""
    rows = registers.rows(CERTIFICATE)
    once = rows.known("subsidised_on")
    this_year = once & (year_of(rows.whole("subsidised_on")) == registers.on.year)
    others = rows.runs.spread(rows.runs.count(this_year)) - this_year
    same, higher = _drawn_alike(rows, once)
    return {
        "applied_on": Column(np.full(rows.size, registers.day, dtype=np.int32)),
        "this_year": Column(narrowed(others.astype(np.int64))),
        "same_grade": Column(same.view(np.uint8)),
        "higher_grade": Column(higher.view(np.uint8)),
    }


def holders(registers: Registers) -> Columns:
    """Whether each person holds a valid certificate of the senior grade or above."""
    rows, persons = registers.rows(CERTIFICATE), registers.rows(PERSON)
    counts = rows.equals("status", CertificateStatus.VALID)
    counts &= rows.whole("issued_on") <= registers.day
    counts &= rows.column("grade", Grade).values >= list(Grade).index(Grade.SENIOR)
    person = rows.owners_in(persons)
    holds = np.zeros(persons.size, dtype=np.uint8)
    holds[person[rows.runs.some(counts) & (person != NOBODY)]] = 1
    return {"senior_or_above": Column(holds)}


def shown(registers: Registers) -> Truths:
    """The special abilities certified by the day."""
    return np.asarray(registers.rows(ABILITY).whole("issued_on") <= registers.day)


def abilities(registers: Registers) -> Columns:
    """What is on record of each certificate of a special ability."""
    rows, in_force = registers.kind("ability"), day_number(active_city().in_force_from)
    revoked = rows.known("revoked_on") & (rows.whole("revoked_on") <= registers.day)
    name = rows.column("name")
    holder = rows.runs.spread(np.arange(len(rows.runs.starts), dtype=np.int64))
    alike = holder << 32 | name.values
    drawn = np.isin(alike, alike[rows.known("subsidised_on")])
    return {
        "number": lambda: rows.column("number"),
        "name": name,
        "issued_on": rows.column("issued_on"),
        "since_statute": Column((rows.whole("issued_on") >= in_force).view(np.uint8)),
        "registered": Column(np.asarray(~revoked).view(np.uint8)),
        "drawn": Column(drawn.view(np.uint8)),
    }


def _drawn_alike(rows: Rows, once: Truths) -> tuple[Truths, Truths]:
    """Whether one of the holder's was drawn for in the occupation at this grade, and above it."""
    same, higher = np.zeros(rows.size, dtype=np.bool_), np.zeros(rows.size, dtype=np.bool_)
    # Few have ever drawn anything: only the certificates of those are put in order.
    ours = np.flatnonzero(rows.runs.spread(rows.runs.some(once)))
    holder = rows.runs.spread(np.arange(len(rows.runs.starts)))[ours]
    occupation = rows.column("occupation_id").values[ours]
    order = np.lexsort((occupation, holder))
    ours = ours[order]
    alike = Runs.of(holder[order].astype(np.int64) << 32 | occupation[order])
    rank, paid = rows.column("grade", Grade).values[ours].astype(np.int64), once[ours]
    ranks = (
        np.bitwise_or.reduceat(np.where(paid, 1 << rank, 0), alike.starts) if len(ours) else rank
    )
    drawn_at = alike.spread(ranks)
    same[ours] = drawn_at >> rank & 1
    higher[ours] = drawn_at >> rank > 1
    return same, higher


def year_of(days: NDArray[np.int64]) -> NDArray[np.int64]:
    """The calendar years of days.

    >>> year_of(np.array([-1, 0, 20454])).tolist()
    [1969, 1970, 2026]
    """
    return days.astype("datetime64[D]").astype(YEAR).astype(np.int64) + 1970


rows_of(Kind("certificate", CERTIFICATE, named="number", joins=of_person("certificate")))
rows_of(Kind("ability", ABILITY, named="number", joins=of_person("ability"), only=shown))
supply(Certificate, certificates, reads=[CERTIFICATE, OCCUPATION, ORGANISATION])
supply(Drawn, drawn, reads=[CERTIFICATE])
supply(Holder, holders, reads=[CERTIFICATE, PERSON])
supply(Ability, abilities, reads=[ABILITY])
