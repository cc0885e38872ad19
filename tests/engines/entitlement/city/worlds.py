"""Small generated cities and rules: the same facts as subjects and as columns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

import numpy as np
from hypothesis import strategies as st

from gongtu.base.money import Yuan
from gongtu.engines.entitlement.city.columns import NOBODY, Frame, Town, column_of
from gongtu.engines.entitlement.declare import Facts, Known, Subject, fact
from tests.engines.entitlement.sample import Level

ON = date(2026, 9, 1)
TRADES = ("焊工", "车工", "电工")


class Kind(StrEnum):
    STATE = "state"
    PRIVATE = "private"
    OTHER = "other"


class Man(Facts, of="person"):
    months = fact(int, "缴费月数")
    drawn = fact(Yuan, "已领")
    born = fact(date, "出生")
    level = fact(Level, "等级")
    trade = fact(str, "工种")
    agreed = fact(bool, "同意")


class Firm(Facts, of="enterprise"):
    people = fact(int, "人数")
    kind = fact(Kind, "类型")
    founded = fact(date, "成立")
    trusted = fact(bool, "守信")
    home = fact(str, "行业")


class Paper(Facts, of="paper"):
    level = fact(Level, "等级")
    issued = fact(date, "发证")
    worth = fact(Yuan, "金额")
    trade = fact(str, "工种")
    valid = fact(bool, "有效")


GROUPS: dict[str, type[Facts]] = {"person": Man, "enterprise": Firm, "paper": Paper}

days = st.dates(date(1960, 1, 1), date(2030, 12, 31))
near_days = st.dates(date(2026, 1, 1), date(2027, 12, 31))
sums = st.integers(0, 90000).map(Yuan.of_fen)
kinds: dict[type[Any], st.SearchStrategy[Any]] = {
    int: st.integers(0, 400),
    Yuan: sums,
    date: days | near_days,
    Level: st.sampled_from(Level),
    Kind: st.sampled_from(Kind),
    str: st.sampled_from(TRADES),
    bool: st.booleans(),
}


@dataclass(frozen=True)
class World:
    """Firms, people with the firm they work for, and papers with the person they belong to."""

    firms: list[dict[str, Any]]
    men: list[tuple[dict[str, Any], int]]
    papers: list[tuple[dict[str, Any], int]]

    def town(self) -> Town:
        """As columns."""
        employers = np.array([firm for _, firm in self.men], np.int32)
        holders = np.array([man for _, man in self.papers], np.int32)
        of_holders = np.append(employers, np.int32(NOBODY))[holders]
        frames = {
            "enterprise": frame("enterprise", self.firms, {}),
            "person": frame("person", [man for man, _ in self.men], {"enterprise": employers}),
            "paper": frame(
                "paper",
                [paper for paper, _ in self.papers],
                {"person": holders, "enterprise": of_holders},
            ),
        }
        return Town(ON, frames)

    def subject(self, man: int) -> Subject:
        """As somebody who is asked about."""
        facts, firm = self.men[man]
        known = {f"Man.{name}": Known(value) for name, value in facts.items()}
        rows = {("paper", "person"): [told(Paper, p) for p, of in self.papers if of == man]}
        rows["person", "city"] = [told(Man, m) for m, _ in self.men]
        if firm != NOBODY:
            known |= told(Firm, self.firms[firm])
            rows["person", "enterprise"] = [told(Man, m) for m, of in self.men if of == firm]
        return Subject(str(man), "某人", known, rows)


def told(group: type[Facts], row: dict[str, Any]) -> dict[str, Known]:
    return {f"{group.__name__}.{name}": Known(value) for name, value in row.items()}


def frame(kind: str, rows: list[dict[str, Any]], joins: dict[str, Any]) -> Frame:
    group = GROUPS[kind]
    columns = {
        one.key: column_of(one.kind, [row[name] for row in rows])
        for name, one in group.facts.items()
    }
    return Frame(kind, len(rows), columns, joins)


def rows_of(group: type[Facts], *, sure: bool) -> st.SearchStrategy[dict[str, Any]]:
    def values(kind: type[Any]) -> st.SearchStrategy[Any]:
        return kinds[kind] if sure else kinds[kind] | st.none()

    return st.fixed_dictionaries({name: values(f.kind) for name, f in group.facts.items()})


@st.composite
def worlds(draw: st.DrawFn, most: int = 12) -> World:
    """Where everything is known, or where some facts, firms and holders are missing."""
    sure = draw(st.booleans())
    firms = draw(st.lists(rows_of(Firm, sure=sure), max_size=3))
    firm = st.integers(0 if sure and firms else NOBODY, len(firms) - 1)
    men = draw(st.lists(st.tuples(rows_of(Man, sure=sure), firm), max_size=most))
    man = st.integers(0 if sure and men else NOBODY, len(men) - 1)
    papers = draw(st.lists(st.tuples(rows_of(Paper, sure=sure), man), max_size=8))
    return World(firms, men, papers if men or not sure else [])
