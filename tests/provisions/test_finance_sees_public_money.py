"""Whoever answers for public money sees the cases that spend it."""

from gongtu.engines.casework.registry import procedures
from gongtu.parties.roles import FINANCE

NOT_PUBLIC = {"union-fund", "enterprise-fund"}


def test_every_procedure_that_spends_public_money_is_open_to_finance() -> None:
    blind = [
        one.key
        for one in procedures()
        for each in one.commitments
        if each.fund not in NOT_PUBLIC and FINANCE not in one.sees
    ]

    assert blind == []
