"""Everything that one person may be owed, with every reason, in words or for a machine."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

from gongtu.base.errors import Refused
from gongtu.engines.entitlement.asking import Finding, Ground, Verdict
from gongtu.engines.entitlement.explaining import Explanation, Missing, explain
from gongtu.engines.entitlement.registry import benefits
from gongtu.engines.entitlement.wording import shown
from gongtu.parties.models import Person
from gongtu.parties.queries import find_person_by_id_number, get_person
from gongtu.parties.queries.persons import PersonUnknown
from gongtu.parties.roles import WORKER, Role

SIGNS = {Verdict.HOLDS: "✓", Verdict.FAILS: "✗", Verdict.UNKNOWN: "?"}


def person_named(text: str) -> Person:
    """The person under an id of ours or a certified number.

    Raises:
        PersonUnknown: Nobody is registered under it.
    """
    try:
        return get_person(UUID(text))
    except ValueError:
        found = find_person_by_id_number(text)
    if found is None:
        raise PersonUnknown("没有登记这个人。")
    return found


def explained(person: UUID, *, on: date, only: str = "") -> list[Explanation]:
    """Each benefit for everything the person might be owed it for.

    Raises:
        Refused: There is no benefit of that key.
    """
    asked = [one for one in benefits() if one.beneficiary is WORKER and only in ("", one.key)]
    if not asked:
        raise Refused(f"没有“{only}”这项待遇。")
    return [
        explain(benefit, subject, on=on)
        for benefit in asked
        for subject in benefit.subjects(str(person), on)
    ]


def lines(told: Explanation) -> Iterator[str]:
    """One explanation: the verdict, every condition with its grounds, what would help."""
    amount = f" {told.amount:,}元" if told.amount is not None else ""
    yield f"{told.benefit.title}  {told.subject.title}：{told.verdict.label}{amount}"
    yield f"    依据 {'、'.join(str(article) for article in told.benefit.basis)}"
    for finding in told.findings:
        yield from _finding(finding)
    if told.amount_grounds:
        yield "    标准"
        yield from _grounds(told.amount_grounds)
    yield from (f"    尚缺 {_gap(gap)}" for gap in told.missing)
    if told.nearest is not None:
        yield f"    最早可自 {told.nearest} 起享受"


def _finding(finding: Finding) -> Iterator[str]:
    said = f"{finding.condition.says}（{finding.condition.basis}）"
    yield f"    {SIGNS[finding.verdict]} {said}"
    yield from _grounds(finding.grounds)


def _grounds(grounds: tuple[Ground, ...]) -> Iterator[str]:
    for ground in grounds:
        value = "未知" if ground.value is None else f"{shown(ground.value)}{ground.unit}"
        yield f"        {ground.label}：{value}  〔{ground.source}〕"


def _gap(gap: Missing) -> str:
    if gap.who_decides:
        return f"{gap.label}（待核，由{Role(gap.who_decides).label}决定）"
    if gap.source:
        return f"{gap.label}（{gap.source}没有记载）"
    return f"{gap.label}{f' {gap.remedy}' if gap.remedy else ''}"


def as_json(told: list[Explanation]) -> list[dict[str, Any]]:
    return [one.as_json() for one in told]
