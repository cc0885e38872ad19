"""Whatever happens in whatever order, the ledger holds its promises."""

from contextlib import suppress
from datetime import date

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongtu.base.errors import Refused
from gongtu.base.money import Yuan
from gongtu.engines.ledger.models import Budget, Commitment, Posting
from gongtu.engines.ledger.reconcile import reconcile
from gongtu.engines.ledger.services import (
    Payee,
    adjust,
    allot,
    commit,
    open_fund,
    pay,
    recover,
    refund,
    release,
    write_down,
)
from tests.engines.ledger.test_ledger import BY

DAY = date(2026, 9, 1)
ACTS = ("commit", "pay", "refund", "adjust", "recover", "write down", "release", "allot")
STEPS = st.lists(
    st.tuples(st.sampled_from(ACTS), st.integers(0, 3), st.integers(-50, 1200)), max_size=25
)


def act(name: str, which: int, fen: int, step: int) -> None:
    amount = Yuan.of_fen(fen)
    if name == "commit":
        payee = Payee("person", str(which), "某人")
        commit("f", payee=payee, amount=amount, key=f"k{which}", by=BY, on=DAY)
        return
    if name == "allot":
        allot("f", year=2026, amount=amount, instrument=f"{step}", by=BY, on=DAY)
        return
    owed = Commitment.objects.filter(key=f"k{which}").first()
    if owed is None:
        return
    if name == "pay":
        pay(owed, by=BY, on=DAY)
    elif name == "release":
        release(owed, reason="x", by=BY, on=DAY)
    elif name == "write down":
        write_down(owed, amount, key=f"{step}", reason="x", by=BY, on=DAY)
    elif name == "adjust":
        adjust(owed, amount, "x", by=BY, on=DAY)
    else:
        {"refund": refund, "recover": recover}[name](owed, amount, reason="x", by=BY, on=DAY)


@pytest.mark.django_db
@given(steps=STEPS)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_sums_stay_zero_and_nothing_falls_below_it(steps: list[tuple[str, int, int]]) -> None:
    with transaction.atomic():
        open_fund("f", "某资金", "union")
        allot("f", year=2026, amount=Yuan(10), instrument="first", by=BY, on=DAY)
        for step, (name, which, fen) in enumerate(steps):
            with suppress(Refused):
                act(name, which, fen, step)

        assert reconcile().problems == []
        assert sum(Posting.objects.values_list("amount", flat=True)) == 0
        budget = Budget.objects.get()
        held = (budget.available, budget.committed, budget.paid, budget.receivable)
        assert min(*held, budget.written_down) >= 0
        for owed in Commitment.objects.all():
            assert 0 <= owed.paid <= owed.amount
        transaction.set_rollback(True)
