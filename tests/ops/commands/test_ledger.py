"""`gongtu ledger reconcile`: 0 when every sum agrees, else 1."""

import json
from datetime import date

import pytest

from gongtu.base.money import Yuan
from gongtu.engines.ledger.models import Budget
from gongtu.engines.ledger.services import allot, open_fund
from gongtu.ops import cli
from gongtu.parties.capacity import CLOCK

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _budget() -> None:
    open_fund("f", "某资金", "union")
    allot("f", year=2026, amount=Yuan(10), instrument="x", by=CLOCK, on=date(2026, 9, 1))


def test_a_ledger_that_agrees_passes(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["ledger", "reconcile"]) == 0
    assert capsys.readouterr().out == (
        "1 entries, 1 budgets, 0 commitments, 0 payments\nsound\n"
    )  # fmt: skip


def test_a_difference_fails_and_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    Budget.objects.update(available=999)

    assert cli.main(["ledger", "reconcile", "--json"]) == 1

    told = json.loads(capsys.readouterr().out)
    assert told["problems"] == [f"budget {Budget.objects.get().pk} available: 999 ≠ 1000 posted"]
