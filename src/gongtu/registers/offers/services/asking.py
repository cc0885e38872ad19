"""The plain way to ask the whole city: everybody, one by one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

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
    owed: dict[str, list[Found]] = {benefit.key: [] for benefit in asked}
    near: dict[str, list[Near]] = {benefit.key: [] for benefit in asked}
    whose = {benefit.key: _beneficiaries(benefit) for benefit in asked}
    total, done = sum(map(len, whose.values())), 0
    for benefit in asked:
        for one in whose[benefit.key]:
            for told in _explained(benefit, one, on):
                _sort_in(told, one, owed[benefit.key], near[benefit.key])
            done += 1
            progress(done, total)
    return Asked(ENGINE, owed, near, rules=rules_digest())


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


def _beneficiaries(benefit: Benefit) -> list[Beneficiary]:
    if benefit.beneficiary is WORKER:
        return [Beneficiary(person=person) for person in everybody()]
    return [Beneficiary(organisation=body) for body in bodies_of_kind(benefit.beneficiary)]


def _explained(benefit: Benefit, whose: Beneficiary, on: date) -> Iterator[Explanation]:
    for subject in benefit.subjects(whose.key, on):
        yield explain(benefit, subject, on=on)


def _sort_in(told: Explanation, whose: Beneficiary, owed: list[Found], near: list[Near]) -> None:
    benefit, subject = told.benefit.key, told.subject.key
    if told.verdict is Owed.OWED:
        owed.append(Found(benefit, whose, subject, told.amount))
        return
    unmet = [finding for finding in told.findings if finding.verdict is not Verdict.HOLDS]
    if len(unmet) == 1:
        near.append(Near(benefit, unmet[0].condition.key, whose, subject))
