"""Enterprises over the whole city as they stand on the day; their platforms, years and classes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import numpy as np
from numpy.typing import NDArray

from gongtu.base.money import Yuan
from gongtu.engines.entitlement.city.columns import NOBODY, Column, Truths
from gongtu.engines.entitlement.city.suppliers import Columns, Join, Kind, rows_of, supply
from gongtu.engines.entitlement.snapshot.frames import Registers
from gongtu.engines.entitlement.snapshot.rows import Rows, taken
from gongtu.engines.entitlement.snapshot.runs import NONE
from gongtu.parties.choices import Size
from gongtu.parties.columns import ORGANISATION, STANDING
from gongtu.parties.roles import UNION
from gongtu.records.changes.sources import Source
from gongtu.registers.employers import facts
from gongtu.registers.employers.choices import Partner, PlatformKind, Recogniser, Scheme

PLATFORM = Source(
    "platform",
    table="employers_trainingplatform",
    columns={
        "id": int,
        "organisation_id": int,
        "key": str,
        "kind": str,
        "level": str,
        "recognised_on": date,
        "ended_on": date,
        "floor_area": int,
        "granted_on": date,
    },
    owner="organisation_id",
)
CLASS = Source(
    "apprentice_class",
    table="employers_apprenticeclass",
    columns={
        "id": int,
        "organisation_id": int,
        "key": str,
        "partner": str,
        "began_on": date,
        "years": int,
        "apprentices": int,
        "contracts": bool,
        "two_mentors": bool,
        "subsidised_on": date,
    },
    owner="organisation_id",
)
YEAR = Source(
    "employer_year",
    table="employers_employeryear",
    columns={
        "id": int,
        "organisation_id": int,
        "year": int,
        "vocational_investment": Yuan,
        "turnover_taxes": Yuan,
        "recorded_on": date,
    },
    owner="organisation_id",
)
CERTIFICATION = Source(
    "integration_certification",
    table="employers_integrationcertification",
    columns={"id": int, "organisation_id": int, "since": date, "until": date},
    owner="organisation_id",
)


def enterprises(registers: Registers) -> Columns:
    """What each enterprise is on the day: by its latest standing, and whether a union is there."""
    rows, standings = registers.kind("enterprise"), registers.rows(STANDING)
    since = standings.whole("since")
    latest = standings.runs.latest(since, since <= registers.day)
    place = np.full(rows.size, NOBODY, dtype=np.int32)
    ours = standings.owners_in(rows)
    known = (latest != NONE) & (ours != NOBODY)
    place[ours[known]] = latest[known]
    return {
        "headcount": taken(standings.column("headcount"), place),
        "state_owned": taken(standings.column("state_owned"), place),
        "size": taken(standings.column("size", Size), place),
        "industry": lambda: _filled(rows.column("industry")),
        "division": rows.column("division_id"),
        "has_union": Column(_with_union(registers, rows).view(np.uint8)),
    }


def _filled(text: Column) -> Column:
    """Empty text is not known."""
    empty = text.codes.get("")
    if empty is None:
        return text
    there = text.values != empty
    known = there if text.known is None else there & text.known
    return Column(text.values, known, text.categories)


def _with_union(registers: Registers, rows: Rows) -> Truths:
    bodies = registers.rows(ORGANISATION)
    there = bodies.equals("kind", UNION) & (bodies.whole("registered_on") <= registers.day)
    there &= ~bodies.known("dissolved_on") | (bodies.whole("dissolved_on") > registers.day)
    place = bodies.places_in(rows, "parent_id")
    has = np.zeros(rows.size, dtype=np.bool_)
    has[place[there & (place != NOBODY)]] = True
    return has


def platforms(registers: Registers) -> Columns:
    """What is on record of each platform."""
    rows = registers.kind("platform")
    ended = rows.known("ended_on") & (rows.whole("ended_on") <= registers.day)
    return {
        "number": lambda: rows.column("key"),
        "kind": rows.column("kind", PlatformKind),
        "level": rows.column("level", Recogniser),
        "scheme": _schemes(rows),
        "recognised_on": rows.column("recognised_on"),
        "floor_area": rows.column("floor_area"),
        "in_force": Column((~ended).view(np.uint8)),
        "granted": Column(rows.known("granted_on").view(np.uint8)),
    }


def _schemes(rows: Rows) -> Column:
    places = {scheme: place for place, scheme in enumerate(Scheme)}
    codes = np.full(rows.size, places[Scheme.OTHER], dtype=np.uint8)
    for kind in PlatformKind:
        for level in Recogniser:
            ours = rows.equals("kind", kind) & rows.equals("level", level)
            codes[ours] = places[Scheme.of(kind, level)]
    return Column(codes, None, tuple(Scheme))


def classes(registers: Registers) -> Columns:
    """What is on record of each class of apprentices."""
    rows = registers.kind("apprenticeship")
    return {
        "number": lambda: rows.column("key"),
        "partner": rows.column("partner", Partner),
        "began": rows.column("began_on"),
        "years": rows.column("years"),
        "apprentices": rows.column("apprentices"),
        "contracts": rows.column("contracts"),
        "two_mentors": rows.column("two_mentors"),
        "drawn": Column(rows.known("subsidised_on").view(np.uint8)),
    }


def years(registers: Registers) -> Columns:
    """Each year with its last figures, and whether the enterprise was certified at its end."""
    rows = registers.kind("employer-year")
    ends = _ends(rows)
    return {
        "ends_on": Column(ends.astype(np.int32)),
        "certified": Column(_certified(registers, rows, ends).view(np.uint8)),
        "investment": rows.column("vocational_investment"),
        "turnover_taxes": rows.column("turnover_taxes"),
    }


def _certified(registers: Registers, rows: Rows, ends: NDArray[np.int64]) -> Truths:
    """Whether some certification of the year's enterprise holds on the last day of the year."""
    held = registers.rows(CERTIFICATION)
    employer, holder = rows.whole("organisation_id"), held.whole("organisation_id")
    first, last = (np.searchsorted(employer, holder, side=side) for side in ("left", "right"))
    certified = np.zeros(rows.size, dtype=np.bool_)
    since, until, open_ = held.whole("since"), held.whole("until"), ~held.known("until")
    for place in range(held.size):
        ours = slice(first[place], last[place])
        holds = (since[place] <= ends[ours]) & (open_[place] | (ends[ours] < until[place]))
        certified[ours] |= holds
    return certified


