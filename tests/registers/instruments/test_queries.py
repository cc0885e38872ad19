"""Decisions are read from memory, at the price of one small query, and never stale."""

from typing import Any

import pytest
from django.db import transaction

from gongtu.parties.capacity import Capacity
from gongtu.registers.instruments import services
from gongtu.registers.instruments.queries import looked_up_once
from tests.registers.instruments.conftest import DAY, POLICY
from tests.registers.instruments.test_services import AUTUMN, propose


def value() -> int | None:
    return POLICY.count("months", on=AUTUMN)


def test_one_query_serves_a_whole_request(
    liu: Capacity, chen: Capacity, django_assert_num_queries: Any
) -> None:
    services.approve(propose(liu).pk, by=chen, on=DAY)
    value()

    with django_assert_num_queries(1), looked_up_once():
        assert [value() for _ in range(20)] == [24] * 20


def test_decision_made_within_the_request_is_seen(liu: Capacity, chen: Capacity) -> None:
    with looked_up_once():
        assert value() == 12
        services.approve(propose(liu).pk, by=chen, on=DAY)
        assert value() == 24


@pytest.mark.django_db
def test_decision_rolled_back_is_forgotten(liu: Capacity, chen: Capacity) -> None:
    proposal = propose(liu)
    with transaction.atomic():
        services.approve(proposal.pk, by=chen, on=DAY)
        assert value() == 24
        transaction.set_rollback(True)

    assert value() == 12
