"""Asking a rule of one subject on one day: the answer, and every ground it rests on.

Logic has three values: what is not known stays unknown, unless the other side of an "and" or
an "or" settles it alone.  Both sides are always looked at, so that the grounds are complete.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Generic, TypeVar

from gongtu.base.errors import Broken
from gongtu.engines.entitlement import expressions as e
from gongtu.engines.entitlement import related
from gongtu.engines.entitlement.declare import Condition
from gongtu.engines.entitlement.facts import Known, Subject
from gongtu.policy import Policy, Valued

T = TypeVar("T")


class Verdict(StrEnum):
    """How one condition comes out."""

    HOLDS = "holds"
    FAILS = "fails"
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        return _LABELS[self]


VERDICTS = {True: Verdict.HOLDS, False: Verdict.FAILS, None: Verdict.UNKNOWN}
_LABELS = {Verdict.HOLDS: "符合", Verdict.FAILS: "不符合", Verdict.UNKNOWN: "尚不能确定"}


@dataclass(frozen=True, slots=True)
class FactGround:
    """One fact that was looked at; its value is None where nobody knows it."""

    fact: e.FactOf[Any] | e.Gathered[Any] | e.Elsewhere
    known: Known

    @property
    def label(self) -> str:
        return self.fact.label

    @property
    def value(self) -> Any:
        return self.known.value

    @property
    def unit(self) -> str:
        return self.fact.unit

    @property
    def source(self) -> str:
        return self.known.source or self.fact.source


@dataclass(frozen=True, slots=True)
class ParameterGround:
    """One dated parameter that was looked at, as in force on `on`; None where it is 待核."""

    key: str
    valued: Valued = field(compare=False)
    on: date
    row: str | None
    row_label: str = ""

    @property
    def label(self) -> str:
        title = self.valued.title
        return title if self.row is None else f"{title}·{self.row_label or self.row}"

    @property
    def value(self) -> Any:
        return self.valued.value

    @property
    def unit(self) -> str:
        return self.valued.unit

    @property
    def source(self) -> str:
        return self.valued.document or self.valued.source


Ground = FactGround | ParameterGround


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """What came out, and why; `value` is None when it cannot be known yet."""

    value: T | None
    grounds: tuple[Ground, ...]

    @property
    def missing(self) -> tuple[Ground, ...]:
        return tuple(ground for ground in self.grounds if ground.value is None)


@dataclass(frozen=True, slots=True)
class Finding:
    """How one condition came out, and on what grounds."""

    condition: Condition
    verdict: Verdict
    grounds: tuple[Ground, ...]

    @property
    def missing(self) -> tuple[Ground, ...]:
        return tuple(ground for ground in self.grounds if ground.value is None)


def answer(expr: e.Expr[T], subject: Subject, *, policy: Policy, on: date) -> Answer[T]:
    """Work out `expr` for one subject on the day `on`."""
    asking = Asking(subject, policy, on)
    value = asking.value(expr)
    return Answer(value, tuple(dict.fromkeys(asking.grounds)))


def judge(condition: Condition, subject: Subject, *, policy: Policy, on: date) -> Finding:
    """Whether one condition holds for this subject on that day."""
    found = answer(condition.holds, subject, policy=policy, on=on)
    return Finding(condition, VERDICTS[found.value], found.grounds)


@dataclass(slots=True)
class Asking:
    """One subject, one policy, one day, and what was looked at on the way.

    `since` is the day the facts are told on.  Where `on` lies after it, facts that go up each
    month are taken as having gone on; that is how the nearest day is looked for.
    """

    subject: Subject
    policy: Policy
    on: date
    since: date | None = None
    grounds: list[Ground] = field(default_factory=list)
    _found: dict[e.Expr[Any], Any] = field(default_factory=dict)

    def value(self, expr: e.Expr[Any]) -> Any:
        """The value of an expression; None where it cannot be known."""
        if expr in self._found:
            return self._found[expr]
        found = self._found[expr] = self._work_out(expr)
        return found

    def _work_out(self, expr: e.Expr[Any]) -> Any:
        match expr:
            case e.Constant(value):
                return value
            case e.FactOf():
                return self._fact(expr)
            case e.Parameter():
                return self._parameter(expr)
            case e.Today():
                return self.on
            case e.Choice():
                return self._choice(expr)
            case e.Gathered():
                return self._looked_at(expr, related.gathered(self, expr))
            case e.Elsewhere(benefit):
                return self._looked_at(expr, related.owed_too(self, benefit))
            case _:
                return _combined(expr, [self.value(part) for part in expr.parts])

    def _fact(self, fact: e.FactOf[Any]) -> Any:
        known = self.subject.facts.get(fact.key, Known(None))
        if self.since is not None and known.value is not None:
            known = gone_on(fact, known, since=self.since, on=self.on)
        self.grounds.append(FactGround(fact, known))
        return known.value

    def _looked_at(self, fact: e.Gathered[Any] | e.Elsewhere, value: Any) -> Any:
        self.grounds.append(FactGround(fact, Known(value)))
        return value

    def _parameter(self, named: e.Parameter[Any]) -> Any:
        day = self.value(named.on)
        row = None if named.row is None else self.value(named.row)
        if day is None or (row is None and named.row is not None):
            return None
        key = None if row is None else str(row)
        valued = self.policy.value(named.name, on=day, row=key)
        full_key = f"{self.policy.key}:{named.name}"
        label = row_title(self.policy, named.name, row)
        self.grounds.append(ParameterGround(full_key, valued, day, key, label))
        return valued.value

    def _choice(self, choice: e.Choice[Any]) -> Any:
        test, yes, no = (self.value(part) for part in choice.parts)
        if test is None:
            return yes if yes == no else None
        return yes if test else no


def row_title(policy: Policy, name: str, row: Any) -> str:
    """As a table titles its row; of a row it does not title, what the value is called."""
    if row is None:
        return ""
    title = policy[name].row_title(str(row))
    return title if title != str(row) else str(getattr(row, "label", row))


def gone_on(fact: e.FactOf[Any], known: Known, *, since: date, on: date) -> Known:
    """What a fact told on `since` will be on a later day, if things go on as they are."""
    if fact.daily:
        return Known(known.value + (on - since), known.source, on)
    if fact.monthly:
        months = e.Span.MONTHS.between(known.as_of or since, on)
        return Known(known.value + max(months, 0), known.source, on)
    return known


def _combined(expr: e.Expr[Any], values: list[Any]) -> Any:
    if isinstance(expr, e.Binary) and expr.op.joins and (expr.op is e.Op.OR) in values:
        return expr.op is e.Op.OR
    return None if None in values else applied(expr, values)


def applied(expr: e.Expr[Any], values: list[Any]) -> Any:
    match expr:
        case e.Binary(op):
            return op.apply(*values)
        case e.Not():
            return not values[0]
        case e.Among(options=options):
            return values[0] in [option.value for option in options]
        case e.Shifted(span=span):
            return span.after(*values)
        case e.Elapsed(span=span):
            return span.between(*values)
        case e.Applied(function=function):
            return function.work(*values)
        case e.Reaches():
            return related.reached(*values)
    raise Broken(f"Nobody can be asked {expr!r}.")
