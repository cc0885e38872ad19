"""Asking which duties bind one bearer: since when, until when, until which day, met or not.

A duty may begin or cease to bind only on a day on which a fact of the bearer, a parameter of the
rule or the statute changed.  So it is judged on each of these days; what lies between two of them
is as on the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from gongtu.base.periods import Period
from gongtu.engines.entitlement import expressions as e
from gongtu.engines.entitlement.asking import Answer, Finding, Verdict, answer, judge
from gongtu.engines.entitlement.duties.declare import Duty, Past


class Bond(StrEnum):
    """Whether a duty binds."""

    BINDS = "binds"
    FREE = "free"
    UNKNOWN = "unknown"


class Fulfilment(StrEnum):
    """Whether a duty that binds is met; TOLD where only people can tell."""

    MET = "met"
    NOT_MET = "not-met"
    UNKNOWN = "unknown"
    TOLD = "told"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time in which a duty binds, does not, or nobody knows; open where `until` is None."""

    since: date
    until: date | None
    bond: Bond
    findings: tuple[Finding, ...]

    def __contains__(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Change:
    """A day on which a duty began or ceased to bind, and the conditions that turned.

    Nothing turned where the statute or the bearer itself began.
    """

    on: date
    bond: Bond
    because: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """One duty of one bearer on one day: whether it binds, and everything that goes with it."""

    duty: Duty
    past: Past
    on: date
    stretches: tuple[Stretch, ...]
    findings: tuple[Finding, ...]
    shown: tuple[Finding, ...]
    due: Answer[date] | None
    fulfilment: Fulfilment

    @property
    def now(self) -> Stretch | None:
        """The stretch the day lies in; None before the statute or the bearer began."""
        return next((stretch for stretch in self.stretches if self.on in stretch), None)

    @property
    def bond(self) -> Bond:
        return self.now.bond if self.now else Bond.FREE

    @property
    def since(self) -> date | None:
        """The day it began to bind; None where it does not."""
        return self.now.since if self.now and self.bond is not Bond.FREE else None

    @property
    def until(self) -> date | None:
        """The first day on which it will not bind any more; None where no end is known."""
        return self.now.until if self.now and self.bond is not Bond.FREE else None

    @property
    def is_late(self) -> bool:
        """It binds, is due before the day of asking, and is not met."""
        day = self.due.value if self.due else None
        unmet = self.bond is Bond.BINDS and self.fulfilment is Fulfilment.NOT_MET
        return unmet and day is not None and day < self.on

    def touches(self, period: Period) -> bool:
        """Whether it binds, or may bind, on some day of the period."""
        return any(
            stretch.bond is not Bond.FREE and period.overlaps(Period(stretch.since, stretch.until))
            for stretch in self.stretches
        )

    def changes(self, period: Period) -> Iterator[Change]:
        """The days of the period on which it began or ceased to bind, the earliest first."""
        before = Bond.FREE
        for stretch in self.stretches:
            if stretch.bond is not before and stretch.since in period:
                yield Change(stretch.since, stretch.bond, self._turned(stretch))
            before = stretch.bond

    def _turned(self, stretch: Stretch) -> tuple[Finding, ...]:
        if stretch is self.stretches[0]:
            return ()
        earlier = _judged(self.duty, self.past, stretch.since - timedelta(days=1))
        was = {finding.condition.key: finding.verdict for finding in earlier}
        return tuple(f for f in stretch.findings if f.verdict is not was[f.condition.key])


def ask(duties: Iterable[Duty], bearer: str, *, on: date, law: Period) -> list[Asked]:
    """Each duty of one bearer, asked on a day; `law` is the time the statute is in force.

    Duties that know their bearer by the same way share what was read of it.
    """
    pasts: dict[object, Past] = {}
    asked = []
    for duty in duties:
        if duty.past not in pasts:
            pasts[duty.past] = duty.past(bearer, on)
        asked.append(_asked(duty, pasts[duty.past], on=on, law=law))
    return asked


def _asked(duty: Duty, past: Past, *, on: date, law: Period) -> Asked:
    subject = past.on(on)
    shown = tuple(judge(c, subject, policy=duty.policy, on=on) for c in duty.met)
    due = None if duty.due is None else answer(duty.due, subject, policy=duty.policy, on=on)
    return Asked(
        duty=duty,
        past=past,
        on=on,
        stretches=tuple(_stretches(duty, past, law=law)),
        findings=_judged(duty, past, on),
        shown=shown,
        due=due,
        fulfilment=_fulfilment(shown),
    )


def _fulfilment(shown: tuple[Finding, ...]) -> Fulfilment:
    verdicts = {finding.verdict for finding in shown}
    if not verdicts:
        return Fulfilment.TOLD
    if Verdict.FAILS in verdicts:
        return Fulfilment.NOT_MET
    return Fulfilment.UNKNOWN if Verdict.UNKNOWN in verdicts else Fulfilment.MET


def _judged(duty: Duty, past: Past, day: date) -> tuple[Finding, ...]:
    subject = past.on(day)
    return tuple(judge(c, subject, policy=duty.policy, on=day) for c in duty.binds)


def _stretches(duty: Duty, past: Past, *, law: Period) -> list[Stretch]:
    begin = max(past.since, law.since)
    end = min((day for day in (past.until, law.until) if day is not None), default=None)
    if end is not None and end <= begin:
        return []
    turns = sorted({begin, *_turns(duty, past)})
    days = [day for day in turns if begin <= day and (end is None or day < end)]
    found: list[Stretch] = []
    for day, until in zip(days, [*days[1:], end], strict=True):
        findings = _judged(duty, past, day)
        bond = _bond(findings)
        if found and found[-1].bond is bond:
            found[-1] = replace(found[-1], until=until)
        else:
            found.append(Stretch(day, until, bond, findings))
    if end is not None:
        found.append(Stretch(end, None, Bond.FREE, _judged(duty, past, end)))
    return found


def _bond(findings: tuple[Finding, ...]) -> Bond:
    verdicts = {finding.verdict for finding in findings}
    if Verdict.FAILS in verdicts:
        return Bond.FREE
    return Bond.UNKNOWN if Verdict.UNKNOWN in verdicts else Bond.BINDS


def _turns(duty: Duty, past: Past) -> Iterator[date]:
    """Every day on which some condition may come out otherwise than the day before."""
    yield from past.days
    rules = (node for condition in duty.binds for node in condition.holds.walk())
    for name in {node.name for node in rules if isinstance(node, e.Parameter)}:
        for line in duty.policy.history(name):
            yield from (day for day in (line.since, line.until) if day is not None)
