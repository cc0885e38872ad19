"""Generated rules over the facts of `worlds`: every kind of node, in all kinds of company."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from gongtu.base.money import Yuan
from gongtu.engines.entitlement.declare import (
    TODAY,
    Benefit,
    Condition,
    any_of,
    count_of,
    each,
    greater_of,
    lesser_of,
    most_of,
    parameter,
    reaches,
    sum_of,
    when,
    within_cap,
)
from gongtu.engines.entitlement.expressions import Expr, lift
from gongtu.engines.entitlement.soundness import problems_of
from gongtu.law import article
from gongtu.parties.roles import WORKER
from tests.engines.entitlement.city.worlds import Firm, Kind, Man, Paper, near_days
from tests.engines.entitlement.sample import POLICY, Level

PAPERS, MEN = each(Paper), each(Man)
OWN = {"rows": PAPERS, "within": "person", "label": "证书"}
COLLEAGUES = {"rows": MEN, "within": "enterprise", "label": "同事"}
ALL = {"rows": MEN, "within": "city", "label": "全市"}
SHARE = parameter("share", Decimal)

some_dates = st.sampled_from([Man.born, Firm.founded, TODAY]) | near_days.map(lift)
levels = st.sampled_from([Man.level, *map(lift, Level)])
rows = st.sampled_from([Man.level, lift(Level.JUNIOR), lift(Level.SENIOR)])

dates: st.SearchStrategy[Expr[date]] = (
    some_dates
    | st.builds(lambda day, n: day.plus_months(n), some_dates, st.integers(-30, 300))
    | st.builds(lambda day, n: day.plus_years(n), some_dates, st.integers(-3, 60))
    | st.builds(lambda day, n: day.plus_days(n), some_dates, st.integers(-99, 999))
    | st.builds(lambda day, on: day.plus_months(parameter("within", on=on)), some_dates, some_dates)
    | st.builds(lambda day: day.plus_months(Man.months), some_dates)
)
counts: st.SearchStrategy[Expr[int]] = st.one_of(
    st.sampled_from([Man.months, Firm.people, parameter("open_question")]),
    st.integers(-5, 400).map(lift),
    st.builds(lambda on: parameter("minimum", on=on), some_dates),
    st.builds(lambda a, b: a.months_until(b), some_dates, some_dates),
    st.builds(lambda a, b: a.years_until(b), some_dates, some_dates),
    st.builds(lambda a, b: a.days_until(b), some_dates, some_dates),
    st.builds(lambda n: Man.months * n + Firm.people, st.integers(-9, 9)),
    st.builds(lambda n: count_of(PAPERS.level.is_(Man.level), **OWN) + n, st.integers(0, 2)),
    st.just(count_of(MEN.agreed & (MEN.months < Man.months), **COLLEAGUES)),
    st.just(most_of(MEN.months, MEN.agreed, 3, **COLLEAGUES)),
    st.just(count_of(MEN.agreed | (MEN.months > 9), **ALL)),
)
monies: st.SearchStrategy[Expr[Yuan]] = st.one_of(
    st.just(Man.drawn),
    st.integers(-500, 90000).map(lambda fen: lift(Yuan.of_fen(fen))),
    st.builds(lambda row, on: parameter("rate", Yuan, row=row, on=on), rows, some_dates),
    st.builds(lambda fen: (Man.drawn - Yuan.of_fen(fen)).percent(SHARE), st.integers(0, 90000)),
    st.builds(
        lambda row: within_cap(parameter("rate", Yuan, row=row), lift(Yuan(700)), Man.drawn), rows
    ),
    st.just(sum_of(PAPERS.worth, PAPERS.valid & PAPERS.issued.during(Man.born, TODAY), **OWN)),
    st.just(sum_of(PAPERS.worth, PAPERS.trade.is_(Man.trade), **OWN) * Man.months),
)
signs = st.sampled_from(["__ge__", "__gt__", "__le__", "__lt__", "is_", "is_not"])


def compared(sizes: st.SearchStrategy[Any]) -> st.SearchStrategy[Expr[bool]]:
    whole = st.builds(lambda a, sign, b: getattr(a, sign)(b), sizes, signs, sizes)
    return whole.filter(lambda rule: not list(problems_of(rule, POLICY)))


statements: st.SearchStrategy[Expr[bool]] = st.one_of(
    st.sampled_from(
        [
            Man.agreed,
            Firm.trusted,
            Man.trade.is_(Firm.home),
            Man.trade.is_not("焊工"),
            Man.trade.among("车工", "没有的"),
            Firm.kind.among(Kind.STATE, Kind.OTHER),
            Man.agreed.is_(Firm.trusted),
            Man.months.among(1, 2, 3, 9),
            Man.born.during(date(1970, 1, 1), TODAY.plus_years(-18)),
            any_of(PAPERS.valid & PAPERS.level.is_(Man.level), **OWN),
            any_of(MEN.level.is_(Man.level) & (MEN.born < Man.born), **COLLEAGUES),
            reaches(Man.months, Firm.people, SHARE),
            reaches(Man.drawn, parameter("rate", Yuan, row=Man.level), SHARE),
        ]
    ),
    st.builds(lambda a, b: a.is_(b), levels, levels),
    compared(dates),
    compared(counts),
    compared(monies),
)
truths = st.recursive(
    statements,
    lambda inner: st.one_of(
        st.builds(lambda a, b: a & b, inner, inner),
        st.builds(lambda a, b: a | b, inner, inner),
        st.builds(lambda a: ~a, inner),
        st.builds(when, inner, inner, inner),
    ),
    max_leaves=5,
)
amounts = st.one_of(
    monies,
    st.builds(when, statements, monies, monies),
    st.builds(lesser_of, monies, monies),
    st.builds(lambda a, b: greater_of(a, b) + b, monies, monies),
)


@st.composite
def benefits(draw: st.DrawFn, most: int = 3) -> list[Benefit]:
    """Some rules asked of persons."""
    return [
        benefit(f"rule-{number}", draw(st.lists(truths, min_size=1, max_size=4)), draw(amounts))
        for number in range(draw(st.integers(1, most)))
    ]


def benefit(key: str, holds: list[Expr[bool]], amount: Expr[Yuan] | None) -> Benefit:
    return Benefit(
        key=key,
        title=key,
        basis=(article(16),),
        fulfils=(),
        beneficiary=WORKER,
        conditions=tuple(
            Condition(f"条件{n}", article(16), one, f"c{n}") for n, one in enumerate(holds)
        ),
        subjects=lambda _beneficiary, _on: [],
        per="person",
        policy=POLICY,
        amount=amount,
        fund="" if amount is None else "employment-subsidy-fund",
        gives="某种待遇" if amount is None else "",
    )
