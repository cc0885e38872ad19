"""Assignment, substitution, conflicts, hand-over, withdrawal, reconsideration, sight."""

from datetime import date

import pytest

from gongtu.base.errors import Refused
from gongtu.base.money import Yuan
from gongtu.engines.casework import queries
from gongtu.engines.casework.models import Rating
from gongtu.engines.casework.refusals import (
    AlreadyDone,
    CaseClosed,
    InConflict,
    WrongHands,
)
from gongtu.engines.casework.services import (
    TooLate,
    ask_reconsideration,
    assign,
    attach,
    case_for,
    declare_conflict,
    hand_over,
    make_move,
    note_view,
    rate,
    release,
    remark,
    reply_to_rating,
    take,
    withdraw,
)
from gongtu.engines.ledger.queries import balances
from gongtu.parties import services as parties
from gongtu.parties.capacity import CLOCK
from gongtu.parties.models import Office, Organisation, Person
from gongtu.parties.queries import get_account, get_capacity
from gongtu.parties.roles import HRSS
from gongtu.records.journal.models import JournalEntry
from tests.engines.casework.conftest import DAY, City, appoint

LATER = date(2026, 9, 10)


def test_an_assigned_case_is_left_to_its_officer(city: City) -> None:
    number = city.claim().number
    take(number, by=city.officer, on=DAY)
    with pytest.raises(WrongHands, match="刘科长承办"):
        make_move(number, "refuse", by=city.colleague, on=DAY, reason="不符")
    with pytest.raises(AlreadyDone):
        take(number, by=city.colleague, on=DAY)
    assign(number, city.colleague.person, by=city.officer, on=DAY)
    assert make_move(number, "grant", by=city.colleague, on=DAY).stage == "notice"


def test_a_released_case_is_everybodys_again(city: City) -> None:
    number = city.claim().number
    take(number, by=city.officer, on=DAY)
    release(number, by=city.officer, on=DAY)
    assert make_move(number, "grant", by=city.colleague, on=DAY).assignee is None


def test_only_officers_of_the_body_are_assigned(city: City) -> None:
    number = city.claim().number
    with pytest.raises(WrongHands, match="本单位"):
        assign(number, city.enterprise.person, by=city.officer, on=DAY)
    with pytest.raises(WrongHands):
        take(number, by=city.enterprise, on=DAY)


def test_the_assignee_stays_while_the_applicant_adds(city: City) -> None:
    number = city.claim().number
    take(number, by=city.officer, on=DAY)
    make_move(number, "ask_more", by=city.officer, on=DAY, reason="补凭证")
    case = make_move(number, "resubmit", by=city.worker, on=LATER)
    assert case.assignee_id == city.officer.person


def test_a_delegate_stands_in_for_the_assignee(city: City) -> None:
    number = city.claim().number
    take(number, by=city.officer, on=DAY)
    office = Office.objects.get(pk=city.officer.office)
    colleague = Person.objects.get(pk=city.colleague.person)
    delegation = parties.delegate(
        office, colleague, since=DAY, until=LATER, reason="年休假", by=city.officer, on=DAY
    )
    account = get_account(city.colleague.account or 0)
    deputy = get_capacity(account, f"delegation:{delegation.pk}", DAY)
    assert make_move(number, "grant", by=deputy, on=DAY).stage == "notice"


def test_an_officer_keeps_out_of_their_own_matter(city: City) -> None:
    worker = Person.objects.get(pk=city.worker.person)
    both = appoint(worker, city.office, HRSS)
    with pytest.raises(InConflict, match="当事人"):
        make_move(city.claim().number, "grant", by=both, on=DAY)
    assert JournalEntry.objects.filter(kind="refused", move="grant").exists()


def test_an_officer_may_declare_a_conflict(city: City) -> None:
    number = city.claim().number
    take(number, by=city.officer, on=DAY)
    declare_conflict(number, reason="亲属", by=city.officer, on=DAY)
    assert queries.get_case(number).assignee is None
    with pytest.raises(InConflict, match="声明回避"):
        make_move(number, "grant", by=city.officer, on=DAY)
    with pytest.raises(InConflict):
        take(number, by=city.officer, on=DAY)


def test_a_case_goes_to_another_body_in_one_thread(city: City) -> None:
    number = city.claim().number
    take(number, by=city.officer, on=DAY)
    case = hand_over(number, city.city_office.pk, reason="市级管辖", by=city.officer, on=LATER)
    assert (case.holder_organisation, case.assignee) == (city.city_office, None)
    assert case.legal_due == date(2026, 9, 29)
    with pytest.raises(WrongHands):
        make_move(number, "grant", by=city.officer, on=LATER)
    assert case_for(number, city.officer, on=LATER).number == number


