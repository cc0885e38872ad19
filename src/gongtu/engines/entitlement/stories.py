"""A benefit's worked examples: facts made up, a day named, and what is owed for them.

They lie in `scenarios.yaml` beside the rules, as the stories with `asked`.  A story stands by
itself: the files' parameters, and what it says was decided, whatever is decided on record.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from gongtu.base.errors import Broken
from gongtu.base.marked import read_plain
from gongtu.engines.entitlement.declare import Benefit, Known, Subject
from gongtu.engines.entitlement.explaining import Explanation, explain
from gongtu.engines.entitlement.expressions import EACH, Expr, FactOf
from gongtu.engines.entitlement.kinds import read
from gongtu.engines.entitlement.registry import get_benefit
from gongtu.policy import DecidedValue, Policy
from gongtu.policy.supposing import Draft, supposing
from gongtu.policy.units import made_of

FILE = "scenarios.yaml"
FIRST_DAY = date(2026, 3, 1)  # of the statute: from then on a story's own decisions hold
Story = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Retold:
    """A story that comes out otherwise by a draft.

    `in_time` tells that the draft holds on the story's own day; otherwise it is asked as if the
    draft had held then already.
    """

    benefit: Benefit
    name: str
    before: Explanation
    after: Explanation
    in_time: bool


def stories_of(benefit: Benefit) -> list[Story]:
    """The stories of a benefit that only ask, in the file's order."""
    return [story for story in _told(benefit.policy.path.parent / FILE) if "asked" in story]


def asked(benefit: Benefit, story: Story, draft: Draft | None = None) -> Explanation:
    """What is owed for the facts of the story, by the draft if there is one."""
    rows = {
        _kinds(named): [facts_of(benefit, row) for row in related]
        for named, related in story.get("rows", {}).items()
    }
    facts = facts_of(benefit, story.get("facts", {}))
    subject = Subject("story", story["name"], facts, rows)
    settled = _settled(benefit.policy, story.get("decided", {}))
    with supposing(settled, alone=True), supposing(draft or {}):
        told = explain(benefit, subject, on=story["asked"])
        _ = told.nearest  # is looked for when first read: here, while it is supposed
    return told


def retold(benefit: Benefit, draft: Draft) -> Iterator[Retold]:
    """Every story whose verdict or amount is another by the draft."""
    held_before = {key: [_since_ever(value) for value in values] for key, values in draft.items()}
    for story in stories_of(benefit):
        before = asked(benefit, story)
        for supposed in (draft, held_before):
            after = asked(benefit, story, supposed)
            if (before.verdict, before.amount) != (after.verdict, after.amount):
                yield Retold(benefit, story["name"], before, after, supposed is draft)
                break


def facts_of(benefit: Benefit, told: Mapping[str, Any]) -> dict[str, Known]:
    """The facts in their kinds.

    Raises:
        Broken: One that no rule of the benefit reads: a slip of the pen.
    """
    read_by = [node for node in nodes(benefit) if isinstance(node, FactOf)]
    kinds = {node.key.removeprefix(EACH): node.of for node in read_by}
    if strange := sorted(told.keys() - kinds.keys()):
        raise Broken(f"{benefit.key} reads no {', '.join(strange)}; it reads {sorted(kinds)}.")
    return {key: Known(read(kinds[key], value)) for key, value in told.items()}


def nodes(benefit: Benefit) -> Iterator[Expr[Any]]:
    """Every expression in the benefit's rules, and in those of the benefits it asks about."""
    for key in sorted(benefit.asks_of):
        yield from nodes(get_benefit(key))
    for rule in benefit.rules:
        yield from rule.walk()


@lru_cache(64)
def _told(path: Path) -> tuple[Story, ...]:
    return tuple(read_plain(path)) if path.is_file() else ()


def _kinds(named: str) -> tuple[str, str]:
    """`certificate/person`: rows of a kind, within the same person."""
    kind, _slash, within = named.partition("/")
    return kind, within


def _settled(policy: Policy, values: Mapping[str, Any]) -> Draft:
    """As if two officers had settled these parameters from the first day of the statute."""
    return {
        policy[name].key: [
            DecidedValue(
                since=FIRST_DAY,
                value=made_of(policy.unit(name), value),
                instrument="测试文件",
                source="测试",
            )
        ]
        for name, value in values.items()
    }


def _since_ever(value: DecidedValue) -> DecidedValue:
    return DecidedValue(
        since=date.min, value=value.value, instrument=value.instrument, source=value.source
    )
