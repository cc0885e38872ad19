"""Who supplies which facts over a whole city: kinds of rows, their sources, their columns.

Each register tells it once, in its `columns.py`.  A rule over a fact that nobody supplies could
never be run over the city and is refused at start.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from gongtu.base.errors import Broken
from gongtu.engines.entitlement.city.columns import CITY, NOBODY, Column, Truths
from gongtu.engines.entitlement.declare import Benefit, Facts
from gongtu.engines.entitlement.expressions import EACH, Expr, FactOf, Gathered
from gongtu.engines.entitlement.places import declared_at
from gongtu.parties.roles import WORKER
from gongtu.records.changes.sources import Source

if TYPE_CHECKING:
    from gongtu.engines.entitlement.snapshot.frames import Registers

Join = Callable[["Registers"], NDArray[np.int32]]
Columns = Mapping[str, Column | Callable[[], Column]]  # by the name of the fact in its group


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of row: each row of `source` is one, named by its column `named`.

    `joins` gives for another kind the row there that each row here belongs to.  `only` tells
    which rows of the source are of the kind, where not all are.
    """

    name: str
    source: Source
    named: str
    joins: Mapping[str, Join] = field(default_factory=dict)
    only: Callable[[Registers], Truths] | None = None


@dataclass(frozen=True, slots=True)
class Supplier:
    """Who tells the facts of one group, out of which sources."""

    group: type[Facts]
    reads: tuple[Source, ...]
    tell: Callable[[Registers], Columns]
    declared: str


_kinds: dict[str, Kind] = {}
_suppliers: dict[str, Supplier] = {}


def rows_of(kind: Kind) -> None:
    """From now on there are rows of this kind.

    Raises:
        Broken: Somebody else tells of rows of that kind.
    """
    if _kinds.setdefault(kind.name, kind) is not kind:
        raise Broken(f"{declared_at()}: rows of kind {kind.name!r} are told of already.")


def supply(
    group: type[Facts], tell: Callable[[Registers], Columns], *, reads: Iterable[Source]
) -> None:
    """From now on `tell` gives the columns of the group's facts, one value a row of its kind.

    Raises:
        Broken: Somebody else supplies them, or they are of no kind of row.
    """
    supplier = Supplier(group, tuple(reads), tell, declared_at())
    known = _suppliers.setdefault(group.__name__, supplier)
    if known is not supplier:
        said = f"{group.__name__} is supplied in {known.declared} already"
        raise Broken(f"{supplier.declared}: {said}.")
    if not group.of:
        raise Broken(f"{supplier.declared}: {group.__name__} does not say of what it is told.")


def kinds() -> tuple[Kind, ...]:
    """Every kind of row, by name."""
    return tuple(_kinds[name] for name in sorted(_kinds))


def get_kind(name: str) -> Kind:
    """The kind of that name.

    Raises:
        Broken: Nobody supplies rows of it.
    """
    if name not in _kinds:
        raise Broken(f"Nobody supplies rows of kind {name!r}.")
    return _kinds[name]


def suppliers(of: str = "") -> tuple[Supplier, ...]:
    """Every supplier, or those of one kind of row, by the name of the group."""
    named = (_suppliers[name] for name in sorted(_suppliers))
    return tuple(one for one in named if of in ("", one.group.of))


def sources() -> tuple[Source, ...]:
    """Everything a snapshot keeps, by name.

    Raises:
        Broken: Two sources have one name.
    """
    told = [kind.source for kind in kinds()]
    told += [source for supplier in suppliers() for source in supplier.reads]
    named: dict[str, Source] = {}
    for source in told:
        if named.setdefault(source.name, source) is not source:
            raise Broken(f"Two sources are called {source.name!r}.")
    return tuple(named[name] for name in sorted(named))


def check_supplied(benefits: Iterable[Benefit]) -> None:
    """Every fact that a rule reads is supplied, of a kind that its subject belongs to.

    Raises:
        Broken: Listing each that is not, with file and line of the condition or benefit.
    """
    if lacking := [said for benefit in benefits for said in _lacking(benefit)]:
        raise Broken("\n".join(dict.fromkeys(lacking)))


def _lacking(benefit: Benefit) -> Iterator[str]:
    if benefit.per not in _kinds:
        told = f"it is owed per {benefit.per!r}, and nobody supplies rows of that kind"
        yield f"{benefit.declared}: benefit {benefit.key!r}: {told}."
        return
    if owners(benefit) not in reachable(benefit.per):
        told = f"a {benefit.per!r} belongs to no {owners(benefit)!r}, to whom it is owed"
        yield f"{benefit.declared}: benefit {benefit.key!r}: {told}."
    placed: list[tuple[str, Expr[Any]]] = [(c.declared, c.holds) for c in benefit.conditions]
    if benefit.amount is not None:
        placed.append((benefit.declared, benefit.amount))
    for where, rule in placed:
        for node in rule.walk():
            if why := _unsupplied(node, benefit.per):
                yield f"{where}: benefit {benefit.key!r}: {why}."


def _unsupplied(node: Expr[Any], per: str) -> str:
    match node:
        case FactOf(group=group, name=name):
            return _untold(group, name, per)
        case Gathered(of=of, within=within) if within not in {
            CITY,
            *(reachable(of) & reachable(per)),
        }:
            return f"a rule gathers {of!r} rows that share no {within!r} with a {per!r}"
    return ""


def _untold(group: str, name: str, per: str) -> str:
    supplier = _suppliers.get(group.removeprefix(EACH))
    if supplier is None or name not in supplier.group.facts:
        return f"a rule reads {group}.{name}, which nobody supplies"
    if group.startswith(EACH) or supplier.group.of in reachable(per):
        return ""
    told = f"told of a {supplier.group.of!r}, and a {per!r} belongs to none"
    return f"a rule reads {group}.{name}, which is {told}"


def owners(benefit: Benefit) -> str:
    """The kind of row to which a benefit is owed: persons, or organisations of its kind."""
    return "person" if benefit.beneficiary is WORKER else benefit.beneficiary.value


def reachable(kind: str) -> frozenset[str]:
    """The kinds of row that a row of this kind is, or belongs to, directly or through another."""
    found: set[str] = set()
    ahead = [kind]
    while ahead:
        here = ahead.pop()
        if here not in found and here in _kinds:
            found.add(here)
            ahead += _kinds[here].joins
    return frozenset(found)


def between(kind: str, there: str) -> str:
    """The kind that rows of `kind` belong to, and through which they belong to one of `there`."""
    return next(one for one in sorted(_kinds[kind].joins) if there in reachable(one))


def through(first: NDArray[np.int32], then: NDArray[np.int32]) -> NDArray[np.int32]:
    """Places in a third frame, by way of a second.

    >>> through(np.array([1, -1, 0]), np.array([7, -1])).tolist()
    [-1, -1, 7]
    """
    if not len(then):
        return np.full(len(first), NOBODY, dtype=np.int32)
    return np.where(first == NOBODY, NOBODY, then[first]).astype(np.int32)
