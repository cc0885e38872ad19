"""Moving a case: who, conditions, reasons, notices, money, effects, letters."""

from datetime import date

import pytest

from gongtu.base.money import Yuan
from gongtu.engines.casework import queries
from gongtu.engines.casework.models import Case, Notice
from gongtu.engines.casework.refusals import (
    AlreadyDone,
    AmountUnknown,
    AnswersWrong,
    CaseClosed,
    ConditionsUnmet,
    NoticeRunning,
    ReasonsMissing,
    StaleMove,
    WrongHands,
)
from gongtu.engines.casework.services import (
    answer_objection,
    make_move,
    make_moves,
    object_to_notice,
    open_case,
)
from gongtu.engines.ledger.queries import balances, list_commitments_of
from gongtu.parties.capacity import PUBLIC
from gongtu.records.journal.models import JournalEntry
from gongtu.records.journal.verify import verify_all
from tests.engines.casework.conftest import DAY, City
from tests.engines.casework.procedures import effects

AFTER = date(2026, 9, 9)
"""The first day after a notice of five working days from the first of September."""


def granted(city: City) -> Case:
    """A case in its public notice."""
    return make_move(city.claim().number, "grant", by=city.officer, on=DAY)


def test_granting_commits_the_money_and_has_its_effect(city: City) -> None:
    case = granted(city)
    assert (case.stage, case.turn) == ("notice", 2)
    promise = list_commitments_of(case.number).get()
    assert (promise.amount, promise.payee_name, promise.key[:13]) == (
        30000,
        "王师傅",
        "tool-subsidy:",
    )
    (effect,) = effects
    assert (effect.amount, effect.by, effect.answers["tool"].label) == (
        Yuan(300), city.officer, "小件",
    )  # fmt: skip


def test_the_whole_way_to_the_money(city: City) -> None:
    number = granted(city).number
    make_move(number, "confirm", by=city.officer, on=AFTER)
    with pytest.raises(WrongHands, match="未办理前一步骤"):
        make_move(number, "pay", by=city.officer, on=AFTER)
    case = make_move(number, "pay", by=city.colleague, on=AFTER)
    assert (case.stage, case.closed_on, case.days_taken) == ("paid", AFTER, 8)
    assert balances("tools-fund")[0].paid == Yuan(300)
    kinds = JournalEntry.objects.filter(chain=f"case:{number}").order_by("seq")
    assert list(kinds.values_list("kind", "move")) == [
        ("opened", ""), ("moved", "grant"), ("moved", "confirm"), ("letter", ""),
        ("refused", "pay"), ("moved", "pay"),
    ]  # fmt: skip
    assert not verify_all().problems


def test_every_unmet_condition_is_told(city: City) -> None:
    case = city.claim(answers={"months": -1})
    with pytest.raises(ConditionsUnmet) as refused:
        make_move(case.number, "grant", by=city.officer, on=DAY)
    assert [f.condition.key for f in refused.value.findings] == ["insured", "honest"]
    assert refused.value.reasons[0] == (
        "参保达到规定月数（条例第16条）：不符合。参保月数：-1个月；最低参保月数：12个月；继续参保。"
    )


def test_an_unknown_rate_says_who_decides(city: City) -> None:
    case = city.claim()
    with pytest.raises(AmountUnknown) as refused:
        make_move(case.number, "rush", by=city.officer, on=DAY)
    assert refused.value.reasons == ("“加急补贴标准”待核，由财政部门决定。",)
    assert not list_commitments_of(case.number).exists()


def test_who_does_not_hold_the_case_is_refused_and_journaled(city: City) -> None:
    case = city.claim()
    with pytest.raises(WrongHands, match="人力资源社会保障部门"):
        make_move(case.number, "grant", by=city.worker, on=DAY)
    for outsider in (city.stranger, city.enterprise, PUBLIC):
        with pytest.raises(WrongHands, match="不是本件的当事人"):
            make_move(case.number, "grant", by=outsider, on=DAY, turn=99)
    refused = JournalEntry.objects.filter(chain=f"case:{case.number}", kind="refused")
    assert refused.filter(move="grant").count() == 4


def test_a_move_of_another_stage_is_out_of_turn(city: City) -> None:
    with pytest.raises(WrongHands, match="审核中"):
        make_move(city.claim().number, "pay", by=city.officer, on=DAY)


def test_refusing_needs_reasons_and_sends_a_letter(city: City) -> None:
    number = city.claim().number
    with pytest.raises(ReasonsMissing):
        make_move(number, "refuse", by=city.officer, on=DAY, reason=" ")
    case = make_move(number, "refuse", by=city.officer, on=DAY, reason="重复申请")
    letter = case.letters.get()
    assert "理由：重复申请" in letter.zh
    assert (letter.number, letter.addressee) == ("人社-2026-000001", "王师傅")
    with pytest.raises(CaseClosed):
        make_move(number, "grant", by=city.officer, on=DAY)


