"""The plain way to ask the whole city: everybody, one by one."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from gongtu.base.digests import canonical_json, sha256_hex
from gongtu.engines.entitlement.asking import Verdict
from gongtu.engines.entitlement.declare import Benefit
from gongtu.engines.entitlement.explaining import Explanation, Owed, explain
from gongtu.engines.entitlement.expressions import Expr
from gongtu.engines.entitlement.registry import benefits
from gongtu.engines.entitlement.wording import wording
from gongtu.parties.queries import bodies_of_kind, everybody
from gongtu.parties.roles import WORKER
from gongtu.registers.offers.declare import Asked, Beneficiary, Found, Near, Progress

ENGINE = "one-by-one"


def one_by_one(on: date, progress: Progress) -> Asked:
    """Ask each benefit that is claimed for each person or body it is for.

    It needs no snapshot of the facts, and time for each of them: right for a small city.
    """
    asked = [benefit for benefit in benefits() if benefit.claim]
    owed: dict[str, list[Found]] = {}
    near: dict[str, list[Near]] = {}
    for done, benefit in enumerate(asked, start=1):
        owed[benefit.key], near[benefit.key] = ask_singly(benefit, on)
        progress(done, len(asked))
    return Asked(ENGINE, owed, near, rules=rules_digest())


def ask_singly(benefit: Benefit, on: date) -> tuple[list[Found], list[Near]]:
    """Who is owed one benefit, and who lacks one condition."""
    owed: list[Found] = []
    near: list[Near] = []
    keys = everybody() if benefit.beneficiary is WORKER else bodies_of_kind(benefit.beneficiary)
    for key in map(str, keys):
        for subject in benefit.subjects(key, on):
            told = explain(benefit, subject, on=on)
            _sort_in(told, beneficiary(benefit, key), owed, near)
    return owed, near


def beneficiary(benefit: Benefit, key: str) -> Beneficiary:
    """Whom a key names that rules are asked about."""
    if benefit.beneficiary is WORKER:
        return Beneficiary(person=UUID(key))
    return Beneficiary(organisation=int(key))


def rules_digest() -> str:
    """The digest of every rule in words and of every value its parameters ever had."""
    told = {benefit.key: _rules(benefit) for benefit in benefits()}
    return sha256_hex(canonical_json(told))


def _rules(benefit: Benefit) -> list[str]:
    rules: list[Expr[Any]] = [condition.holds for condition in benefit.conditions]
    rules += [benefit.amount] if benefit.amount is not None else []
    words = [wording(rule, benefit.policy, "zh") for rule in rules]
    values = [f"{p.key} {v.since} {v.value}" for p in benefit.policy for v in p.history()]
    return [*words, *values]


def _sort_in(told: Explanation, whose: Beneficiary, owed: list[Found], near: list[Near]) -> None:
    benefit, subject = told.benefit.key, told.subject.key
    if told.verdict is Owed.OWED:
        owed.append(Found(benefit, whose, subject, told.amount))
        return
    unmet = [finding for finding in told.findings if finding.verdict is not Verdict.HOLDS]
    if len(unmet) == 1:
        near.append(Near(benefit, unmet[0].condition.key, whose, subject))