def _ends(rows: Rows) -> NDArray[np.int64]:
    """The last day of each year."""
    after = (rows.whole("year") - 1969).astype("datetime64[Y]").astype("datetime64[D]")
    return after.astype(np.int64) - 1


def _begun(source: Source, name: str) -> Callable[[Registers], Truths]:
    def begun(registers: Registers) -> Truths:
        return registers.rows(source).whole(name) <= registers.day

    return begun


def _last_told(registers: Registers) -> Truths:
    """The last row about each year that is over, of those told by the day."""
    rows = registers.rows(YEAR)
    told = (rows.whole("recorded_on") <= registers.day) & (_ends(rows) <= registers.day)
    order = np.flatnonzero(told)
    pairs = rows.whole("organisation_id")[order] << 16 | rows.whole("year")[order]
    _pairs, from_end = np.unique(pairs[::-1], return_index=True)
    last = np.zeros(rows.size, dtype=np.bool_)
    last[order[::-1][from_end]] = True
    return last


def _of_employer(kind: str) -> dict[str, Join]:
    def employer(registers: Registers) -> NDArray[np.int32]:
        return registers.kind(kind).places_in(registers.kind("enterprise"), "organisation_id")

    return {"enterprise": employer}


rows_of(
    Kind(
        "platform",
        PLATFORM,
        named="key",
        joins=_of_employer("platform"),
        only=_begun(PLATFORM, "recognised_on"),
    )
)
rows_of(
    Kind(
        "apprenticeship",
        CLASS,
        named="key",
        joins=_of_employer("apprenticeship"),
        only=_begun(CLASS, "began_on"),
    )
)
rows_of(
    Kind("employer-year", YEAR, named="id", joins=_of_employer("employer-year"), only=_last_told)
)
supply(facts.Enterprise, enterprises, reads=[ORGANISATION, STANDING])
supply(facts.Platform, platforms, reads=[PLATFORM])
supply(facts.Apprenticeship, classes, reads=[CLASS])
supply(facts.EmployerYear, years, reads=[YEAR, CERTIFICATION])