def test_the_page_that_is_behind_is_told_who_was_faster(city: City) -> None:
    case = city.claim()
    make_move(case.number, "refuse", by=city.officer, on=DAY, reason="重复", turn=case.turn)
    with pytest.raises(StaleMove, match=r"南区人社局已于2026-09-01办理了“不予”"):
        make_move(case.number, "grant", by=city.colleague, on=DAY, turn=case.turn)


def test_a_second_click_moves_once(city: City) -> None:
    number = city.claim().number
    told = {"by": city.officer, "on": DAY, "reason": "补凭证", "once": "k"}
    assert make_move(number, "ask_more", **told) == make_move(number, "ask_more", **told)
    assert JournalEntry.objects.filter(move="ask_more").count() == 1


def test_supplement_is_asked_for_once(city: City) -> None:
    number = city.claim().number
    make_move(number, "ask_more", by=city.officer, on=DAY, reason="补凭证")
    make_move(number, "resubmit", by=city.worker, on=DAY)
    with pytest.raises(AlreadyDone):
        make_move(number, "ask_more", by=city.officer, on=DAY, reason="再补")


def test_a_notice_waits_for_its_end_and_for_every_answer(city: City) -> None:
    case = granted(city)
    notice = Notice.objects.get()
    assert notice.until == date(2026, 9, 8)
    objection = object_to_notice(notice.pk, text="已领过", by=PUBLIC, on=DAY)
    with pytest.raises(NoticeRunning) as refused:
        make_move(case.number, "confirm", by=city.officer, on=date(2026, 9, 8))
    assert refused.value.reasons == (
        "公示至2026-09-08止，期满后方可办理。",
        "尚有1件异议未答复，答复后方可办理。",
    )
    with pytest.raises(NoticeRunning, match="异议"):
        make_move(case.number, "confirm", by=city.officer, on=AFTER)
    answer_objection(objection.pk, answer="经查未领", by=city.officer, on=AFTER)
    assert make_move(case.number, "confirm", by=city.officer, on=AFTER).stage == "payable"


def test_a_notice_ends_with_its_stage(city: City) -> None:
    case = granted(city)
    make_move(case.number, "refuse", by=city.officer, on=DAY, reason="撤回决定")
    assert Notice.objects.get().withdrawn_on == DAY
    assert not queries.public_notices(DAY).exists()


def test_the_same_entitlement_is_not_paid_twice(city: City) -> None:
    first = granted(city)
    second = city.claim()
    with pytest.raises(AlreadyDone, match=first.number):
        make_move(second.number, "grant", by=city.officer, on=DAY)


def test_money_of_a_decision_that_falls_goes_back_and_may_be_claimed_again(city: City) -> None:
    case = granted(city)
    make_move(case.number, "refuse", by=city.officer, on=AFTER, reason="异议成立")
    assert balances("tools-fund")[0].committed == Yuan(0)
    again = make_move(city.claim().number, "grant", by=city.officer, on=AFTER)
    assert list_commitments_of(again.number).get().amount == 30000
    assert balances("tools-fund")[0].committed == Yuan(300)


def test_a_batch_tells_what_came_of_each(city: City) -> None:
    numbers = [city.claim().number, city.claim(answers={"months": 1}).number, "2026999"]
    outcomes = make_moves(numbers, "grant", by=city.officer, on=DAY)
    assert [outcome.done for outcome in outcomes] == [True, False, False]
    assert Case.objects.filter(stage="notice").count() == 1


def test_a_move_that_asks_reads_its_form(city: City) -> None:
    case = open_case(
        "union-letter", answers={"enterprise": str(city.works.pk)}, by=city.union, on=DAY
    )
    with pytest.raises(AnswersWrong) as refused:
        make_move(case.number, "remind", by=city.union, on=DAY)
    assert refused.value.errors == {"finding": ["“问题”尚未填写。"]}
    moved = make_move(case.number, "remind", by=city.union, on=DAY, answers={"finding": "加班未付"})
    assert moved.letters.get().zh == "<p>请甲公司于2026年9月11日前答复：加班未付</p>"
    assert moved.holder_organisation == city.works


def test_the_buttons_are_exactly_the_moves_that_pass(city: City) -> None:
    case = queries.get_case(city.claim().number)
    shown = [move.key for move in queries.moves_open_to(case, city.officer, on=DAY)]
    assert shown == ["grant", "rush", "refuse", "ask_more"]
    assert queries.moves_open_to(case, city.worker, on=DAY) == []
