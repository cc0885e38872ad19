"""A table of equal treatment as pages show it, and what the registers show of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from gongtu.parties.models import Membership
from gongtu.registers.careers.choices import Accord, Matter
from gongtu.registers.careers.queries import Check, Finding
from gongtu.registers.careers.rows import Equal
from gongtu.registers.skills.choices import Grade
from gongtu.registers.titles.choices import TitleLevel
from gongtu.web.chain_page import label_of
from gongtu.web.public.statute_page import paragraph_on
from gongtu.web.wording import listed

ARTICLE, PARAGRAPH = 25, 2
MOODS = {Accord.HOLDS: "good", Accord.DIFFERS: "late", Accord.UNKNOWN: "wait"}


def law_words(on: date) -> dict[str, Any]:
    """What the statute itself says."""
    return paragraph_on(ARTICLE, PARAGRAPH, on=on)


def table_rows(equals: Iterable[Equal]) -> list[dict[str, Any]]:
    """Of each grade, as which level it is treated in which matters."""
    found: dict[Grade, dict[TitleLevel, list[Matter]]] = {}
    for one in equals:
        found.setdefault(one.grade, {}).setdefault(one.title, []).append(one.matter)
    return [
        {
            "grade": label_of(grade),
            "parts": [
                {"title": label_of(title), "matters": listed(map(label_of, matters))}
                for title, matters in levels.items()
            ],
        }
        for grade, levels in found.items()
    ]


def check_rows(check: Check) -> dict[str, Any]:
    """Findings by matter; grades of which the same is found stand together."""
    found: dict[Any, list[Finding]] = {}
    for one in sorted(check.findings, key=lambda each: each.equal.matter.place):
        same = (one.equal.matter, one.accord, one.people, one.posts, one.missing)
        found.setdefault(same, []).append(one)
    return {
        "findings": [_finding(told) for told in found.values()],
        "left_out": listed(map(label_of, check.left_out)),
    }


def _finding(told: list[Finding]) -> dict[str, Any]:
    first = told[0]
    return {
        "matter": label_of(first.equal.matter),
        "grades": listed(label_of(one.equal.grade) for one in told),
        "accord": label_of(first.accord),
        "mood": MOODS[first.accord],
        "people": listed(map(_person, first.people)),
        "posts": listed(first.posts),
        "missing": first.missing,
    }


def _person(job: Membership) -> str:
    return f"{job.person.name} {job.post}".strip()
