"""What a rule asks of other rows, of another benefit, and of shares."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Any, TypeVar, overload

from gongtu.base.errors import Broken
from gongtu.base.money import Yuan
from gongtu.engines.entitlement.expressions.ops import Op
from gongtu.engines.entitlement.expressions.tree import Binary, Expr, lift
from gongtu.engines.entitlement.places import declared_at

T = TypeVar("T")

EACH = "each "  # before the name of a group: the facts of each row that is gathered


class Gather(Enum):
    """How many rows become one value; the words are zh and en, `{}` is what is gathered."""

    ANY = ("有任何一项：{}", "any of: {}")
    COUNT = ("{}的项数", "the number of: {}")
    SUM = ("{}之和", "the sum of: {}")
    MOST = ("{}中的最大者", "the greatest of: {}")


@dataclass(frozen=True, slots=True, eq=False)
class Gathered(Expr[T]):
    """One value out of all rows of a kind within the same person, enterprise or household.

    `where` and `value` speak of each row by the facts of `each(Group)`, and of the row asked
    about by the group's own.  MOST of no row at all is `otherwise`.  Where it cannot be told of
    some row whether it counts, nothing is known, unless ANY is settled by another row.
    """

    how: Gather
    of: str
    within: str
    label: str
    where: Expr[bool]
    of_each: Expr[Any] | None = None
    otherwise: Expr[Any] | None = None
    unit: str = ""
    source: str = ""

    def __post_init__(self) -> None:
        if self.where.kind is not bool or not self.of:
            raise Broken(f"{declared_at()}: rows are gathered where something is true of each.")
        if (self.otherwise is not None) != (self.how is Gather.MOST):
            raise Broken(f"{declared_at()}: the greatest of no row at all needs a value.")

    @property
    def kind(self) -> type[Any]:
        if self.of_each is None:
            return bool if self.how is Gather.ANY else int
        return self.of_each.kind

    @property
    def key(self) -> str:
        return f"{self.of}.{self.how.name.lower()}"

    @property
    def parts(self) -> tuple[Expr[Any], ...]:
        some = (self.where, self.of_each, self.otherwise)
        return tuple(part for part in some if part is not None)


@dataclass(frozen=True, slots=True, eq=False)
class Elsewhere(Expr[bool]):
    """Whether another benefit is owed for the same row on the same day."""

    benefit: str
    label: str
    unit: str = ""
    source: str = ""

    @property
    def key(self) -> str:
        return f"owed.{self.benefit}"


@dataclass(frozen=True, slots=True, eq=False)
class Reaches(Expr[bool]):
    """A part is at least so many per cent of the whole, exactly."""

    part: Expr[Any]
    whole: Expr[Any]
    rate: Expr[Decimal]

    def __post_init__(self) -> None:
        if self.part.kind is not self.whole.kind or self.part.kind not in (int, Yuan):
            raise Broken(f"{declared_at()}: a share is of two counts or of two sums of money.")
        if self.rate.kind is not Decimal:
            raise Broken(f"{declared_at()}: a share is weighed against a rate in per cent.")

    @property
    def parts(self) -> tuple[Expr[Any], ...]:
        return (self.part, self.whole, self.rate)


def owed(benefit: str, label: str) -> Expr[bool]:
    """Whether that benefit is owed too, for what must not be drawn together."""
    return Elsewhere(benefit, label)


@overload
def reaches(part: Expr[int], whole: Expr[int], rate: Decimal | Expr[Decimal]) -> Expr[bool]: ...
@overload
def reaches(part: Expr[Yuan], whole: Expr[Yuan], rate: Decimal | Expr[Decimal]) -> Expr[bool]: ...
def reaches(part: Expr[Any], whole: Expr[Any], rate: Decimal | Expr[Decimal]) -> Expr[bool]:
    """The part is at least `rate` per cent of the whole."""
    return Reaches(part, whole, lift(rate))


def within_cap(amount: Expr[Yuan], cap: Expr[Yuan], drawn: Expr[Yuan]) -> Expr[Yuan]:
    """As much of the amount as a cap leaves after what was drawn before; never below nothing."""
    left: Expr[Yuan] = Binary(Op.GREATER, Binary(Op.MINUS, cap, drawn), lift(Yuan(0)))
    return Binary(Op.LESSER, amount, left)
