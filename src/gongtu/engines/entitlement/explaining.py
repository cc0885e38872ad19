"""What one subject is owed, why, what is missing, and from which day it would be owed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any, overload

from gongtu.base.money import Yuan
from gongtu.engines.entitlement import told
from gongtu.engines.entitlement.asking import (
    VERDICTS,
    Asking,
    FactGround,
    Finding,
    Ground,
    ParameterGround,
    Verdict,
)
from gongtu.engines.entitlement.declare import Benefit
from gongtu.engines.entitlement.facts import Subject
from gongtu.engines.entitlement.nearest import nearest_of
from gongtu.engines.entitlement.ready import Asked, Verdicts, ready_for


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


@dataclass(eq=False)
class Explanation:
    """The whole answer for one subject, on one day; what is not looked at is not worked out."""

    benefit: Benefit
    subject: Subject
    on: date
    verdict: Owed
    amount: Yuan | None
    verdicts: Verdicts = field(repr=False)  # of its conditions
    asked: Asked = field(repr=False)
    number: int = field(repr=False)  # of the benefit among those asked together

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Each condition with how it came out, and on what grounds."""
        places = self.asked.ready.conditions[self.number]
        each = zip(self.benefit.conditions, self.verdicts, places, strict=True)
        return tuple(
            Finding(condition, VERDICTS[verdict], self.asked.grounds(place))
            for condition, verdict, place in each
        )

    @cached_property
    def amount_grounds(self) -> tuple[Ground, ...]:
        place = self.asked.ready.amounts[self.number]
        return () if place is None else self.asked.grounds(place)

    @cached_property
    def missing(self) -> tuple[Missing, ...]:
        """What stands between the person and the benefit."""
        return tuple(dict.fromkeys(_missing(self)))

    @cached_property
    def nearest(self) -> date | None:
        """From when it would be owed, if nothing changes but time."""
        return None if self.verdict is Owed.OWED else nearest_day(self)

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


class Explanations(Sequence[Explanation]):
    """What one subject is told of benefits asked together, in their order; made as looked at."""

    def __init__(self, asked: Asked, subject: Subject) -> None:
        self.asked, self.subject = asked, subject
        self._made: dict[int, Explanation] = {}

    def __len__(self) -> int:
        return len(self.asked.ready.benefits)

    @overload
    def __getitem__(self, at: int) -> Explanation: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Explanation, ...]: ...
    def __getitem__(self, at: int | slice) -> Explanation | tuple[Explanation, ...]:
        if isinstance(at, slice):
            return tuple(self[number] for number in range(len(self))[at])
        number = range(len(self))[at]
        if number not in self._made:
            self._made[number] = _explained(self.asked, self.subject, number)
        return self._made[number]


def explain(benefit: Benefit, subject: Subject, *, on: date) -> Explanation:
    """Every condition and the amount, with their grounds, and what would help.

    The verdict is OWED only where every condition holds and the amount, if any, is known.
    """
    return explain_all((benefit,), subject, on=on)[0]


def explain_all(benefits: Sequence[Benefit], subject: Subject, *, on: date) -> Explanations:
    """Several benefits for one subject; what they share is asked once."""
    return next(explain_each(benefits, (subject,), on=on))


def explain_each(
    benefits: Sequence[Benefit], subjects: Iterable[Subject], *, on: date
) -> Iterator[Explanations]:
    """The same for one subject after another, by the parameters as decided when it begins."""
    ready = ready_for(tuple(benefits))
    day = ready.day(on)
    for subject in subjects:
        yield Explanations(ready.ask_on(day, subject), subject)


def count_near(explanations: list[Explanation]) -> int:
    """How many miss by exactly one thing."""
    return sum(explanation.is_near for explanation in explanations)


def _explained(asked: Asked, subject: Subject, number: int) -> Explanation:
    ready = asked.ready
    verdicts = ready.verdicts[number](asked.values)
    verdict, amount = Owed.NOT_OWED, None
    if False not in verdicts:
        paid = asked.amount(number)
        unknown = None in verdicts or (ready.amounts[number] is not None and paid is None)
        verdict, amount = (Owed.UNKNOWN, None) if unknown else (Owed.OWED, paid)
    benefit, on = ready.benefits[number], asked.day.on
    return Explanation(benefit, subject, on, verdict, amount, verdicts, asked, number)


def _missing(told_: Explanation) -> Iterator[Missing]:
    for finding in told_.findings:
        condition = finding.condition
        if finding.verdict is Verdict.FAILS:
            yield Missing(condition.says, remedy=condition.remedy)
        if finding.verdict is Verdict.UNKNOWN:
            yield from (gap_of(ground, condition.remedy) for ground in finding.missing)
    has_amount = told_.benefit.amount is not None
    open_ = told_.verdict is Owed.UNKNOWN and told_.asked.amount(told_.number) is None
    if has_amount and open_:
        yield from (gap_of(ground) for ground in told_.amount_grounds if ground.value is None)


def gap_of(ground: Ground, remedy: str = "") -> Missing:
    """What is missing where the value of this ground is not known."""
    match ground:
        case ParameterGround(valued=valued):
            return Missing(ground.label, valued.decides, valued.note)
        case FactGround():
            return Missing(ground.label, remedy=remedy, source=ground.source)


def nearest_day(told_: Explanation) -> date | None:
    """The day on which every condition holds and the amount is known, too; worked out anew."""
    benefit, on = told_.benefit, told_.on
    day = nearest_of(told_.asked, told_.number)
    if day is None or benefit.amount is None:
        return day
    then = Asking(told_.subject, benefit.policy, day, since=on)
    return None if then.value(benefit.amount) is None else day
