"""Rules laid out for asking many subjects: every part once, in an order that works.

The meaning is that of `asking`; what differs is that parts which several conditions or benefits
share are worked out once for a subject, and what follows from the day alone once for that day.
A part of a kind this module has no step for is asked as `asking` asks it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from operator import itemgetter
from threading import Lock
from typing import Any

from gongtu.engines.entitlement import expressions as e
from gongtu.engines.entitlement.asking import (
    Asking,
    FactGround,
    Ground,
    ParameterGround,
    applied,
    row_title,
)
from gongtu.engines.entitlement.declare import Benefit
from gongtu.engines.entitlement.facts import Known, Subject
from gongtu.policy import Policy
from gongtu.policy.providers import deciding, overlay
from gongtu.policy.supposing import is_supposing

Values = list[Any]  # by place: what a part came to
Seen = list[Any]  # by place: the Known of a fact, the ground of a parameter, the grounds of others
Step = Callable[[Values, Seen, "Day"], None]
Verdicts = tuple[bool | None, ...]  # of the conditions of one benefit, in their order
Node = e.Expr[Any]

TODAY, SUBJECT, SINCE = 0, 1, 2  # places that every rule finds filled in
_NOT_KNOWN = Known(None)
_DAYS_KEPT = 4
_LOOKED_UP_KEPT = 20_000


@dataclass(slots=True)
class Day:
    """What follows from the day alone, and what was looked up since."""

    on: date
    values: Values
    seen: Seen
    looked_up: dict[tuple[Policy, str, date, Any], ParameterGround] = field(default_factory=dict)
    outlooks: dict[int, Any] = field(default_factory=dict)  # by benefit, as `nearest` sees ahead
    page: Any = None  # how `written` lays it out
    written: dict[int, tuple[ParameterGround, bytes]] = field(default_factory=dict)

    def look_up(self, policy: Policy, name: str, on: date, row: Any) -> ParameterGround:
        key = (policy, name, on, row)
        found = self.looked_up.get(key)
        if found is None:
            if len(self.looked_up) > _LOOKED_UP_KEPT:
                self.looked_up.clear()
                self.written.clear()
            found = self.looked_up[key] = ground_of(policy, name, on, row)
        return found


@dataclass(slots=True)
class Asked:
    """One subject asked on one day: the value of every part."""

    ready: Ready
    day: Day
    values: Values
    seen: Seen
    _paid: set[int] = field(default_factory=set)

    def amount(self, number: int) -> Any:
        """What one of the benefits comes to, worked out only where it is asked for."""
        place = self.ready.amounts[number]
        if place is None:
            return None
        if number not in self._paid:
            for step in self.ready.order.later[number]:
                step(self.values, self.seen, self.day)
            self._paid.add(number)
        return self.values[place]

    def grounds(self, place: int) -> tuple[Ground, ...]:
        """What one of the rules rests on, in the order it was looked at."""
        found = [each for at in self.ready.leaves[place] for each in self._grounds_at(at)]
        return tuple(dict.fromkeys(found))

    def _grounds_at(self, place: int) -> Sequence[Ground]:
        seen = self.seen[place]
        if isinstance(seen, Known):
            return (FactGround(self.ready.facts[place], seen),)
        return () if seen is None else (seen,) if isinstance(seen, ParameterGround) else seen


@dataclass(frozen=True, slots=True)
class Order:
    """The steps that every subject takes, and those of each amount, taken where it matters."""

    first: list[Step]
    later: list[list[Step]]


class Ready:
    """Rules laid out one after another; those of some benefits, as a rule."""

    def __init__(self, benefits: Sequence[Benefit] = ()) -> None:
        self.benefits = benefits
        self.nodes: list[tuple[Node, Policy | None]] = [(e.TODAY, None)] * (SINCE + 1)
        self.parts: list[tuple[int, ...]] = [()] * (SINCE + 1)
        self.facts: dict[int, e.FactOf[Any]] = {}
        self.steps: dict[int, Step] = {}
        self.undated: dict[int, tuple[str, Policy]] = {}
        self.leaves: dict[int, tuple[int, ...]] = {}
        self._keys: list[tuple[int, str]] = []  # of the facts
        self._places: dict[tuple[Node, Policy | None], int] = {}
        self._constants: list[tuple[int, Any]] = []
        self._parameters: dict[str, None] = {}
        self._days: dict[date, Day] = {}
        self._stamp: Any = None
        self._lock = Lock()
        self._order: Order | None = None
        self.conditions = [
            tuple(self.root(c.holds, b.policy) for c in b.conditions) for b in benefits
        ]
        self.amounts = [
            None if b.amount is None else self.root(b.amount, b.policy) for b in benefits
        ]
        self.verdicts = list(map(picking, self.conditions))

    def ask(self, subject: Subject, on: date) -> Asked:
        """Every part of every rule, for one subject."""
        return self.ask_on(self.day(on), subject)

    def ask_on(self, day: Day, subject: Subject) -> Asked:
        """The same on a day that is made ready already."""
        values, seen = day.values.copy(), day.seen.copy()
        values[SUBJECT] = subject
        known_of = subject.facts.get
        for place, key in self._keys:
            known = seen[place] = known_of(key, _NOT_KNOWN)
            values[place] = known.value
        for step in self.order.first:
            step(values, seen, day)
        return Asked(self, day, values, seen)

    @property
    def order(self) -> Order:
        """In what order the steps are taken; laid down once all rules are."""
        if self._order is None:
            leaves = (place for places in self.leaves.values() for place in places)
            rules = self.leaves.keys() - set(self.amounts)
            first = self.below({*rules, *leaves})
            later = [set() if a is None else self.below({a}) - first for a in self.amounts]
            self._order = Order(self._steps_at(first), [self._steps_at(each) for each in later])
        return self._order

    def below(self, places: set[int]) -> set[int]:
        """These parts and all that they are made of."""
        found, ahead = set(places), list(places)
        while ahead:
            new = set(self.parts[ahead.pop()]) - found
            found |= new
            ahead.extend(new)
        return found

    def _steps_at(self, places: set[int]) -> list[Step]:
        return [self.steps[place] for place in sorted(places) if place in self.steps]

    def day(self, on: date) -> Day:
        """A day with the parameters in force on it, as decided by now."""
        if is_supposing():  # a draft leaves no trace
            return self._made_ready(on)
        stamp = (overlay(), list(map(deciding(), self._parameters)))
        with self._lock:  # several requests may ask at once
            if stamp != self._stamp:
                self._days.clear()
                self._stamp = stamp
            day = self._days.get(on)
            if day is None:
                if len(self._days) >= _DAYS_KEPT:
                    self._days.pop(next(iter(self._days)))
                day = self._days[on] = self._made_ready(on)
        return day

    def _made_ready(self, on: date) -> Day:
        values: Values = [None] * len(self.nodes)
        seen: Seen = [None] * len(self.nodes)
        values[TODAY] = on
        for place, value in self._constants:
            values[place] = value
        for place, (name, policy) in self.undated.items():
            seen[place] = ground_of(policy, name, on, None)
            values[place] = seen[place].value
        return Day(on, values, seen)

    def root(self, rule: Node, policy: Policy) -> int:
        """The place of a rule, once it is laid out."""
        self._order = None
        place = self.place(rule, policy)
        self.leaves[place] = tuple(dict.fromkeys(self._leaves(rule, policy)))
        return place

    def _leaves(self, node: Node, policy: Policy) -> Iterator[int]:
        for part in parts_asked(node):
            yield from self._leaves(part, policy)
        place = self.place(node, policy)
        if isinstance(node, e.FactOf | e.Parameter) or not has_step(node):
            yield place

    def place(self, node: Node, policy: Policy) -> int:
        """Where its value stands; it is laid out where it was not yet."""
        if isinstance(node, e.Today):
            return TODAY
        key = (node, policy if _reads_policy(node) else None)
        if key not in self._places:
            parts = tuple(self.place(part, policy) for part in parts_asked(node))
            self._places[key] = len(self.nodes)
            self.nodes.append(key)
            self.parts.append(parts)
            self._lay_out(node, policy, self._places[key], parts)
        return self._places[key]

    def _lay_out(self, node: Node, policy: Policy, place: int, parts: tuple[int, ...]) -> None:
        match node:
            case e.Constant(value):
                self._constants.append((place, value))
            case e.FactOf():
                self.facts[place] = node
                self._keys.append((place, node.key))
            case e.Parameter(name=name):
                self._parameters[policy[name].key] = None
                if parts == (TODAY,):
                    self.undated[place] = (name, policy)
                else:
                    self.steps[place] = looking_up(name, policy, place, parts)
            case _ if has_step(node):
                self.steps[place] = _step(node, place, parts)
            case _:
                self.steps[place] = _asking(node, policy, place)


def picking(places: tuple[int, ...]) -> Callable[[Values], Verdicts]:
    """What takes the values at some places out, all at once."""
    if len(places) > 1:
        return itemgetter(*places)
    return lambda values: tuple(values[place] for place in places)


@lru_cache(maxsize=128)
def ready_for(benefits: tuple[Benefit, ...]) -> Ready:
    """The rules of these benefits, laid out once."""
    return Ready(benefits)


def ground_of(policy: Policy, name: str, on: date, row: Any) -> ParameterGround:
    """One parameter looked up; `row` is the fact that chooses it from a table."""
    key = None if row is None else str(row)
    valued = policy.value(name, on=on, row=key)
    return ParameterGround(f"{policy.key}:{name}", valued, on, key, row_title(policy, name, row))


def has_step(node: Node) -> bool:
    """Whether its value follows from those of its parts."""
    return isinstance(
        node,
        e.Today
        | e.Constant
        | e.FactOf
        | e.Parameter
        | e.Choice
        | e.Binary
        | e.Not
        | e.Among
        | e.Shifted
        | e.Elapsed
        | e.Applied
        | e.Reaches,
    )


def parts_asked(node: Node) -> tuple[Node, ...]:
    """Its parts in the order in which they are asked."""
    match node:
        case e.Parameter():
            return node.parts[::-1]
        case e.Binary(op) if op.joins:
            return tuple(_chained(node, op))
    return node.parts if has_step(node) else ()


def _chained(node: Node, op: e.Op) -> Iterator[Node]:
    """What an "and" or an "or" joins; one that stands within another of its kind is no step."""
    for part in node.parts:
        if isinstance(part, e.Binary) and part.op is op:
            yield from _chained(part, op)
        else:
            yield part


def _reads_policy(node: Node) -> bool:
    return any(isinstance(part, e.Parameter) or not has_step(part) for part in node.walk())


def _step(node: Node, place: int, parts: tuple[int, ...]) -> Step:
    match node:
        case e.Binary(e.Op.AND):
            return _settled(False, place, parts)
        case e.Binary(e.Op.OR):
            return _settled(True, place, parts)
        case e.Binary(op):
            return _of_two(op.apply, place, *parts)
        case e.Shifted(span=span):
            return _of_two(span.after, place, *parts)
        case e.Elapsed(span=span):
            return _of_two(span.between, place, *parts)
        case e.Choice():
            return _chosen(place, *parts)
    return _of_all(node, place, parts)


def _settled(alone: bool, place: int, parts: tuple[int, ...]) -> Step:
    """A chain of "and" or of "or": any part settles it alone by being `alone`."""
    pick = picking(parts)

    def step(values: Values, _seen: Seen, _day: Day) -> None:
        asked = pick(values)
        values[place] = alone if alone in asked else None if None in asked else not alone

    return step


def _of_two(apply: Callable[[Any, Any], Any], place: int, one: int, other: int) -> Step:
    def step(values: Values, _seen: Seen, _day: Day) -> None:
        a, b = values[one], values[other]
        values[place] = None if a is None or b is None else apply(a, b)

    return step


def _chosen(place: int, test: int, yes: int, no: int) -> Step:
    def step(values: Values, _seen: Seen, _day: Day) -> None:
        a, b, c = values[test], values[yes], values[no]
        if a is None:
            values[place] = b if b == c else None
        else:
            values[place] = b if a else c

    return step


def _of_all(node: Node, place: int, parts: tuple[int, ...]) -> Step:
    def step(values: Values, _seen: Seen, _day: Day) -> None:
        asked = [values[part] for part in parts]
        values[place] = None if None in asked else applied(node, asked)

    return step


def looking_up(name: str, policy: Policy, place: int, parts: tuple[int, ...]) -> Step:
    on, row = parts[0], parts[1] if len(parts) > 1 else None

    def step(values: Values, seen: Seen, day: Day) -> None:
        when, which = values[on], None if row is None else values[row]
        if when is None or (which is None and row is not None):
            return
        seen[place] = found = day.look_up(policy, name, when, which)
        values[place] = found.valued.value

    return step


def _asking(node: Node, policy: Policy, place: int) -> Step:
    def step(values: Values, seen: Seen, _day: Day) -> None:
        asking = Asking(values[SUBJECT], policy, values[TODAY], values[SINCE])
        values[place] = asking.value(node)
        seen[place] = tuple(asking.grounds)

    return step
