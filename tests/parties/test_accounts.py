"""Letting somebody sign in by the phone that their office is granted with."""

import pytest

from gongtu.parties import queries, services
from gongtu.parties.capacity import CLOCK
from gongtu.records.journal.queries import list_chain
from tests.parties.conftest import DAY, World

PHONE = "13800138000"


def test_an_account_is_opened_once_and_told_to_the_person(world: World) -> None:
    told = [
        services.let_sign_in(world.wang, phone=phone, by=CLOCK, on=DAY)
        for phone in (PHONE, "13900139000")
    ]

    assert told == [True, False]
    assert queries.find_account_by_phone(PHONE) == world.wang.account
    assert list_chain(f"person:{world.wang.pk}").last().kind == "joined-account"


def test_nobody_gets_the_account_of_another(world: World) -> None:
    services.let_sign_in(world.wang, phone=PHONE, by=CLOCK, on=DAY)

    with pytest.raises(services.AccountTaken, match="已用于另一个账户"):
        services.let_sign_in(world.li, phone=PHONE, by=CLOCK, on=DAY)
