"""Money: never more than there is, never twice, and every fen accounted for."""

from dataclasses import dataclass
from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from gongtu.base.errors import Refused
from gongtu.base.money import Yuan
from gongtu.engines.ledger.bankfile import payment_file, preview
from gongtu.engines.ledger.models import Commitment, Entry
from gongtu.engines.ledger.queries import balances, list_due, list_payments_to, statement
from gongtu.engines.ledger.reconcile import reconcile
from gongtu.engines.ledger.returns import find_recovery
from gongtu.engines.ledger.services import (
    AlreadyCommitted,
    AlreadyPaid,
    NoBudget,
    NoFund,
    NothingToReturn,
    Overspent,
    Payee,
    adjust,
    allot,
    commit,
    open_fund,
    pay,
    recover,
    refund,
    release,
    start_run,
    write_down,
)
from gongtu.records.append_only import lifted
from gongtu.records.jobs.queries import get_job
from gongtu.records.journal.queries import list_chain
from gongtu.records.journal.verify import verify_all

pytestmark = pytest.mark.django_db

DAY = date(2026, 9, 1)
FUND = "employment-subsidy"
WANG = Payee("person", "wang", "王建国")


@dataclass(frozen=True)
class Officer:
    role: str = "finance"
    account: int | None = 5
    organisation: int | None = 2


BY = Officer()


@pytest.fixture(autouse=True)
def _budget() -> None:
    open_fund(FUND, "就业补助资金", "employment-subsidy")
    allot(FUND, year=2026, amount=Yuan(10_000), instrument="青财社2026年1号", by=BY, on=DAY)


def promised(amount: int = 2000, key: str = "skill:wang:electrician:3") -> Commitment:
    return commit(
        FUND, payee=WANG, amount=Yuan(amount), key=key, case_number="C1", by=BY, on=DAY
    )  # fmt: skip


def standing() -> tuple[int, int, int, int]:
    """Yuan available, committed, paid, receivable."""
    assert reconcile().problems == []
    [budget] = balances(FUND)
    parts = (budget.available, budget.committed, budget.paid, budget.receivable)
    return tuple(int(part.amount) for part in parts)


def test_money_is_promised_then_paid() -> None:
    owed = promised(2000)
    assert standing() == (8000, 2000, 0, 0)

    pay(owed, by=BY, on=DAY)

    assert standing() == (8000, 0, 2000, 0)
    assert [payment.amount for payment in list_payments_to("person", "wang")] == [200_000]


def test_a_budget_is_allotted_once_for_its_instrument() -> None:
    allot(FUND, year=2026, amount=Yuan(10_000), instrument="青财社2026年1号", by=BY, on=DAY)

    assert standing() == (10_000, 0, 0, 0)


def test_nobody_promises_more_than_there_is() -> None:
    promised(9000)

    with pytest.raises(Overspent, match=r"可用1000\.00元，不够2000\.00元"):
        promised(2000, key="other")
    assert standing() == (1000, 9000, 0, 0)
    assert Commitment.objects.count() == 1


def test_the_same_promise_again_is_the_first_one() -> None:
    first, second = promised(2000), promised(2000)

    assert first == second
    assert standing() == (8000, 2000, 0, 0)


def test_the_same_key_for_another_amount_is_refused() -> None:
    promised(2000)

    with pytest.raises(AlreadyCommitted, match=r"已经承付给王建国，金额2000\.00元"):
        promised(1500)


def test_the_same_promise_again_is_the_first_one_after_a_correction() -> None:
    first = promised(2000)
    adjust(first, Yuan(1500), "重新核算", by=BY, on=DAY)

    assert promised(2000) == first


def test_paying_twice_pays_once() -> None:
    owed = promised()

    assert pay(owed, by=BY, on=DAY) == pay(owed, by=BY, on=DAY)
    assert standing() == (8000, 0, 2000, 0)


def test_a_promise_is_taken_back_before_it_is_paid() -> None:
    release(promised(), reason="决定被撤销", by=BY, on=DAY)

    assert standing() == (10_000, 0, 0, 0)


def test_what_is_paid_is_not_taken_back() -> None:
    owed = promised()
    pay(owed, by=BY, on=DAY)

    with pytest.raises(AlreadyPaid):
        release(owed, reason="决定被撤销", by=BY, on=DAY)


