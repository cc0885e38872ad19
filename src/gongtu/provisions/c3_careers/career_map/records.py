"""Where somebody stands on the map, and which benefits a step of theirs would open."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from gongtu.engines.entitlement.asking import FactGround, Verdict
from gongtu.engines.entitlement.declare import Facts, Known, Subject
from gongtu.engines.entitlement.explaining import Explanation, explain_all
from gongtu.engines.entitlement.registry import benefits
from gongtu.engines.pathways.days import Start
from gongtu.parties.roles import WORKER
from gongtu.registers.education.choices import Level
from gongtu.registers.education.facts import Degree
from gongtu.registers.employers.queries import apprenticed_until
from gongtu.registers.insurance.known import insurance_facts
from gongtu.registers.ladder.declare import (
    BY_NAME,
    GRADE,
    NOTHING,
    SCHOOL,
    SCHOOLINGS,
    SINCE,
    TITLE,
    TO_CHECK,
    TRACKS,
    WORKED,
    Assumed,
    the_ladder,
)
from gongtu.registers.ladder.facts import Counted, Schooled
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.facts import Certificate, Drawn

LEVELS = {
    "secondary": Level.SECONDARY_VOCATIONAL,
    "college": Level.COLLEGE,
    "vocational-college": Level.COLLEGE,
    "senior-class": Level.TECHNICAL,
    "pre-technician": Level.TECHNICAL,
}
UNTIL = f"{Counted.__name__}.until"


def starts_of(people: Collection[UUID], occupation: str, on: date) -> Mapping[UUID, Start]:
    """Of each the rungs held and how long each has counted, work going on without a gap.

    However many people there are, the number of queries is the same.
    """
    subjects = the_ladder().subjects(people, occupation, on)
    ends = apprenticed_until(people, occupation, on=on)
    return {who: _start(one.facts, ends.get(who), on) for who, one in subjects.items()}


def _start(known: Mapping[str, Known], learnt_on: date | None, on: date) -> Start:
    rungs = {
        GRADE: _furthest(known, GRADE),
        TITLE: _furthest(known, TITLE),
        SCHOOL: _schooling(known),
    }
    since = dict(_since(known, rungs, on))
    worked, settled = _shifted(known, WORKED, on) or on, _settled(known)
    awaited = {} if learnt_on is None else {Assumed.APPRENTICED.value: learnt_on}
    return Start(rungs, worked, since, on, settled, awaited)


def _settled(known: Mapping[str, Known]) -> frozenset[str]:
    """What ways need not take for granted, since it is on record."""
    return frozenset(one.value for fact, one in TO_CHECK.items() if _value(known, fact))


def _furthest(known: Mapping[str, Known], track: str) -> str:
    """The furthest rung whose fact holds."""
    order = next(one for one in TRACKS if one.key == track).rungs
    held = [
        min(rungs, key=order.index)
        for fact, (own, rungs) in BY_NAME.items()
        if own == track and _value(known, fact)
    ]
    return max(held, key=order.index, default=NOTHING)


def _schooling(known: Mapping[str, Known]) -> str:
    """The furthest schooling of which every fact holds; study is told by whoever plans it."""
    held = [
        rung
        for rung, flags in SCHOOLINGS.items()
        if not rung.startswith("studying")
        and all(_value(known, f"{Schooled.__name__}.{flag}") for flag in flags)
    ]
    return held[-1]


def _since(
    known: Mapping[str, Known], rungs: Mapping[str, str], on: date
) -> Iterator[tuple[str, date]]:
    """Track → since when the rung held has counted."""
    for fact, (track, further) in SINCE.items():
        order = next(one for one in TRACKS if one.key == track).rungs
        is_held = min(further, key=order.index) == rungs[track]
        if is_held and (day := _shifted(known, fact, on)) is not None:
            yield track, day


def _shifted(known: Mapping[str, Known], fact: str, on: date) -> date | None:
    """The day as it would be if work went on from today: what was worked ends today."""
    day, until = _value(known, fact), _value(known, UNTIL)
    if day is None or until is None:
        return None
    worked: timedelta = until - day
    return on - worked


def _value(known: Mapping[str, Known], fact: str) -> Any:
    return known[fact].value if fact in known else None


def gains_of(person: UUID, track: str, rung: str, on: date) -> list[Explanation]:
    """The benefits of a certificate of that grade, or of that diploma, issued today.

    Left out is what does not go to such a certificate at all; what else is missing is explained.
    """
    if track == TITLE or rung.startswith("studying"):
        return []
    per, about = ("certificate", Certificate) if track == GRADE else ("degree", Degree)
    known = _certified(rung, on) if track == GRADE else _graduated(rung, on)
    subject = Subject(rung, rung, insurance_facts(person, on=on) | known)
    asked = [one for one in benefits() if one.beneficiary is WORKER and one.per == per]
    return [told for told in explain_all(asked, subject, on=on) if not _is_beside(told, about)]


def _certified(grade: str, on: date) -> dict[str, Known]:
    told = Certificate.recorded(as_of=on, grade=Grade(grade), issued_on=on, registered=True)
    drawn = Drawn.recorded(
        as_of=on, applied_on=on, this_year=0, same_grade=False, higher_grade=False
    )
    return told | drawn


def _graduated(schooling: str, on: date) -> dict[str, Known]:
    return Degree.recorded(
        as_of=on,
        level=LEVELS[schooling],
        graduated_on=on,
        graduated=True,
        since_statute=True,
        raised=True,
        drawn=False,
    )


def _is_beside(told: Explanation, about: type[Facts]) -> bool:
    """Whether it fails on the certificate or diploma itself."""
    own = {fact.key for fact in about.facts.values()}
    return any(
        finding.verdict is Verdict.FAILS
        and {ground.fact.key for ground in finding.grounds if isinstance(ground, FactGround)} <= own
        for finding in told.findings
    )
