"""A corrected fact proposes; only a second officer changes anything, after the person was heard."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from gongtu.base.money import Yuan
from gongtu.engines.casework import services as casework
from gongtu.engines.casework.models import Case, Correction, Letter
from gongtu.engines.casework.refusals import (
    AlreadyDone,
    InConflict,
    ReasonsMissing,
    WrongHands,
)
from gongtu.engines.ledger.models import Payment
from gongtu.engines.ledger.queries import balances, list_commitments_of
from gongtu.engines.ledger.reconcile import reconcile
from gongtu.policy import providers
from gongtu.records.journal.models import JournalEntry
from gongtu.registers.insurance import services as insurance
from gongtu.registers.insurance.models import InsuranceMonths
from gongtu.registers.skills import services as skills
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import Certificate
from tests.cast import DAY, FOUNDED, Cast
from tests.factories import corrections as given
from tests.factories.corrections import NEXT
from tests.factories.skills import certificate

FUND = "unemployment-insurance-fund"
LATER = NEXT + timedelta(days=8)


@pytest.fixture(autouse=True)
def standards() -> Iterator[None]:
    before = providers.use_decisions(given.decided())
    yield
    providers.use_decisions(before)


@pytest.fixture
def hearing() -> Iterator[None]:
    before = providers.use_decisions(given.decided(hearing=7))
    yield
    providers.use_decisions(before)


def settled(found: Correction, cast: Cast, on: date = LATER, *, confirm: bool = True) -> Correction:
    return casework.settle_correction(
        found.pk, confirm=confirm, reason="证书确已撤销。", by=cast.sun, on=on
    )


def answered(case: Case, cast: Cast) -> None:
    casework.remark(case.number, "证书是单位弄错的。", by=cast.wang, on=NEXT)


def money_of(case: Case) -> tuple[int, int, int]:
    promise = list_commitments_of(case.number).get()
    return promise.amount, promise.paid, promise.receivable


def test_unchanged_facts_propose_nothing(cast: Cast) -> None:
    given.paid(cast)

    assert casework.propose_corrections(on=NEXT) == 0


def test_a_corrected_fact_proposes_once_and_changes_nothing(cast: Cast) -> None:
    case = given.paid(cast)
    given.void()

    found = given.proposed()

    assert (found.before, found.after, found.state) == (200_000, 0, "proposed")
    assert "证书有效且可联网查询" in found.because[0]["zh"]
    assert "not met" in found.because[0]["en"]
    assert casework.propose_corrections(on=NEXT) == 0
    assert money_of(case) == (200_000, 200_000, 0)
    assert not Letter.objects.filter(kind__startswith="correction").exists()


def test_insured_months_reported_anew_count_on_the_day_of_the_decision(cast: Cast) -> None:
    given.paid(cast)
    insurance.record([(cast.person(cast.wang).pk, 3)], as_of=NEXT, source="社保经办机构")
    assert casework.propose_corrections(on=NEXT) == 0

    insurance.record([(cast.person(cast.wang).pk, 3)], as_of=FOUNDED, source="社保经办机构")

    assert given.proposed().after == 0


def test_what_is_missing_is_held_against_nobody(cast: Cast) -> None:
    given.paid(cast)
    InsuranceMonths.objects.all().delete()

    assert casework.propose_corrections(on=NEXT) == 0


def test_what_was_drawn_on_the_day_or_later_does_not_count(cast: Cast) -> None:
    """A higher grade subsidised since would have stood against it only before."""
    given.paid(cast)
    higher = certificate(cast, 2, grade=Grade.SENIOR)
    skills.record_subsidy(higher.number, case_number="20260009999", on=DAY)
    assert casework.propose_corrections(on=NEXT) == 0

    Certificate.objects.filter(pk=higher.pk).update(subsidised_on=DAY - timedelta(days=1))

    assert given.proposed().after == 0


def test_paid_it_becomes_owed_back(cast: Cast) -> None:
    case = given.paid(cast)
    given.void()
    found = given.told(cast)
    answered(case, cast)

    settled(found, cast)

    assert money_of(case) == (0, 0, 200_000)
    assert balances(FUND)[0].receivable == Yuan(2000)
    notice, decision = Letter.objects.filter(kind__startswith="correction").order_by("id")
    assert "有权陈述、申辩" in notice.zh
    assert "right to be heard" in notice.en
    assert "not met" in notice.en
    assert "由2000.00元更正为<strong>0.00元</strong>" in decision.zh
    assert "证书确已撤销。" in decision.zh
    assert notice.to_person_id == cast.wang.person
    assert reconcile().problems == []
    assert casework.propose_corrections(on=LATER) == 0


def test_owed_back_the_certificate_is_marked_no_more(cast: Cast) -> None:
    """So that the next claim for it is not refused as a second one; owed again, it is marked."""
    case = given.paid(cast)
    given.void()
    found = given.told(cast)
    answered(case, cast)
    assert Certificate.objects.filter(subsidised_by=case.number).exists()

    settled(found, cast)

    assert Certificate.objects.get().subsidised_on is None
    Certificate.objects.update(status="valid", revoked_on=None, revoked_for="")
    settled(given.told(cast, LATER), cast)
    assert Certificate.objects.get().subsidised_by == case.number
    kinds = JournalEntry.objects.filter(chain=f"case:{case.number}").values_list("kind", flat=True)
    assert ["records-undone", "records-redone"] == [k for k in kinds if k.startswith("records")]


def test_what_another_case_has_brought_meanwhile_is_not_given_back(cast: Cast) -> None:
    case = given.paid(cast)
    given.void()
    found = given.told(cast)
    answered(case, cast)
    settled(found, cast)
    held = Certificate.objects.get()
    Certificate.objects.update(status="valid", revoked_on=None, revoked_for="")
    again = given.told(cast, LATER)
    skills.record_subsidy(held.number, case_number="20260009999", on=LATER)

    with pytest.raises(skills.AlreadySubsidised):
        settled(again, cast)

    assert money_of(case) == (0, 0, 200_000)


def test_unpaid_only_the_promise_is_corrected(cast: Cast) -> None:
    case = given.granted(cast)
    given.void()
    found = given.told(cast)
    answered(case, cast)

    settled(found, cast)

    assert money_of(case) == (0, 0, 0)
    assert balances(FUND)[0].available == Yuan(100_000)
    case.refresh_from_db()
    assert (case.stage, case.closed_on) == ("refused", LATER)
    assert casework.propose_corrections(on=LATER) == 0
    assert reconcile().problems == []


def test_more_is_promised_in_addition_and_paid_by_a_third_hand(cast: Cast) -> None:
    """Nobody need be heard against what gives more."""
    case = given.paid(cast, Grade.INTERMEDIATE)
    Certificate.objects.update(grade=Grade.SENIOR)
    found = given.told(cast)
    assert "高级工" in found.because[0]["zh"]

    settled(found, cast, NEXT)
    assert money_of(case) == (200_000, 150_000, 0)
    with pytest.raises(WrongHands):
        casework.pay_correction(found.pk, by=cast.sun, on=NEXT)
    casework.pay_correction(found.pk, by=cast.liu, on=NEXT)

    assert money_of(case) == (200_000, 200_000, 0)
    assert Payment.objects.latest("entry").amount == 50_000
    assert "<strong>500.00元</strong>" in Letter.objects.get(kind="correction_paid").zh
    assert reconcile().problems == []
    with pytest.raises(AlreadyDone):
        casework.pay_correction(found.pk, by=cast.liu, on=NEXT)


def test_more_for_a_case_still_to_be_paid_goes_with_its_own_payment(cast: Cast) -> None:
    case = given.granted(cast, Grade.INTERMEDIATE)
    Certificate.objects.update(grade=Grade.SENIOR)
    found = given.told(cast)
    settled(found, cast, NEXT)
    with pytest.raises(AlreadyDone):
        casework.pay_correction(found.pk, by=cast.liu, on=NEXT)

    casework.make_move(case.number, "pay", by=cast.sun, on=NEXT)

    assert money_of(case) == (200_000, 200_000, 0)


def test_what_was_taken_wrongly_can_be_given_again(cast: Cast) -> None:
    """Up after down: what is owed back is kept again first."""
    case = given.paid(cast)
    given.void()
    found = given.told(cast)
    answered(case, cast)
    settled(found, cast)
    Certificate.objects.update(status="valid", revoked_on=None, revoked_for="")

    settled(given.told(cast, LATER), cast, LATER)

    assert money_of(case) == (200_000, 200_000, 0)
    assert reconcile().problems == []


def test_a_case_withdrawn_meanwhile_ends_it(cast: Cast) -> None:
    case = given.granted(cast)
    given.void()
    found = given.proposed()
    casework.withdraw(case.number, by=cast.wang, on=NEXT)

    assert casework.propose_corrections(on=NEXT) == 0

    found.refresh_from_db()
    assert found.state == "lapsed"
    assert not Letter.objects.filter(kind="correction_dropped").exists()


def test_a_case_refused_or_under_review_again_is_left_alone(cast: Cast) -> None:
    case = given.paid(cast)
    given.void()
    casework.ask_reconsideration(case.number, reason="再看一遍。", by=cast.wang, on=DAY)

    assert casework.propose_corrections(on=NEXT) == 0


def test_while_the_term_is_unconfirmed_an_answer_is_needed(cast: Cast) -> None:
    case = given.paid(cast)
    given.void()
    answered(case, cast)
    found = given.told(cast)
    with pytest.raises(casework.NotHeardYet, match="待核"):
        settled(found, cast)

    answered(case, cast)

    assert settled(found, cast).state == "confirmed"


def test_a_settled_term_must_be_over(cast: Cast, hearing: None) -> None:
    case = given.paid(cast)
    given.void()
    found = given.told(cast)
    answered(case, cast)
    with pytest.raises(casework.NotHeardYet, match="陈述"):
        settled(found, cast, NEXT + timedelta(days=7))

    assert settled(found, cast, LATER).state == "confirmed"


def test_dropped_it_changes_nothing_and_is_not_proposed_again(cast: Cast) -> None:
    case = given.paid(cast)
    given.void()

    settled(given.told(cast), cast, confirm=False)

    assert casework.propose_corrections(on=LATER) == 0
    assert money_of(case) == (200_000, 200_000, 0)
    assert "不再办理" in Letter.objects.get(kind="correction_dropped").zh


def test_facts_that_change_once_more_end_it_with_a_letter(cast: Cast) -> None:
    given.paid(cast)
    given.void()
    found = given.told(cast)
    Certificate.objects.update(status="valid", revoked_on=None, revoked_for="")
    with pytest.raises(casework.CorrectionStale):
        settled(found, cast)

    assert casework.propose_corrections(on=LATER) == 0

    found.refresh_from_db()
    assert found.state == "lapsed"
    assert "not pursued" in Letter.objects.get(kind="correction_dropped").en


def test_it_is_refused_to_whom_it_is_not_given(cast: Cast) -> None:
    case = given.granted(cast)
    casework.declare_conflict(case.number, reason="是亲属。", by=cast.sun, on=DAY)
    given.void()
    found = given.proposed()
    for outsider in (cast.zheng, cast.federation, cast.clerk, cast.wang):
        with pytest.raises(casework.CorrectionUnknown):
            casework.tell_correction(found.pk, by=outsider, on=NEXT)
    with pytest.raises(InConflict):
        casework.tell_correction(found.pk, by=cast.sun, on=NEXT)
    assert JournalEntry.objects.filter(kind="refused", what__act="correct").exists()


def test_who_told_it_does_not_decide_it_and_reasons_are_given(cast: Cast) -> None:
    case = given.paid(cast)
    given.void()
    found = given.proposed()
    with pytest.raises(AlreadyDone):
        settled(found, cast)
    casework.tell_correction(found.pk, by=cast.liu, on=NEXT)
    answered(case, cast)
    for by, reason, refusal in ((cast.liu, "核实", WrongHands), (cast.sun, " ", ReasonsMissing)):
        with pytest.raises(refusal):
            casework.settle_correction(found.pk, confirm=True, reason=reason, by=by, on=LATER)
    with pytest.raises(AlreadyDone):
        casework.tell_correction(found.pk, by=cast.sun, on=LATER)
    settled(found, cast)
    with pytest.raises(AlreadyDone):
        settled(found, cast)


def test_every_step_stands_in_the_journal(cast: Cast) -> None:
    case = given.paid(cast)
    given.void()
    found = given.told(cast)
    answered(case, cast)
    settled(found, cast)

    entries = JournalEntry.objects.filter(chain=f"case:{case.number}").order_by("seq")
    kinds = [one.kind for one in entries if one.kind.startswith(("correction", "remarked"))]

    assert kinds == [
        "correction-proposed", "correction-told", "remarked", "correction-confirmed",
    ]  # fmt: skip
