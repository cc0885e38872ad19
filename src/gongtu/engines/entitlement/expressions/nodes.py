"""Where values come from: facts, parameters, the day of asking, choices, registered functions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar, overload

from gongtu.base.errors import Broken
from gongtu.base.money import Yuan
from gongtu.engines.entitlement.expressions.ops import Op
from gongtu.engines.entitlement.expressions.tree import Binary, Expr, lift
from gongtu.engines.entitlement.places import declared_at

T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class FactOf(Expr[T]):
    """What a register or a form says under one name.

    `monthly` tells that a count goes up by one each month while things go on as they are,
    `daily` that a date stands for the day of asking and goes on with it.
    """

    group: str
    name: str
    label: str
    unit: str
    of: type[Any]
    source: str = ""
    monthly: bool = False
    daily: bool = False

    @property
    def key(self) -> str:
        """The name under which a subject's facts carry it: `Certificate.grade`."""
        return f"{self.group}.{self.name}"

    @property
    def kind(self) -> type[Any]:
        return self.of


@dataclass(frozen=True, slots=True, eq=False)
class Today(Expr[date]):
    """The day of asking."""

    @property
    def kind(self) -> type[Any]:
        return date


TODAY: Expr[date] = Today()


@dataclass(frozen=True, slots=True, eq=False)
class Parameter(Expr[T]):
    """A dated value of the policy, in force on a day that may itself be a fact."""

    name: str
    of: type[Any]
    on: Expr[date] = TODAY
    row: Expr[Any] | None = None

    @property
    def kind(self) -> type[Any]:
        return self.of

    @property
    def parts(self) -> tuple[Expr[Any], ...]:
        return (self.on,) if self.row is None else (self.row, self.on)


@dataclass(frozen=True, slots=True, eq=False)
class Choice(Expr[T]):
    """One value where something holds, another where it does not."""

    test: Expr[bool]
    yes: Expr[T]
    no: Expr[T]

    def __post_init__(self) -> None:
        if self.test.kind is not bool or self.yes.kind is not self.no.kind:
            raise Broken(f"{declared_at()}: a choice is between two values of one kind.")

    @property
    def kind(self) -> type[Any]:
        return self.yes.kind

    @property
    def parts(self) -> tuple[Expr[Any], ...]:
        return (self.test, self.yes, self.no)


@dataclass(frozen=True, slots=True)
class Function:
    """What no expression can say: a named pure function, registered so that it can be told apart.

    `says` and `says_en` carry `{0}`, `{1}` … for its arguments.  `plain` builds the same from
    plain trees, for a run over a city; without it the rules that use it stay out of such runs.
    """

    key: str
    gives: type[Any]
    says: str
    says_en: str
    work: Callable[..., Any]
    plain: Callable[..., Any] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Applied(Expr[T]):
    """A registered function of other expressions; unknown where one of them is."""

    function: Function
    arguments: tuple[Expr[Any], ...]

    @property
    def kind(self) -> type[Any]:
        return self.function.gives

    @property
    def parts(self) -> tuple[Expr[Any], ...]:
        return self.arguments


_functions: dict[str, Function] = {}


def function(
    key: str, gives: type[T], says: str, says_en: str, plain: Callable[..., Any] | None = None
) -> Any:
    """Register the decorated pure function; it then takes expressions and gives one.

    Raises:
        Broken: Another function has that key.
    """

    def registered(work: Callable[..., T]) -> Callable[..., Expr[T]]:
        if key in _functions and _functions[key].work.__qualname__ != work.__qualname__:
            raise Broken(f"{declared_at()}: two functions are called {key!r}.")
        known = _functions[key] = Function(key, gives, says, says_en, work, plain)

        def apply(*arguments: Any) -> Expr[T]:
            return Applied(known, tuple(lift(argument) for argument in arguments))

        return apply

    return registered


Row = Expr[Any] | None


@overload
def parameter(name: str, *, on: Expr[date] = TODAY, row: Row = None) -> Expr[int]: ...
@overload
def parameter(name: str, kind: type[T], *, on: Expr[date] = TODAY, row: Row = None) -> Expr[T]: ...
def parameter(
    name: str, kind: type[Any] = int, *, on: Expr[date] = TODAY, row: Row = None
) -> Expr[Any]:
    """A value of `parameters.yaml`: a count, unless `kind` says `Yuan`, or `Decimal` for a rate."""
    return Parameter(name, kind, on, row)


@overload
def lesser_of(one: Expr[Yuan], other: Yuan | Expr[Yuan]) -> Expr[Yuan]: ...
@overload
def lesser_of(one: Expr[int], other: int | Expr[int]) -> Expr[int]: ...
@overload
def lesser_of(one: Expr[date], other: date | Expr[date]) -> Expr[date]: ...
def lesser_of(one: Expr[Any], other: Any) -> Expr[Any]:
    """The lesser of two, as a cap needs."""
    return Binary(Op.LESSER, one, lift(other))


@overload
def greater_of(one: Expr[Yuan], other: Yuan | Expr[Yuan]) -> Expr[Yuan]: ...
@overload
def greater_of(one: Expr[int], other: int | Expr[int]) -> Expr[int]: ...
@overload
def greater_of(one: Expr[date], other: date | Expr[date]) -> Expr[date]: ...
def greater_of(one: Expr[Any], other: Any) -> Expr[Any]:
    """The greater of two, as a floor needs."""
    return Binary(Op.GREATER, one, lift(other))


def when(test: Expr[bool], then: T | Expr[T], otherwise: T | Expr[T]) -> Expr[T]:
    """`then` where the test holds, `otherwise` where it does not."""
    return Choice(test, lift(then), lift(otherwise))
