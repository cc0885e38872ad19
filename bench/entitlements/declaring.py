"""How the synthetic rules are declared: on one day, under one policy, for workers."""

from datetime import date
from pathlib import Path

from bench.entitlements.needs import Need
from gongtu.base.money import Yuan
from gongtu.engines.entitlement.declare import (
    Benefit,
    Condition,
    Subject,
)
from gongtu.engines.entitlement.expressions import Expr
from gongtu.law import article
from gongtu.parties.roles import WORKER
from gongtu.policy import Policy

ON = date(2026, 4, 2)
POLICY = Policy("bench/entitlements", Path(__file__).with_name("parameters.yaml"))
AT_ONCE = "直接认定"
DECLARED: list[Benefit] = []


def rule(key: str, title: str, number: int, amount: Expr[Yuan] | str, *needs: Need) -> None:
    """One benefit; `amount` in words where it is no money."""
    paid = amount if isinstance(amount, Expr) else None
    DECLARED.append(
        Benefit(
            key=key,
            title=title,
            basis=(article(number),),
            fulfils=(),
            beneficiary=WORKER,
            fund="" if paid is None else "city-budget",
            gives=amount if isinstance(amount, str) else "",
            conditions=tuple(Condition(a.says, article(number), a.holds, a.key) for a in needs),
            amount=paid,
            subjects=_nobody,
            per="person",
            policy=POLICY,
        )
    )


def _nobody(_beneficiary: str, _on: date) -> list[Subject]:
    return []