def test_what_the_bank_sends_back_is_due_again() -> None:
    owed = promised()
    pay(owed, by=BY, on=DAY)
    refund(owed, Yuan(2000), reason="账号有误", by=BY, on=DAY)
    assert standing() == (8000, 2000, 0, 0)

    pay(owed, by=BY, on=DAY)

    assert standing() == (8000, 0, 2000, 0)
    assert owed.payments.count() == 2


def test_no_more_comes_back_than_was_paid() -> None:
    owed = promised()

    with pytest.raises(NothingToReturn):
        refund(owed, Yuan(1), reason="账号有误", by=BY, on=DAY)


def test_a_higher_amount_enters_the_difference() -> None:
    owed = promised(2000)
    pay(owed, by=BY, on=DAY)

    adjust(owed, Yuan(2500), "补贴标准更正", by=BY, on=DAY)
    assert standing() == (7500, 500, 2000, 0)

    pay(owed, by=BY, on=DAY)
    assert standing() == (7500, 0, 2500, 0)


def test_a_lower_amount_after_payment_is_owed_back_and_recovered() -> None:
    owed = promised(2000)
    pay(owed, by=BY, on=DAY)

    adjust(owed, Yuan(1500), "等级核对有误", by=BY, on=DAY)
    assert standing() == (8000, 0, 1500, 500)

    recover(owed, Yuan(500), reason="本人退回", by=BY, on=DAY)
    assert standing() == (8500, 0, 1500, 0)


def test_what_was_owed_back_is_kept_when_the_amount_rises_again() -> None:
    owed = promised(2000)
    pay(owed, by=BY, on=DAY)
    adjust(owed, Yuan(1500), "等级核对有误", by=BY, on=DAY)

    adjust(owed, Yuan(2200), "复核后更正", by=BY, on=DAY)

    assert standing() == (7800, 200, 2000, 0)


def owed_back(amount: int = 500) -> Commitment:
    owed = promised(2000)
    pay(owed, by=BY, on=DAY)
    return adjust(owed, Yuan(2000 - amount), "等级核对有误", by=BY, on=DAY)


def let_go(owed: Commitment, amount: int, key: str = "1") -> Commitment:
    return write_down(owed, Yuan(amount), key=key, reason="文件", by=BY, on=DAY)


def test_what_is_written_down_is_owed_no_more_and_stands_as_a_difference() -> None:
    owed = owed_back(500)

    let_go(owed, 300)

    assert standing() == (8000, 0, 1500, 200)
    [budget] = balances(FUND)
    assert (budget.written_down, budget.allotted) == (Yuan(300), Yuan(10_000))
    told = find_recovery("C1")
    assert told is not None
    assert (told.total, told.left, told.spared) == (Yuan(500), Yuan(200), Yuan(300))
    assert [(one.amount, one.basis) for one in told.written] == [(Yuan(300), "文件")]


def test_a_decision_writes_down_once_and_never_more_than_is_owed() -> None:
    owed = owed_back(500)
    let_go(owed, 300)

    let_go(owed, 300)
    with pytest.raises(NothingToReturn, match=r"不超过200\.00元"):
        let_go(owed, 201, "2")

    assert standing() == (8000, 0, 1500, 200)


def test_what_was_written_down_is_not_paid_a_second_time_when_it_is_owed_after_all() -> None:
    """What is owed back is kept first, then what was let go; only the rest is due."""
    owed = owed_back(500)
    let_go(owed, 300)

    adjust(owed, Yuan(1900), "复核后更正", by=BY, on=DAY)
    assert standing() == (8000, 0, 1900, 0)
    adjust(owed, Yuan(2100), "复核后更正", by=BY, on=DAY)

    assert standing() == (7900, 100, 2000, 0)
    told = find_recovery("C1")
    assert told is not None
    assert (told.total, told.spared) == (Yuan(0), Yuan(0))


def test_a_correction_needs_a_reason() -> None:
    with pytest.raises(Refused, match="理由"):
        adjust(promised(), Yuan(1), " ", by=BY, on=DAY)


