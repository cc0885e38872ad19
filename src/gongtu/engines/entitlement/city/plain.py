"""What a rule becomes for a city: total trees over whole numbers and truths, with nothing unknown.

Lowering has folded the parameters, made "not known" into truths of their own, and turned
calendar arithmetic into comparisons of days.  So an execution needs a score of plain operations
and no notion of NULL.  Equal trees are one object; each number knows the bounds it lies in, so
that nothing can overflow unseen and each execution can choose the narrowest type.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from operator import eq, ge, gt, le, lt, ne
from typing import ClassVar

from gongtu.base.errors import Broken
from gongtu.engines.entitlement.expressions.interning import Interned

WIDEST = (-(2**63), 2**63 - 1)
COMPARE: dict[str, Callable[[int, int], bool]] = {
    "<=": le, "<": lt, ">=": ge, ">": gt, "==": eq, "!=": ne,
}  # fmt: skip
MIRRORED = {"<=": ">=", "<": ">", ">=": "<=", ">": "<", "==": "==", "!=": "!="}
OPPOSITE = {"<=": ">", "<": ">=", ">=": "<", ">": "<=", "==": "!=", "!=": "=="}


class Overflowing(Broken):
    """A number of a rule might not fit 64 bits with these facts; the rule is not run."""


class Plain(metaclass=Interned):
    """Root of all plain trees."""

    __slots__ = ("__weakref__",)
    __match_args__: ClassVar[tuple[str, ...]] = ()

    @property
    def parts(self) -> tuple[Plain, ...]:
        return ()


class Number(Plain):
    """A whole number, between `low` and `high`."""

    __slots__ = ("high", "low")
    low: int
    high: int

    def _bounded(self, *bounds: int) -> None:
        low, high = min(bounds), max(bounds)
        if low < WIDEST[0] or high > WIDEST[1]:
            raise Overflowing(f"A number between {low} and {high} does not fit 64 bits.")
        object.__setattr__(self, "low", low)
        object.__setattr__(self, "high", high)


class Truth(Plain):
    """True or false."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, eq=False)
class Whole(Number):
    """A number written down."""

    value: int

    def __post_init__(self) -> None:
        self._bounded(self.value)


@dataclass(frozen=True, slots=True, eq=False)
class Of(Number):
    """A fact of the row; with `via`, of the thing of that kind it belongs to (0 of nobody)."""

    key: str
    via: str
    least: int
    most: int

    def __post_init__(self) -> None:
        self._bounded(self.least, self.most)


@dataclass(frozen=True, slots=True, eq=False)
class Sum(Number):
    left: Number
    right: Number

    def __post_init__(self) -> None:
        self._bounded(self.left.low + self.right.low, self.left.high + self.right.high)

    @property
    def parts(self) -> tuple[Plain, ...]:
        return self.left, self.right


@dataclass(frozen=True, slots=True, eq=False)
class Difference(Number):
    left: Number
    right: Number

    def __post_init__(self) -> None:
        self._bounded(self.left.low - self.right.high, self.left.high - self.right.low)

    @property
    def parts(self) -> tuple[Plain, ...]:
        return self.left, self.right


@dataclass(frozen=True, slots=True, eq=False)
class Product(Number):
    left: Number
    right: Number

    def __post_init__(self) -> None:
        a, b = self.left, self.right
        self._bounded(a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high)

    @property
    def parts(self) -> tuple[Plain, ...]:
        return self.left, self.right


