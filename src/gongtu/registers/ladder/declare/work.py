"""Years of work since something, as conditions of grades and of titles count them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gongtu.engines.entitlement.declare import TODAY, Condition, parameter
from gongtu.engines.entitlement.expressions import Expr
from gongtu.law import Article
from gongtu.registers.ladder.facts import Counted, Held, Possible

ENROL_WORK = "以前的工作没有登记的，请原单位补登；登记有误的，请单位更正。"


@dataclass(frozen=True, slots=True)
class Work:
    """Work since what is `held`, surely counted and possibly counted."""

    says: str
    key: str
    held: Expr[bool]
    counted: Expr[date]
    possible: Expr[date]

    def for_years(self, count: str, basis: Article) -> Condition:
        """Worked for that many years; what may count besides leaves it open, and no more."""
        years = parameter(count, int)
        sure = _reached(Counted.now, Counted.until, self.counted, years)
        maybe = _reached(Possible.now, Possible.until, self.possible, years)
        holds = self.held & (sure | Possible.count & maybe)
        return Condition(self.says, basis, holds, self.key, ENROL_WORK)


def _reached(now: Expr[bool], until: Expr[date], since: Expr[date], years: Expr[int]) -> Expr[bool]:
    full = since.plus_years(years)
    return now & (TODAY >= full) | (until >= full)


AFTER_SENIOR = Work(
    "取得三级/高级工后，累计工作满规定年数",
    "years-after-senior",
    Held.senior,
    Counted.after_senior,
    Possible.after_senior,
)
AFTER_TECHNICIAN = Work(
    "取得二级/技师后，累计工作满规定年数",
    "years-after-technician",
    Held.technician,
    Counted.after_technician,
    Possible.after_technician,
)
