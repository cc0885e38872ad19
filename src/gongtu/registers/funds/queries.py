"""Funds as people read them: by name, with the balances of a year."""

from __future__ import annotations

from dataclasses import dataclass

from gongtu.engines.ledger import queries as ledger
from gongtu.engines.ledger.queries import Balance
from gongtu.registers.funds.choices import FundType


@dataclass(frozen=True, slots=True)
class Standing:
    """One budget of a fund."""

    fund: str
    balance: Balance


def fund_name(key: str, lang: str = "zh") -> str:
    """The name of a fund type; the key itself where nobody declared it."""
    if key not in set(FundType):
        return key
    fund = FundType(key)
    return fund.label if lang == "zh" else fund.label_en


def list_balances(year: int) -> list[Standing]:
    """Every fund's budgets of the year."""
    return [
        Standing(fund.key, balance)
        for fund in ledger.list_funds()
        for balance in ledger.balances(fund.key, year=year)
    ]