@dataclass(frozen=True, slots=True, eq=False)
class Quotient(Number):
    """How often a positive number written down goes into one that is not negative."""

    part: Number
    by: int

    def __post_init__(self) -> None:
        if self.part.low < 0 or self.by <= 0:
            raise Broken("A quotient is of numbers that are not negative; use `floor`.")
        self._bounded(self.part.low // self.by, self.part.high // self.by)

    @property
    def parts(self) -> tuple[Plain, ...]:
        return (self.part,)


@dataclass(frozen=True, slots=True, eq=False)
class Least(Number):
    left: Number
    right: Number

    def __post_init__(self) -> None:
        a, b = self.left, self.right
        self._bounded(min(a.low, b.low), min(a.high, b.high))

    @property
    def parts(self) -> tuple[Plain, ...]:
        return self.left, self.right


@dataclass(frozen=True, slots=True, eq=False)
class Greatest(Number):
    left: Number
    right: Number

    def __post_init__(self) -> None:
        a, b = self.left, self.right
        self._bounded(max(a.low, b.low), max(a.high, b.high))

    @property
    def parts(self) -> tuple[Plain, ...]:
        return self.left, self.right


@dataclass(frozen=True, slots=True, eq=False)
class Pick(Number):
    """`yes` where the test is true, else `no`; both have a value in any case."""

    test: Truth
    yes: Number
    no: Number

    def __post_init__(self) -> None:
        self._bounded(self.yes.low, self.yes.high, self.no.low, self.no.high)

    @property
    def parts(self) -> tuple[Plain, ...]:
        return self.test, self.yes, self.no


@dataclass(frozen=True, slots=True, eq=False)
class Lookup(Number):
    """The value at a place of a list; the place always lies in it."""

    place: Number
    values: tuple[int, ...]

    def __post_init__(self) -> None:
        if not 0 <= self.place.low <= self.place.high < len(self.values):
            raise Broken(f"A place up to {self.place.high} in a list of {len(self.values)}.")
        self._bounded(*self.values)

    @property
    def parts(self) -> tuple[Plain, ...]:
        return (self.place,)


@dataclass(frozen=True, slots=True, eq=False)
class Always(Truth):
    """The same of every row."""

    value: bool


@dataclass(frozen=True, slots=True, eq=False)
class Yes(Truth):
    """A fact that is itself true or false; false where it is not known."""

    key: str
    via: str


@dataclass(frozen=True, slots=True, eq=False)
class Known(Truth):
    """Whether a fact is known of the row, or of what it belongs to; of nobody nothing is."""

    key: str
    via: str


@dataclass(frozen=True, slots=True, eq=False)
class Belongs(Truth):
    """Whether the row belongs to anything of that kind."""

    via: str


@dataclass(frozen=True, slots=True, eq=False)
class Compare(Truth):
    """`sign` is a key of `COMPARE`; a number written down stands on the right."""

    sign: str
    left: Number
    right: Number

    @property
    def parts(self) -> tuple[Plain, ...]:
        return self.left, self.right


@dataclass(frozen=True, slots=True, eq=False)
class OneOf(Truth):
    """A number is one of several written down."""

    part: Number
    options: tuple[int, ...]

    @property
    def parts(self) -> tuple[Plain, ...]:
        return (self.part,)


@dataclass(frozen=True, slots=True, eq=False)
class Not(Truth):
    part: Truth

    @property
    def parts(self) -> tuple[Plain, ...]:
        return (self.part,)


@dataclass(frozen=True, slots=True, eq=False)
class Both(Truth):
    left: Truth
    right: Truth

    @property
    def parts(self) -> tuple[Plain, ...]:
        return self.left, self.right


@dataclass(frozen=True, slots=True, eq=False)
class Either(Truth):
    left: Truth
    right: Truth

    @property
    def parts(self) -> tuple[Plain, ...]:
        return self.left, self.right


TRUE, FALSE = Always(True), Always(False)


def in_order(roots: Iterable[Plain]) -> Iterator[Plain]:
    """Every node once, parts before the whole."""
    seen: set[Plain] = set()
    for root in roots:
        stack = [(root, False)]
        while stack:
            node, entered = stack.pop()
            if node in seen:
                continue
            if entered:
                seen.add(node)
                yield node
            else:
                stack.append((node, True))
                stack.extend((part, False) for part in reversed(node.parts))


def all_of(truths: Iterable[Truth]) -> Truth:
    whole: Truth = TRUE
    for truth in truths:
        whole = both(whole, truth)
    return whole


def any_of(truths: Iterable[Truth]) -> Truth:
    whole: Truth = FALSE
    for truth in truths:
        whole = either(whole, truth)
    return whole


def both(left: Truth, right: Truth) -> Truth:
    """Both hold; with `negation`, one form for equal statements.

    >>> both(TRUE, FALSE) is FALSE, both(TRUE, Belongs("enterprise")) is Belongs("enterprise")
    (True, True)
    """
    if FALSE in (left, right) or _opposite(left, right):
        return FALSE
    if left is TRUE or left is right:
        return right
    return left if right is TRUE else Both(left, right)


def either(left: Truth, right: Truth) -> Truth:
    if TRUE in (left, right) or _opposite(left, right):
        return TRUE
    if left is FALSE or left is right:
        return right
    return left if right is FALSE else Either(left, right)


def negation(part: Truth) -> Truth:
    """It does not hold.

    >>> negation(negation(Belongs("enterprise"))) is Belongs("enterprise")
    True
    """
    match part:
        case Always(value):
            return Always(not value)
        case Not(inner):
            return inner
        case Compare(sign, left, right):
            return Compare(OPPOSITE[sign], left, right)
        case Both(left, right):
            return either(negation(left), negation(right))
        case Either(left, right):
            return both(negation(left), negation(right))
    return Not(part)


def _opposite(left: Truth, right: Truth) -> bool:
    """One plainly denies the other; deeper denials are not looked for."""
    deep = isinstance(left, Both | Either) or isinstance(right, Both | Either)
    return not deep and negation(left) is right


def pick(test: Truth, yes: Number, no: Number) -> Number:
    if isinstance(test, Always):
        return yes if test.value else no
    return yes if yes is no else Pick(test, yes, no)
