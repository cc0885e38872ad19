"""The rules of one kind of row, lowered and ready to run: what every execution takes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from gongtu.engines.entitlement.city import plain as p
from gongtu.engines.entitlement.city.columns import Column, Frame, Town
from gongtu.engines.entitlement.city.gathered import Gathering
from gongtu.engines.entitlement.city.lowering import LeftOut, Lowering, Verdict
from gongtu.engines.entitlement.city.lowering.places import Places
from gongtu.engines.entitlement.declare import Benefit
from gongtu.engines.entitlement.registry import get_benefit
from gongtu.policy import Policy


@dataclass(frozen=True)
class Rule:
    """One benefit: where each condition holds and fails, and the amount in fen."""

    key: str
    conditions: tuple[str, ...]
    verdicts: tuple[Verdict, ...]
    amount: p.Number | None
    amount_known: p.Truth

    @cached_property
    def holds(self) -> p.Truth:
        """All conditions hold."""
        return p.all_of(verdict.holds for verdict in self.verdicts)

    @cached_property
    def owed(self) -> p.Truth:
        return p.both(self.holds, self.amount_known)

    @cached_property
    def fails(self) -> p.Truth:
        """Some condition fails."""
        return p.any_of(verdict.fails for verdict in self.verdicts)

    @cached_property
    def is_certain(self) -> bool:
        """With these facts there is no row of which it cannot be told."""
        sure = all(verdict.fails is p.negation(verdict.holds) for verdict in self.verdicts)
        return (self.owed is p.FALSE and self.fails is p.TRUE) or (
            sure and self.amount_known is p.TRUE
        )

    @cached_property
    def unknown(self) -> p.Truth:
        """Neither owed nor not owed."""
        return p.FALSE if self.is_certain else p.negation(p.either(self.owed, self.fails))


@dataclass(frozen=True, eq=False)
class Program:
    """All rules that are asked of one kind of row, over one town.

    `left_out` names the benefits that cannot run over a city, and why.  `extra` are the columns
    that were gathered from related rows.
    """

    town: Town
    frame: Frame
    rules: tuple[Rule, ...]
    left_out: Mapping[str, str]
    extra: Mapping[str, Column]

    @property
    def truths(self) -> tuple[p.Truth, ...]:
        """Where every condition of every rule holds, in order."""
        return tuple(verdict.holds for rule in self.rules for verdict in rule.verdicts)

    def column(self, key: str, via: str) -> Column:
        """The column behind a leaf."""
        if via:
            return self.town.frame(via).columns[key]
        return self.extra.get(key) or self.frame.columns[key]


def programs(benefits: Iterable[Benefit], town: Town) -> dict[str, Program]:
    """One program for each kind of row that the benefits are asked of.

    Raises:
        Broken: The town has no rows of such a kind.
    """
    by_kind: dict[str, list[Benefit]] = {}
    for benefit in benefits:
        by_kind.setdefault(benefit.per, []).append(benefit)
    return {kind: program(asked, town, kind) for kind, asked in by_kind.items()}


def program(benefits: Iterable[Benefit], town: Town, kind: str) -> Program:
    """The rules of benefits that are asked of rows of one kind."""
    frame = town.frame(kind)
    extra: dict[str, Column] = {}
    gathering = Gathering(town, frame, extra)
    places = Places(town, frame, extra)
    lowerings: dict[str, Lowering] = {}
    rules, left_out = [], {}
    for benefit in benefits:
        if benefit.policy.key not in lowerings:
            lowerings[benefit.policy.key] = _lowering(places, benefit.policy, gathering)
        try:
            rules.append(_rule(benefit, lowerings[benefit.policy.key]))
        except (LeftOut, p.Overflowing) as why:
            left_out[benefit.key] = str(why)
    return Program(town, frame, tuple(rules), left_out, extra)


def _lowering(places: Places, policy: Policy, gathering: Gathering) -> Lowering:
    return Lowering(places, policy, others=get_benefit, gather=gathering.column)


def _rule(benefit: Benefit, lowering: Lowering) -> Rule:
    verdicts = tuple(lowering.verdict(condition.holds) for condition in benefit.conditions)
    keys = tuple(condition.key for condition in benefit.conditions)
    if benefit.amount is None:
        return Rule(benefit.key, keys, verdicts, None, p.TRUE)
    amount = lowering.size(benefit.amount)
    return Rule(benefit.key, keys, verdicts, amount.number, amount.known)
