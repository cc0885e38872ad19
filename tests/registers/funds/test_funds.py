"""The types of fund: each opened once in the ledger, each benefit paid from its own."""

from datetime import date

import pytest

from gongtu.base.money import Yuan
from gongtu.engines.ledger.services import allot
from gongtu.parties.capacity import CLOCK
from gongtu.registers.funds.choices import FundType
from gongtu.registers.funds.queries import fund_name, list_balances
from gongtu.registers.funds.services import open_funds


def test_a_fund_is_named_in_both_languages() -> None:
    assert fund_name("unemployment-insurance-fund") == "失业保险基金"
    assert fund_name("talent-fund", "en") == "Talent fund"
    assert fund_name("nobody-declared-it") == "nobody-declared-it"


@pytest.mark.django_db
def test_every_declared_fund_is_opened_once() -> None:
    first, again = open_funds(), open_funds()

    assert first == again
    assert {fund.key for fund in first} == set(FundType)


@pytest.mark.django_db
def test_the_balances_of_a_year_are_those_of_its_budgets() -> None:
    open_funds()
    for year, amount in ((2025, 7), (2026, 9)):
        allot(
            "talent-fund", year=year, amount=Yuan(amount), instrument=f"{year}年预算",
            by=CLOCK, on=date(2026, 1, 5),
        )  # fmt: skip

    [standing] = list_balances(2026)

    assert (standing.fund, standing.balance.available) == ("talent-fund", Yuan(9))