def test_a_case_goes_only_to_a_body_of_the_same_role(city: City) -> None:
    with pytest.raises(Refused, match="人力资源社会保障部门"):
        hand_over(city.claim().number, city.works.pk, reason="错", by=city.officer, on=DAY)


def test_the_opener_may_withdraw_and_the_money_goes_back(city: City) -> None:
    number = city.claim().number
    make_move(number, "grant", by=city.officer, on=DAY)
    with pytest.raises(WrongHands, match="申请人"):
        withdraw(number, by=city.officer, on=DAY)
    assert withdraw(number, by=city.worker, on=DAY, reason="不需要了").stage == "withdrawn"
    assert balances("tools-fund")[0].committed == Yuan(0)
    with pytest.raises(CaseClosed):
        withdraw(number, by=city.worker, on=DAY)


def test_reconsideration_goes_to_somebody_else(city: City) -> None:
    number = city.claim().number
    make_move(number, "refuse", by=city.officer, on=DAY, reason="不符")
    case = ask_reconsideration(number, reason="材料齐全", by=city.worker, on=LATER)
    assert (case.stage, case.closed_on, case.legal_due) == ("review", None, date(2026, 10, 14))
    with pytest.raises(InConflict, match="原决定"):
        make_move(number, "grant", by=city.officer, on=LATER)
    make_move(number, "refuse", by=city.colleague, on=LATER, reason="仍不符")
    with pytest.raises(AlreadyDone):
        ask_reconsideration(number, reason="再来", by=city.worker, on=LATER)


def test_reconsideration_has_its_term(city: City) -> None:
    number = city.claim().number
    make_move(number, "refuse", by=city.officer, on=DAY, reason="不符")
    with pytest.raises(TooLate):
        ask_reconsideration(number, reason="材料齐全", by=city.worker, on=date(2026, 11, 1))


def test_outsiders_see_nothing_and_leave_a_trace(city: City) -> None:
    number = city.claim().number
    for by in (city.stranger, city.enterprise, city.union):
        with pytest.raises(WrongHands):
            case_for(number, by, on=DAY)
    assert JournalEntry.objects.filter(kind="refused").count() == 3
    supervisor = appoint(Person.objects.get(pk=city.stranger.person), city.city_office, HRSS)
    assert case_for(number, supervisor, on=DAY).number == number


def test_the_person_concerned_sees_who_looked(city: City) -> None:
    case = city.claim()
    note_view(case, by=city.officer, on=DAY)
    note_view(case, by=city.worker, on=DAY)
    seen = [entry.kind for entry in queries.history_of(case, city.worker)]
    assert seen == ["opened", "viewed"]


def test_an_ended_case_still_takes_files_and_remarks(city: City) -> None:
    number = city.claim().number
    withdraw(number, by=city.worker, on=DAY)
    attach(number, b"%PDF-1.7 more", "补充.pdf", by=city.worker, on=LATER)
    remark(number, "补充说明", by=city.officer, on=LATER)
    with pytest.raises(WrongHands):
        attach(number, b"%PDF-1.7 more", "他人.pdf", by=city.stranger, on=LATER)


def test_a_finished_case_is_rated_once_by_its_opener(city: City) -> None:
    number = city.claim().number
    with pytest.raises(Refused, match="尚未办结"):
        rate(number, 5, by=city.worker, on=DAY)
    withdraw(number, by=city.worker, on=DAY)
    with pytest.raises(WrongHands):
        rate(number, 5, by=city.officer, on=DAY)
    rate(number, 2, by=city.worker, on=DAY, text="太慢")
    with pytest.raises(AlreadyDone):
        rate(number, 5, by=city.worker, on=DAY)
    reply_to_rating(number, "已改进", by=city.officer, on=LATER)
    assert Rating.objects.get().reply == "已改进"


def test_an_officer_employed_by_a_party_keeps_out(city: City) -> None:
    liu = Person.objects.get(pk=city.officer.person)
    works = Organisation.objects.get(pk=city.works.pk)
    parties.employ(liu, works, occupation="", by=CLOCK, on=DAY)
    number = city.claim().number
    case = queries.get_case(number)
    case.parties.create(role="enterprise", organisation=works, since=DAY)
    with pytest.raises(InConflict, match="受聘"):
        make_move(number, "grant", by=city.officer, on=DAY)
