"""What authors of duties write: whom a duty binds, how it is seen to be met, until which day.

Duty(
    key="employee-director",
    title="董事会中有职工代表",
    basis=(article(35),),
    fulfils=("enterprise-secures-participation",),
    bearer=ENTERPRISE,
    binds=(Condition("职工人数达到规定规模", article(35), large_enough, "large-enough"),),
    past=enterprise_past,
    policy=POLICY,
)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from gongtu.base.errors import Broken
from gongtu.base.periods import MONTHS_IN_YEAR, add_months
from gongtu.engines.entitlement import expressions as e
from gongtu.engines.entitlement.declare import Condition
from gongtu.engines.entitlement.facts import Known, Subject
from gongtu.engines.entitlement.places import declared_at
from gongtu.engines.entitlement.soundness import problems_of
from gongtu.law import Article
from gongtu.parties.roles import Role
from gongtu.policy import Policy

__all__ = ["Condition", "Duty", "Past", "end_of_turn"]

_KEY = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*\Z")


@dataclass(frozen=True, slots=True)
class Past:
    """Everything known of one bearer, day by day.

    `since` is the day from which there is a bearer at all, `until` the day on which there is none
    any more; `days` are those on which some fact changed; `facts` tells what was known on a day.
    """

    key: str
    title: str
    since: date
    until: date | None
    days: tuple[date, ...]
    facts: Callable[[date], Mapping[str, Known]]

    def on(self, day: date) -> Subject:
        """The bearer as it was on a day."""
        return Subject(self.key, self.title, self.facts(day))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Duty:
    """Something the law asks of a bearer, as long as all conditions of `binds` hold.

    Without `binds` it binds every bearer.  `met` is how records show that it is met; without it
    only people can tell.  `due` is the day it is due, where a period is set at all.  `way` is the
    key of the procedure in which it is done, where there is one.

    Raises:
        Broken: Listing every rule that could never work, with file and line.
    """

    key: str
    title: str
    basis: tuple[Article, ...]
    fulfils: tuple[str, ...]
    bearer: Role
    past: Callable[[str, date], Past]
    policy: Policy
    binds: tuple[Condition, ...] = ()
    met: tuple[Condition, ...] = ()
    due: e.Expr[date] | None = None
    way: str = ""
    declared: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "declared", declared_at())
        problems = [*self._misnamed(), *self._unfounded(), *self._restless()]
        if problems:
            told = [f"{where}: duty {self.key!r}: {what}." for where, what in problems]
            raise Broken("\n".join(told))

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """Those that bind, then those that show it is met."""
        return (*self.binds, *self.met)

    def _misnamed(self) -> Iterator[tuple[str, str]]:
        keys = [condition.key for condition in self.conditions]
        for key in sorted({key for key in keys if keys.count(key) > 1}):
            yield self.declared, f"two conditions are called {key!r}"
        if not _KEY.match(self.key):
            yield self.declared, "the key is not lower-case words joined by hyphens"
        if not self.basis or not self.fulfils:
            yield self.declared, "it rests on no article, or carries out no norm"
        if self.due is not None and self.due.kind is not date:
            yield self.declared, "what it is due on is no day"

    def _unfounded(self) -> Iterator[tuple[str, str]]:
        placed: list[tuple[str, e.Expr[Any]]] = [(c.declared, c.holds) for c in self.conditions]
        if self.due is not None:
            placed.append((self.declared, self.due))
        for where, rule in placed:
            yield from ((where, what) for what in problems_of(rule, self.policy))

    def _restless(self) -> Iterator[tuple[str, str]]:
        """It begins to bind on a day on which something changes, never by time alone."""
        for condition in self.binds:
            if any(map(_goes_on, _read(condition.holds))):
                yield condition.declared, f"{condition.key!r} would turn by time alone"


def _read(rule: e.Expr[Any]) -> Iterator[e.Expr[Any]]:
    """Everything in a rule but the day as of which a parameter is read."""
    yield rule
    for part in rule.parts:
        if not (isinstance(rule, e.Parameter) and part is rule.on):
            yield from _read(part)


def _goes_on(node: e.Expr[Any]) -> bool:
    return isinstance(node, e.Today) or (
        isinstance(node, e.FactOf) and (node.monthly or node.daily)
    )


def _end_of_turn(day: date, times: int) -> date:
    """The last day for what is to be done so many times a year, each in its own part of it.

    >>> _end_of_turn(date(2026, 5, 6), 1), _end_of_turn(date(2026, 5, 6), 4)
    (datetime.date(2026, 12, 31), datetime.date(2026, 6, 30))
    """
    length = MONTHS_IN_YEAR // times
    turn = (day.month - 1) // length
    return add_months(date(day.year, 1, 1), length * (turn + 1)) - timedelta(days=1)


end_of_turn: Callable[..., e.Expr[date]] = e.function(
    "end-of-turn",
    date,
    "{0}所在年度每年{1}的当次期限末日",
    "the last day of the turn that {0} lies in, with {1} a year",
)(_end_of_turn)
