"""What one subject is owed, why, what is missing, and from which day it would be owed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from gongtu.base.money import Yuan
from gongtu.engines.entitlement import told
from gongtu.engines.entitlement.asking import (
    Answer,
    Asking,
    FactGround,
    Finding,
    Ground,
    ParameterGround,
    Verdict,
    answer,
    judge,
)
from gongtu.engines.entitlement.declare import Benefit
from gongtu.engines.entitlement.facts import Subject
from gongtu.engines.entitlement.nearest import nearest_day


class Owed(StrEnum):
    """Whether the law owes the benefit."""

    OWED = "owed"
    NOT_OWED = "not-owed"
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {Owed.OWED: "应当享受", Owed.NOT_OWED: "尚不符合", Owed.UNKNOWN: "尚不能确定"}


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that stands between a person and the benefit.

    `who_decides` is the role that must decide a 待核 parameter, else empty; `source` is who
    keeps a fact that is not known.
    """

    label: str
    who_decides: str = ""
    remedy: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """The whole answer for one subject, on one day."""

    benefit: Benefit
    subject: Subject
    on: date
    verdict: Owed
    amount: Yuan | None
    findings: tuple[Finding, ...]
    amount_grounds: tuple[Ground, ...]
    missing: tuple[Missing, ...]
    nearest: date | None

    @property
    def unmet(self) -> tuple[Finding, ...]:
        return tuple(f for f in self.findings if f.verdict is not Verdict.HOLDS)

    @property
    def is_near(self) -> bool:
        """Exactly one thing is missing."""
        return self.verdict is not Owed.OWED and len(self.missing) == 1

    def as_json(self) -> dict[str, Any]:
        """The same as plain JSON values; money as text, days in ISO form."""
        return told.explanation(self)


def explain(benefit: Benefit, subject: Subject, *, on: date) -> Explanation:
    """Every condition and the amount, with their grounds, and what would help.

    The verdict is OWED only where every condition holds and the amount, if any, is known.
    """
    findings = tuple(judge(c, subject, policy=benefit.policy, on=on) for c in benefit.conditions)
    amount = _amount(benefit, subject, on)
    verdict = _verdict(findings, amount)
    return Explanation(
        benefit=benefit,
        subject=subject,
        on=on,
        verdict=verdict,
        amount=amount.value if amount and verdict is Owed.OWED else None,
        findings=findings,
        amount_grounds=amount.grounds if amount else (),
        missing=tuple(dict.fromkeys(_missing(findings, amount))),
        nearest=_nearest(benefit, subject, on) if verdict is not Owed.OWED else None,
    )


def count_near(explanations: list[Explanation]) -> int:
    """How many miss by exactly one thing."""
    return sum(explanation.is_near for explanation in explanations)


def _amount(benefit: Benefit, subject: Subject, on: date) -> Answer[Yuan] | None:
    if benefit.amount is None:
        return None
    return answer(benefit.amount, subject, policy=benefit.policy, on=on)


def _verdict(findings: tuple[Finding, ...], amount: Answer[Yuan] | None) -> Owed:
    verdicts = {finding.verdict for finding in findings}
    if Verdict.FAILS in verdicts:
        return Owed.NOT_OWED
    if Verdict.UNKNOWN in verdicts or (amount is not None and amount.value is None):
        return Owed.UNKNOWN
    return Owed.OWED


def _missing(findings: tuple[Finding, ...], amount: Answer[Yuan] | None) -> Iterator[Missing]:
    for finding in findings:
        condition = finding.condition
        if finding.verdict is Verdict.FAILS:
            yield Missing(condition.says, remedy=condition.remedy)
        if finding.verdict is Verdict.UNKNOWN:
            yield from (_gap(ground, condition.remedy) for ground in finding.missing)
    failed = any(finding.verdict is Verdict.FAILS for finding in findings)
    if amount is not None and amount.value is None and not failed:
        yield from (_gap(ground) for ground in amount.missing)


def _gap(ground: Ground, remedy: str = "") -> Missing:
    match ground:
        case ParameterGround(valued=valued):
            return Missing(ground.label, valued.decides, valued.note)
        case FactGround():
            return Missing(ground.label, remedy=remedy, source=ground.source)


def _nearest(benefit: Benefit, subject: Subject, on: date) -> date | None:
    """The day on which every condition holds and the amount is known, too."""
    rules = [condition.holds for condition in benefit.conditions]
    day = nearest_day(rules, subject, policy=benefit.policy, on=on)
    if day is None:
        return None
    if benefit.amount is None:
        return day
    then = Asking(subject, benefit.policy, day, since=on)
    return None if then.value(benefit.amount) is None else day
