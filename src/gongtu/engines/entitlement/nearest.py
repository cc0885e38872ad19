"""The day from which it would hold, if nothing changes but time.

Between two days on which a parameter changes, a comparison turns at most once when only one of
its sides moves with time and moves one way: today itself, the time gone by since a day, a fact
that goes up each month.  So the days on which anything may turn are few, each found by halving;
the first of them on which everything holds is the answer.  A rule that moves in other ways is
not solved: the answer is then None, not a guess.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Any

from gongtu.base.periods import add_months
from gongtu.engines.entitlement import expressions as e
from gongtu.engines.entitlement.asking import gone_on
from gongtu.engines.entitlement.facts import Subject
from gongtu.engines.entitlement.ready import (
    SINCE,
    TODAY,
    Asked,
    Day,
    Ready,
    Step,
    Values,
    has_step,
    looking_up,
)
from gongtu.policy import Policy

_DAY = timedelta(days=1)
HORIZON_YEARS = 20  # beyond a working life's remainder no day is worth telling


class _Unsolvable(Exception):
    """A rule moves with time in a way that halving cannot follow."""


def nearest_day(
    rules: Sequence[e.Expr[bool]], subject: Subject, *, policy: Policy, on: date
) -> date | None:
    """The first day from `on` on which all rules hold, time being all that changes."""
    ready = Ready()
    places = tuple(ready.root(rule, policy) for rule in rules)
    asked = ready.ask(subject, on)
    return _first(Outlook.over(ready, asked.day, places, policy), asked)


def nearest_of(asked: Asked, number: int) -> date | None:
    """The same for all conditions of one benefit of those asked."""
    return _first(outlook_of(asked.ready, asked.day, number), asked)


def outlook_of(ready: Ready, day: Day, number: int) -> Outlook:
    """What lies ahead of one of the benefits; looked into once for each day."""
    outlook: Outlook | None = day.outlooks.get(number)
    if outlook is None:
        policy = ready.benefits[number].policy
        outlook = day.outlooks[number] = Outlook.over(ready, day, ready.conditions[number], policy)
    return outlook


@dataclass(slots=True)
class Course:
    """How to work some parts out again on another day: only what follows the day."""

    places: tuple[int, ...]
    facts: list[tuple[int, e.FactOf[Any]]]
    steps: list[Step]
    guess: Callable[[Values], Sequence[date]] | None = None  # days on which it might turn


@dataclass(slots=True)
class Outlook:
    """What lies ahead of some rules from one day on, whoever is asked.

    `turning` are, for each rule, the comparisons that time may turn; `changes` the days on which
    a parameter that follows today gets another value, `following` the parameters whose day is a
    fact.  `is_solvable` is false where halving cannot follow.
    """

    is_solvable: bool
    staying: list[int]  # the rules that time alone never changes
    courses: list[Course]
    moving: Course  # all others together
    turning: list[list[Course]]
    changes: set[date]
    following: list[tuple[int, str, Policy]]

    @classmethod
    def over(cls, ready: Ready, day: Day, places: tuple[int, ...], policy: Policy) -> Outlook:
        ahead = _Looking(ready, day, policy)
        staying = [place for place in places if not ahead.follows(place)]
        moving = ahead.course(*(place for place in places if ahead.follows(place)))
        courses = [ahead.course(place) for place in places]
        outlook = cls(True, staying, courses, moving, [], set(), [])
        try:
            outlook.turning = [ahead.turning(place) for place in places]
            outlook.following = ahead.following(places)
            outlook.changes = ahead.changes(places)
        except _Unsolvable:
            outlook.is_solvable = False
        return outlook

    def is_stuck(self, asked: Asked) -> bool:
        """Some rule does not hold, and time alone will never change that."""
        return any(asked.values[place] is not True for place in self.staying)


def _first(outlook: Outlook, asked: Asked) -> date | None:
    """The first day on which every rule holds.

    Whatever does not hold now has to turn first, so only that is looked into, unless something
    else has ceased to hold by then.
    """
    if not outlook.is_solvable or outlook.is_stuck(asked):
        return None
    try:
        probe = _Probe(asked, outlook)
    except _Unsolvable:
        return None
    values, courses = asked.values, outlook.courses
    failing = [k for k, course in enumerate(courses) if values[course.places[0]] is not True]
    if not failing:
        return asked.day.on
    start = asked.day.on
    for k in failing:
        if (day := probe.first_of(k)) is None:
            return None
        start = max(start, day)
    if probe.all_hold(start):
        return start
    later = sorted({day for k in range(len(courses)) for day in probe.turns(k)})
    return next((day for day in later if day > start and probe.all_hold(day)), None)


class _Probe:
    """One subject on days to come."""

    def __init__(self, asked: Asked, outlook: Outlook) -> None:
        self.day, self.outlook = asked.day, outlook
        self.values, self.seen = asked.values.copy(), asked.seen.copy()
        self.values[SINCE] = on = self.day.on
        self.edges = [on, *self._changes(), _end(on)]
        self.asked = asked
        self.known: dict[tuple[int, date], Any] = {}

    def at(self, course: Course, on: date) -> Any:
        """The value of one part on that day; worked out once."""
        (place,) = course.places
        if on == self.day.on:
            return self.asked.values[place]
        key = place, on
        if key not in self.known:
            self.known[key] = self._worked_out(course, on)[place]
        return self.known[key]

    def _worked_out(self, course: Course, on: date) -> Values:
        values, seen = self.values, self.seen
        values[TODAY] = on
        for place, fact in course.facts:
            known = seen[place]
            if known.value is not None:
                values[place] = gone_on(fact, known, since=self.day.on, on=on).value
        for step in course.steps:
            step(values, seen, self.day)
        return values

    def all_hold(self, on: date) -> bool:
        moving = self.outlook.moving
        values = self._worked_out(moving, on)
        return all(values[place] is True for place in moving.places)

    def first_of(self, number: int) -> date | None:
        """The first day on which one of the rules holds."""
        course = self.outlook.courses[number]
        return next((d for d in sorted(self.turns(number)) if self.at(course, d) is True), None)

    def turns(self, number: int) -> set[date]:
        """Every day on which a rule may begin to answer otherwise."""
        days = set(self.edges[:-1])
        for course in self.outlook.turning[number]:
            guessed = self._guessed(course)
            for since, until in pairwise(self.edges):
                days.update(self._turn(course, guessed, since, until))
        return days

    def _turn(
        self, course: Course, guessed: Sequence[date], first: date, last: date
    ) -> Iterator[date]:
        """The day within a span on which a comparison turns; it turns once at most."""
        before, low, high = self.at(course, first), 0, (last - first).days - 1
        for day in guessed:
            within = first < day < last
            if within and self.at(course, day - _DAY) == before != self.at(course, day):
                yield day
                return
        if high < 1 or self.at(course, first + timedelta(days=high)) == before:
            return
        while high - low > 1:
            middle = (low + high) // 2
            same = self.at(course, first + timedelta(days=middle)) == before
            low, high = (middle, high) if same else (low, middle)
        yield first + timedelta(days=high)

    def _guessed(self, course: Course) -> Sequence[date]:
        try:
            return () if course.guess is None else course.guess(self.values)
        except (ValueError, OverflowError):  # a day beyond all calendars
            return ()

    def _changes(self) -> list[date]:
        """The days to come on which a parameter gets another value for this subject."""
        on = self.day.on
        days = set(self.outlook.changes)
        for place, name, policy in self.outlook.following:
            if (day := self.values[place]) is None:
                raise _Unsolvable
            days.update(change - (day - on) for change in _history(name, policy))
        return sorted(day for day in days if on < day < _end(on))


@dataclass(slots=True)
class _Looking:
    """Looks ahead from one day, once for all subjects."""

    ready: Ready
    day: Day
    policy: Policy
    _follows: dict[int, bool] = field(default_factory=lambda: {TODAY: True})

    def course(self, *roots: int) -> Course:
        places = sorted(place for place in self.ready.below(set(roots)) if self.follows(place))
        return Course(
            roots,
            [(at, self.ready.facts[at]) for at in places if at in self.ready.facts],
            [step for at in places if (step := self._step(at)) is not None],
        )

    def follows(self, place: int) -> bool:
        """Whether its value may be another one on a later day."""
        if place not in self._follows:
            node, _ = self.ready.nodes[place]
            if isinstance(node, e.FactOf) or not has_step(node):
                moves = not self._stays(node)
            elif place in self.ready.undated:
                moves = any(self._ahead(self.ready.undated[place][0]))
            else:
                moves = any(map(self.follows, self.ready.parts[place]))
            self._follows[place] = moves
        return self._follows[place]

    def turning(self, root: int) -> list[Course]:
        """Every comparison of a rule that moves with time.

        Raises:
            _Unsolvable: One of them may turn more than once.
        """
        rule, _ = self.ready.nodes[root]
        for node in rule.walk():
            if _turns(node):
                _require_one_way(node)
        places = sorted(at for at in self.ready.below({root}) if _turns(self.ready.nodes[at][0]))
        courses = [self.course(place) for place in places]
        for course in courses:
            course.guess = self._guess(*course.places)
        return courses

    def _guess(self, place: int) -> Callable[[Values], Sequence[date]] | None:
        """Where the turning of a plain comparison with today is likely to lie."""
        left, right = self.ready.parts[place]
        moving, staying = (left, right) if self.follows(left) else (right, left)
        if self.follows(staying):
            return None
        if moving == TODAY:
            return lambda values: _about(e.Span.DAYS, values[staying], 0)
        match self.ready.nodes[moving][0]:
            case e.Elapsed(until=e.Today(), span=span):
                since = self.ready.parts[moving][0]
                return lambda values: _about(span, values[since], values[staying])
        return None

    def changes(self, places: tuple[int, ...]) -> set[date]:
        followed = (node for node in self._parameters(places) if isinstance(node.on, e.Today))
        return {day for node in followed for day in self._ahead(node.name)}

    def following(self, places: tuple[int, ...]) -> list[tuple[int, str, Policy]]:
        """The parameters that follow a fact which itself goes on."""
        found = []
        for node in self._parameters(places):
            if isinstance(node.on, e.FactOf):
                found.append((self.ready.place(node.on, self.policy), node.name, self.policy))
            elif not isinstance(node.on, e.Today):
                raise _Unsolvable
        return found

    def _parameters(self, places: tuple[int, ...]) -> list[e.Parameter[Any]]:
        nodes = (node for place in places for node in self.ready.nodes[place][0].walk())
        return [node for node in nodes if isinstance(node, e.Parameter) and _moves(node.on)]

    def _ahead(self, name: str) -> Iterator[date]:
        on = self.day.on
        return (day for day in _history(name, self.policy) if on < day < _end(on))

    def _stays(self, node: e.Expr[Any]) -> bool:
        """Of a part that is asked as a whole: time changes neither it nor its parameters."""
        named = [each for each in node.walk() if isinstance(each, e.Parameter)]
        return not _moves(node) and not any(_moves(each.on) for each in named)

    def _step(self, place: int) -> Step | None:
        if place in self.ready.undated:
            return looking_up(*self.ready.undated[place], place, (TODAY,))
        return self.ready.steps.get(place)


def _about(span: e.Span, since: date | None, count: int | None) -> Sequence[date]:
    if since is None or count is None:
        return ()
    return span.after(since, count), span.after(since, count + 1)


@lru_cache(maxsize=8)
def _end(on: date) -> date:
    return add_months(on, HORIZON_YEARS * 12)


def _history(name: str, policy: Policy) -> Iterator[date]:
    """The days on which a parameter got or gets another value."""
    for line in policy.history(name):
        yield from (change for change in (line.since, line.until) if change)


def _turns(node: e.Expr[Any]) -> bool:
    return node.kind is bool and _moves(node) and not _is_logic(node)


def _require_one_way(node: e.Expr[bool]) -> None:
    """A comparison by size whose moving side is alone and goes one way."""
    sized = isinstance(node, e.Binary) and node.op.orders
    if not sized or sum(abs(_direction(part)) for part in node.parts) != 1:
        raise _Unsolvable


def _direction(node: e.Expr[Any]) -> int:
    """1 where its value only goes up with time, -1 where only down, 0 where it stays."""
    if not _moves(node):
        return 0
    match node:
        case e.Today() | e.FactOf():
            return 1
        case e.Shifted(day=day, count=count) if not _moves(count):
            return _direction(day)
        case e.Elapsed(since=since, until=until) if _moves(since) != _moves(until):
            return _direction(until) - _direction(since)
        case e.Binary(e.Op.PLUS | e.Op.LESSER | e.Op.GREATER, left, right):
            return _together(_direction(left), _direction(right))
        case e.Binary(e.Op.MINUS, left, right):
            return _together(_direction(left), -_direction(right))
    raise _Unsolvable


def _together(one: int, other: int) -> int:
    if one * other < 0:
        raise _Unsolvable
    return one or other


def _is_logic(node: e.Expr[Any]) -> bool:
    return isinstance(node, e.Not) or (isinstance(node, e.Binary) and node.op.joins)


def _moves(node: e.Expr[Any]) -> bool:
    """Whether time alone changes its value, apart from a parameter's new values."""
    match node:
        case e.Today():
            return True
        case e.FactOf():
            return node.monthly or node.daily
        case e.Elsewhere():
            return True  # whatever the other benefit rests on
        case e.Parameter(row=row):
            return row is not None and _moves(row)
    return any(map(_moves, node.parts))
