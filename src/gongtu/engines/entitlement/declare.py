"""What authors of rules write: facts, forms, conditions, benefits and parameters.

class Certificate(Facts):
    grade = fact(Grade, "等级", source="职业技能等级证书")
    issued_on = fact(date, "发证日期", source="职业技能等级证书")

in_time = TODAY <= Certificate.issued_on.plus_months(parameter("claim_months"))
Condition("取证后在规定月数内申请", article(16), in_time, "in-time")
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from gongtu.base.errors import Broken
from gongtu.base.money import Yuan
from gongtu.engines.entitlement.expressions import (
    TODAY,
    Elsewhere,
    Expr,
    function,
    greater_of,
    lesser_of,
    owed,
    parameter,
    reaches,
    when,
    within_cap,
)
from gongtu.engines.entitlement.facts import (
    CODE,
    NAME,
    SMALL,
    TITLE,
    Fact,
    Facts,
    Form,
    Known,
    Subject,
    ask,
    each,
    fact,
)
from gongtu.engines.entitlement.gathering import any_of, count_of, most_of, sum_of
from gongtu.engines.entitlement.kinds import (
    Masked,
    OrganisationKey,
    PersonKey,
    RecordKey,
    Text,
)
from gongtu.engines.entitlement.places import declared_at
from gongtu.engines.entitlement.soundness import problems_of
from gongtu.engines.entitlement.versions import version_of
from gongtu.law import Article
from gongtu.parties.roles import Role
from gongtu.policy import Policy

__all__ = [
    "CODE",
    "NAME",
    "SMALL",
    "TITLE",
    "TODAY",
    "Benefit",
    "Condition",
    "Fact",
    "Facts",
    "Form",
    "Known",
    "Masked",
    "OrganisationKey",
    "PersonKey",
    "RecordKey",
    "Subject",
    "Text",
    "any_of",
    "ask",
    "count_of",
    "each",
    "fact",
    "function",
    "greater_of",
    "lesser_of",
    "most_of",
    "owed",
    "parameter",
    "reaches",
    "rule_version",
    "sum_of",
    "when",
    "within_cap",
]

_KEY = re.compile(r"[a-z][a-z0-9]*([-_][a-z0-9]+)*\Z")


@dataclass(frozen=True, slots=True)
class Condition:
    """One requirement of the law, worded as the applicant should read it.

    `remedy` tells a person who does not meet it what would help.
    """

    says: str
    basis: Article
    holds: Expr[bool]
    key: str
    remedy: str = ""
    declared: str = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "declared", declared_at())
        if not isinstance(self.holds, Expr) or self.holds.kind is not bool:
            raise Broken(f"{self.declared}: condition {self.key!r} says nothing true or false.")
        if not _KEY.match(self.key):
            raise Broken(f"{self.declared}: {self.key!r} is no key for a condition.")


def rule_version(conditions: Sequence[Condition], amounts: Sequence[Expr[Yuan]] = ()) -> str:
    """Which version of a rule it is, made of these conditions and what it comes to."""
    named = ((condition.key, condition.holds) for condition in conditions)
    return version_of((*named, *(("amount", amount) for amount in amounts)))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Benefit:
    """Something the law owes to those who meet all conditions.

    `subjects(beneficiary, on)` lists what it may be owed for, such as each certificate, with
    the facts known of it; `per` is the kind of row that is over a whole city.  `claim` is the
    key of the procedure that claims it, empty where nothing has to be claimed.  `fund` names the
    money by type; a benefit that is no money has neither `amount` nor `fund`, and says in
    `gives` what it is.

    Raises:
        Broken: Listing every rule that could never work, with file and line.
    """

    key: str
    title: str
    basis: tuple[Article, ...]
    fulfils: tuple[str, ...]
    beneficiary: Role
    conditions: tuple[Condition, ...]
    subjects: Callable[[str, date], Sequence[Subject]]
    per: str
    policy: Policy
    amount: Expr[Yuan] | None = None
    fund: str = ""
    gives: str = ""
    claim: str = ""
    declared: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "declared", declared_at())
        if problems := [*self._misnamed(), *self._unfounded()]:
            told = [f"{where}: benefit {self.key!r}: {what}." for where, what in problems]
            raise Broken("\n".join(told))

    @property
    def rules(self) -> tuple[Expr[Any], ...]:
        """What its conditions say, and its amount."""
        amount = () if self.amount is None else (self.amount,)
        return (*(condition.holds for condition in self.conditions), *amount)

    @property
    def version(self) -> str:
        """Which version of the rule it is: changes with what it says, not with parameters."""
        return rule_version(self.conditions, () if self.amount is None else (self.amount,))

    @property
    def asks_of(self) -> frozenset[str]:
        """The keys of the other benefits it looks at."""
        nodes = (node for rule in self.rules for node in rule.walk())
        return frozenset(node.benefit for node in nodes if isinstance(node, Elsewhere))

    def _misnamed(self) -> list[tuple[str, str]]:
        keys = [condition.key for condition in self.conditions]
        twice = sorted({key for key in keys if keys.count(key) > 1})
        wrong = [f"two conditions are called {key!r}" for key in twice]
        if not _KEY.match(self.key):
            wrong.append("the key is not lower-case words joined by hyphens")
        if self.amount is not None and self.amount.kind is not Yuan:
            wrong.append("the amount is no sum of money")
        if (self.amount is None) != (not self.fund) or (self.amount is None) != bool(self.gives):
            wrong.append("it is a sum of money out of a fund, or says what else it gives")
        return [(self.declared, what) for what in wrong]

    def _unfounded(self) -> list[tuple[str, str]]:
        placed: list[tuple[str, Expr[Any]]] = [(c.declared, c.holds) for c in self.conditions]
        if self.amount is not None:
            placed.append((self.declared, self.amount))
        return [(where, what) for where, rule in placed for what in problems_of(rule, self.policy)]
