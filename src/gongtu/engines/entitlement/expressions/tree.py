"""The root of all expressions, how they combine, and the two every combination needs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Generic, NoReturn, TypeVar, cast, overload

from gongtu.base.errors import Broken
from gongtu.base.money import Yuan
from gongtu.engines.entitlement.expressions.interning import Interned
from gongtu.engines.entitlement.expressions.ops import Op, Span
from gongtu.engines.entitlement.places import declared_at

T = TypeVar("T")


# Operators are descriptors because only an overload on the left side's type makes
# mypy refuse a name that is compared or a date that is multiplied.
@dataclass(frozen=True, slots=True)
class Compared:
    """`>=` and its like, between two counts, two days or two sums of money."""

    op: Op

    @overload
    def __get__(
        self, left: Expr[int], owner: object
    ) -> Callable[[int | Expr[int]], Expr[bool]]: ...
    @overload
    def __get__(
        self, left: Expr[date], owner: object
    ) -> Callable[[date | Expr[date]], Expr[bool]]: ...
    @overload
    def __get__(
        self, left: Expr[Yuan], owner: object
    ) -> Callable[[Yuan | Expr[Yuan]], Expr[bool]]: ...
    def __get__(self, left: Expr[Any], owner: object) -> Any:
        return lambda right: Binary(self.op, left, lift(right))


@dataclass(frozen=True, slots=True)
class Summed:
    """`+` and `-`, between two counts or two sums of money."""

    op: Op

    @overload
    def __get__(self, left: Expr[int], owner: object) -> Callable[[int | Expr[int]], Expr[int]]: ...
    @overload
    def __get__(
        self, left: Expr[Yuan], owner: object
    ) -> Callable[[Yuan | Expr[Yuan]], Expr[Yuan]]: ...
    def __get__(self, left: Expr[Any], owner: object) -> Any:
        return lambda right: Binary(self.op, left, lift(right))


class Multiplied:
    """`*`, of a count or a sum of money by a count."""

    @overload
    def __get__(self, left: Expr[int], owner: object) -> Callable[[int | Expr[int]], Expr[int]]: ...
    @overload
    def __get__(
        self, left: Expr[Yuan], owner: object
    ) -> Callable[[int | Expr[int]], Expr[Yuan]]: ...
    def __get__(self, left: Expr[Any], owner: object) -> Any:
        return lambda right: Binary(Op.TIMES, left, lift(right))


class Expr(Generic[T], metaclass=Interned):
    """Something that has a value of type `T` once it is known who asks and on what day."""

    __slots__ = ("__weakref__",)
    __match_args__: tuple[str, ...] = ()

    @property
    def kind(self) -> type[Any]:
        """The type of its value."""
        return bool

    @property
    def parts(self) -> tuple[Expr[Any], ...]:
        return ()

    def walk(self) -> Iterator[Expr[Any]]:
        """All expressions in this tree, outermost first."""
        yield self
        for part in self.parts:
            yield from part.walk()

    def is_(self, other: T | Expr[T]) -> Expr[bool]:
        return Binary(Op.IS, self, lift(other))

    def is_not(self, other: T | Expr[T]) -> Expr[bool]:
        return Binary(Op.IS_NOT, self, lift(other))

    __ge__ = Compared(Op.AT_LEAST)
    __gt__ = Compared(Op.MORE)
    __le__ = Compared(Op.AT_MOST)
    __lt__ = Compared(Op.LESS)
    __add__ = Summed(Op.PLUS)
    __sub__ = Summed(Op.MINUS)
    __mul__ = Multiplied()

    def __and__(self: Expr[bool], other: Expr[bool]) -> Expr[bool]:
        return Binary(Op.AND, self, other)

    def __or__(self: Expr[bool], other: Expr[bool]) -> Expr[bool]:
        return Binary(Op.OR, self, other)

    def __invert__(self: Expr[bool]) -> Expr[bool]:
        return Not(self)

    def among(self, *options: T) -> Expr[bool]:
        """It is one of these."""
        return Among(self, tuple(Constant(option) for option in options))

    def __bool__(self) -> NoReturn:
        # `a and b`, `a <= b <= c` and `if a` would silently drop half of the rule.
        raise Broken(f"{declared_at()}: a rule has no truth of its own: write `&`, `|` and `~`.")

    def percent(self: Expr[Yuan], rate: Decimal | Expr[Decimal]) -> Expr[Yuan]:
        """That many per cent of a sum, to the nearest fen."""
        return Binary(Op.PERCENT, self, lift(rate))

    def plus_days(self: Expr[date], count: int | Expr[int]) -> Expr[date]:
        return Shifted(self, lift(count), Span.DAYS)

    def plus_months(self: Expr[date], count: int | Expr[int]) -> Expr[date]:
        return Shifted(self, lift(count), Span.MONTHS)

    def plus_years(self: Expr[date], count: int | Expr[int]) -> Expr[date]:
        return Shifted(self, lift(count), Span.YEARS)

    def during(self: Expr[date], since: date | Expr[date], until: date | Expr[date]) -> Expr[bool]:
        """From the first day on and before the second, itself excluded."""
        return (lift(since) <= self) & (self < lift(until))

    def days_until(self: Expr[date], until: date | Expr[date]) -> Expr[int]:
        return Elapsed(self, lift(until), Span.DAYS)

    def months_until(self: Expr[date], until: date | Expr[date]) -> Expr[int]:
        """Whole months; a month is full on the same day of the next, or on its last."""
        return Elapsed(self, lift(until), Span.MONTHS)

    def years_until(self: Expr[date], until: date | Expr[date]) -> Expr[int]:
        """Whole years, as ages are counted."""
        return Elapsed(self, lift(until), Span.YEARS)


@dataclass(frozen=True, slots=True, eq=False)
class Constant(Expr[T]):
    value: T

    @property
    def kind(self) -> type[Any]:
        return type(self.value)


@dataclass(frozen=True, slots=True, eq=False)
class Binary(Expr[T]):
    """Two expressions under one `Op`; what cannot be weighed against each other is `Broken`."""

    op: Op
    left: Expr[Any]
    right: Expr[Any]

    def __post_init__(self) -> None:
        a, b = self.left.kind, self.right.kind
        if not _fit(self.op, a, b):
            says = f"{a.__name__} {self.op.sign} {b.__name__}"
            raise Broken(f"{declared_at()}: {says} means nothing.")

    @property
    def kind(self) -> type[Any]:
        return self.left.kind if self.op.keeps_kind else bool

    @property
    def parts(self) -> tuple[Expr[Any], ...]:
        return (self.left, self.right)


@dataclass(frozen=True, slots=True, eq=False)
class Not(Expr[bool]):
    part: Expr[bool]

    def __post_init__(self) -> None:
        _require(self.part, bool)

    @property
    def parts(self) -> tuple[Expr[Any], ...]:
        return (self.part,)


@dataclass(frozen=True, slots=True, eq=False)
class Among(Expr[bool]):
    """A value is one of several that are written down here."""

    part: Expr[Any]
    options: tuple[Constant[Any], ...]

    def __post_init__(self) -> None:
        for option in self.options:
            _require(option, self.part.kind)

    @property
    def parts(self) -> tuple[Expr[Any], ...]:
        return (self.part,)


@dataclass(frozen=True, slots=True, eq=False)
class Shifted(Expr[date]):
    """A day so many days, months or years after another."""

    day: Expr[date]
    count: Expr[int]
    span: Span

    def __post_init__(self) -> None:
        _require(self.day, date)
        _require(self.count, int)

    @property
    def kind(self) -> type[Any]:
        return date

    @property
    def parts(self) -> tuple[Expr[Any], ...]:
        return (self.day, self.count)


@dataclass(frozen=True, slots=True, eq=False)
class Elapsed(Expr[int]):
    """How many whole days, months or years lie between two days."""

    since: Expr[date]
    until: Expr[date]
    span: Span

    def __post_init__(self) -> None:
        _require(self.since, date)
        _require(self.until, date)

    @property
    def kind(self) -> type[Any]:
        return int

    @property
    def parts(self) -> tuple[Expr[Any], ...]:
        return (self.since, self.until)


def _require(part: Expr[Any], kind: type[Any]) -> None:
    if not issubclass(part.kind, kind):
        says = f"{part.kind.__name__} stands where {kind.__name__} is meant"
        raise Broken(f"{declared_at()}: {says}.")


_SIZED = (int, Decimal, Yuan, date)


def _fit(op: Op, a: type[Any], b: type[Any]) -> bool:
    """Whether values of these kinds can stand on either side of `op`.

    >>> _fit(Op.TIMES, Yuan, int), _fit(Op.MORE, date, int), _fit(Op.PLUS, date, date)
    (True, False, False)
    """
    match op:
        case Op.AND | Op.OR:
            return a is b is bool
        case Op.IS | Op.IS_NOT:
            return issubclass(a, b) or issubclass(b, a)
        case Op.TIMES:
            return a in (int, Yuan) and b is int
        case Op.PERCENT:
            return a is Yuan and b in (int, Decimal)
        case Op.PLUS | Op.MINUS:
            return a is b and a in (int, Yuan)
    return a is b and a in _SIZED


def lift(value: T | Expr[T]) -> Expr[T]:
    """A plain value as an expression."""
    return cast("Expr[T]", value) if isinstance(value, Expr) else Constant(value)
