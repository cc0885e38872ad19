"""What may stand between two expressions, with its arithmetic and its words."""

from __future__ import annotations

import operator
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any

from gongtu.base.money import Yuan
from gongtu.base.periods import MONTHS_IN_YEAR, add_months, months_between, years_between


def _percent(whole: Yuan, rate: Decimal | int) -> Yuan:
    return whole.percent(rate)


class Op(Enum):
    """`sign` for programs; `word` between counts and sums, `dated` between days, each in zh, en."""

    AT_LEAST = (">=", operator.ge, ("不少于", "is at least"), ("不早于", "is not before"))
    MORE = (">", operator.gt, ("多于", "is more than"), ("晚于", "is after"))
    AT_MOST = ("<=", operator.le, ("不多于", "is at most"), ("不晚于", "is not after"))
    LESS = ("<", operator.lt, ("少于", "is less than"), ("早于", "is before"))
    IS = ("=", operator.eq, ("为", "is"))
    IS_NOT = ("<>", operator.ne, ("不为", "is not"))
    PLUS = ("+", operator.add, ("＋", " + "))
    MINUS = ("-", operator.sub, ("－", " - "))
    TIMES = ("*", operator.mul, ("×", " × "))
    PERCENT = ("%", _percent, ("×", " × "))
    LESSER = ("least", min, ("与", "the lesser of"))
    GREATER = ("greatest", max, ("与", "the greater of"))
    AND = ("and", operator.and_, ("，且", ", and "))
    OR = ("or", operator.or_, ("，或者", ", or "))

    def __init__(
        self,
        sign: str,
        apply: Callable[[Any, Any], Any],
        word: tuple[str, str],
        dated: tuple[str, str] | None = None,
    ) -> None:
        self.sign, self.apply, self.word, self.dated = sign, apply, word, dated or word

    @property
    def orders(self) -> bool:
        """Compares by size."""
        return self in (Op.AT_LEAST, Op.MORE, Op.AT_MOST, Op.LESS)

    @property
    def compares(self) -> bool:
        return self.orders or self in (Op.IS, Op.IS_NOT)

    @property
    def joins(self) -> bool:
        """Joins two statements, one of which may settle the whole alone."""
        return self in (Op.AND, Op.OR)

    @property
    def keeps_kind(self) -> bool:
        """Gives the kind of its left side; the others give a truth."""
        return not self.compares and not self.joins


def _add_days(day: date, count: int) -> date:
    return day + timedelta(days=count)


def _add_years(day: date, count: int) -> date:
    return add_months(day, count * MONTHS_IN_YEAR)


def _days_between(since: date, until: date) -> int:
    return (until - since).days


class Span(Enum):
    """A length of time that is counted in whole units: its words, and its arithmetic.

    `after` is the day that lies so many of them after another, `between` how many whole ones lie
    between two days.

    >>> Span.MONTHS.after(date(2026, 1, 31), 1), Span.YEARS.after(date(2024, 2, 29), 1)
    (datetime.date(2026, 2, 28), datetime.date(2025, 2, 28))
    >>> Span.DAYS.between(date(2026, 1, 1), date(2026, 3, 1))
    59
    """

    DAYS = ("日", "days", _add_days, _days_between)
    MONTHS = ("月", "months", add_months, months_between)
    YEARS = ("年", "years", _add_years, years_between)

    def __init__(
        self,
        word: str,
        word_en: str,
        after: Callable[[date, int], date],
        between: Callable[[date, date], int],
    ) -> None:
        self.word, self.word_en, self.after, self.between = word, word_en, after, between