def test_a_division_spends_its_own_budget() -> None:
    allot(
        FUND, year=2026, amount=Yuan(500), division="370203", instrument="区1号", by=BY, on=DAY
    )  # fmt: skip

    commit(FUND, payee=WANG, amount=Yuan(300), key="k", division="370203", by=BY, on=DAY)

    assert [(b.division, int(b.available.amount)) for b in balances(FUND)] == [
        ("", 10_000),
        ("370203", 200),
    ]


def test_a_fund_that_is_not_there_is_named() -> None:
    with pytest.raises(NoFund, match="talent"):
        commit("talent", payee=WANG, amount=Yuan(1), key="k", by=BY, on=DAY)


def test_a_year_without_a_budget_is_named() -> None:
    with pytest.raises(NoBudget, match="2027年预算"):
        commit(FUND, payee=WANG, amount=Yuan(1), key="k", by=BY, on=date(2027, 1, 1))


def test_a_run_pays_everything_due_once() -> None:
    for n in range(5):
        promised(100, key=f"k{n}")

    run = start_run(FUND, by=BY, on=DAY)
    again = start_run(FUND, by=BY, on=DAY)

    run.refresh_from_db()
    assert run == again
    assert get_job(run.job_key).outcome == {"payments": 5, "fen": 50_000}
    assert standing() == (9500, 0, 500, 0)
    assert not list_due(FUND, on=DAY).exists()


def test_the_banks_file_names_each_payment_and_its_digest() -> None:
    pay(promised(), by=BY, on=DAY)

    file = payment_file(DAY)

    assert file.content.decode("utf-8-sig").splitlines() == [
        "凭证号,收款人种类,收款人编号,收款人,金额（元）,资金,案号",
        f"{Entry.objects.get(kind='pay').pk:08d},person,wang,王建国,2000.00,就业补助资金,C1",
    ]
    assert (file.count, file.total, len(file.digest)) == (1, Yuan(2000), 64)
    assert preview(DAY)[0][2:5] == ("w***", "王**", "2000.00")


def test_a_name_that_looks_like_a_formula_stays_a_name() -> None:
    crook = Payee("person", "x", "=cmd()")
    pay(commit(FUND, payee=crook, amount=Yuan(1), key="k", by=BY, on=DAY), by=BY, on=DAY)

    assert ",'=cmd()," in payment_file(DAY).content.decode("utf-8-sig")


def test_a_statement_adds_up_to_the_balances() -> None:
    owed = promised(2000)
    pay(owed, by=BY, on=DAY)
    adjust(owed, Yuan(1500), "更正", by=BY, on=DAY)

    lines = statement(FUND, year=2026)

    moved = {(line.kind.value, line.account.value): int(line.amount.amount) for line in lines}
    assert moved[("pay", "paid")] == 2000
    assert moved[("adjust", "receivable")] == 500
    assert sum(line.amount.fen for line in lines) == 0
    assert sum(line.amount.fen for line in lines if line.account == "paid") == 150_000


def test_each_movement_is_journaled_with_its_actor() -> None:
    owed = promised()
    pay(owed, by=BY, on=DAY)

    entries = list_chain(f"commitment:{owed.pk}")

    assert [(entry.kind, entry.actor_role) for entry in entries] == [
        ("commit", "finance"),
        ("pay", "finance"),
    ]
    assert verify_all().is_sound


@pytest.mark.parametrize("table", ["ledger_entry", "ledger_posting", "ledger_payment"])
def test_the_database_refuses_changes(table: str) -> None:
    pay(promised(), by=BY, on=DAY)

    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"DELETE FROM {table}")


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE ledger_posting SET amount = amount + 1 WHERE amount = 200000", "not 0"),
        ("UPDATE ledger_budget SET available = available + 1", "available: 800001 ≠ 800000"),
        ("UPDATE ledger_commitment SET amount = amount + 1", "commitment"),
        ("UPDATE ledger_payment SET amount = amount + 1", "payment"),
        ("DELETE FROM ledger_payment", "paid without a payment"),
    ],
)  # fmt: skip
def test_reconciling_finds_what_was_changed_by_hand(statement: str, found: str) -> None:
    pay(promised(), by=BY, on=DAY)

    with lifted(), connection.cursor() as cursor:
        cursor.execute(statement)

    report = reconcile()
    assert not report.is_sound
    assert found in " ".join(report.problems)
