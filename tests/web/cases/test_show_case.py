"""One case on one page for every party, and nobody else."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from gongtu.engines.casework import services as casework
from gongtu.engines.casework.refusals import CaseClosed
from gongtu.records.journal.models import JournalEntry
from tests.cast import DAY, Cast
from tests.factories.cases import claim, filing_case, recorded, reminded
from tests.factories.skills import certificate, insured
from tests.factories.training import trainee


def page(cast: Cast, by: Any, number: str) -> Any:
    return cast.client(by).get(reverse("cases:show_case", args=[number]))


def test_officer_sees_moves_conditions_and_desk(cast: Cast) -> None:
    case = filing_case(cast)

    shown = page(cast, cast.liu, case.number).content.decode()

    assert "准予备案" in shown
    assert "由我承办" in shown
    assert "职业与主营业务相关" in shown
    assert "装配钳工" in shown
    assert "plan.pdf" in shown
    assert "期限待核" in shown or "前办结" in shown


def test_opener_sees_whose_turn_it_is(cast: Cast) -> None:
    case = filing_case(cast)

    shown = page(cast, cast.clerk, case.number).content.decode()

    assert "现在轮到市南区人社局办理" in shown
    assert "撤回本件" in shown
    assert "准予备案" not in shown


def test_stranger_is_refused_with_the_reason_in_the_journal(cast: Cast) -> None:
    case = filing_case(cast)

    answer = page(cast, cast.stranger, case.number)

    assert answer.status_code == 403
    assert "您不是本件的当事人或者承办人" in answer.content.decode()
    assert JournalEntry.objects.filter(chain=f"case:{case.number}", kind="refused").exists()


def test_guessed_number_is_not_found(cast: Cast) -> None:
    assert page(cast, cast.liu, "20260000000").status_code == 404


def test_signed_out_reader_is_led_to_sign_in(cast: Cast, client: Client) -> None:
    case = filing_case(cast)

    turned = client.get(reverse("cases:show_case", args=[case.number]))

    assert turned.status_code == 302


def test_office_reading_a_persons_case_is_journaled(cast: Cast) -> None:
    insured(cast)
    case = claim(cast, certificate(cast).number)

    page(cast, cast.liu, case.number)
    page(cast, cast.wang, case.number)

    assert JournalEntry.objects.filter(chain=f"case:{case.number}", kind="viewed").count() == 1


def test_facts_of_the_registers_are_shown_with_their_source(cast: Cast) -> None:
    insured(cast, months=48)
    case = claim(cast, certificate(cast).number)

    shown = page(cast, cast.liu, case.number).content.decode()

    assert "48 月" in shown
    assert "失业保险累计缴费" in shown


def test_late_case_says_so_to_everybody(cast: Cast) -> None:
    case = reminded(cast)
    case.legal_due = case.due_order = DAY.replace(month=8, day=20)
    case.save()

    shown = page(cast, cast.union, case.number).content.decode()

    assert "已经超期" in shown


def test_finished_case_can_be_rated(cast: Cast) -> None:
    case = filing_case(cast)
    casework.make_move(case.number, "decline", by=cast.liu, on=DAY, reason="材料不符。")

    shown = page(cast, cast.clerk, case.number).content.decode()

    assert "非常满意" in shown
    assert "申请复核" in shown
    assert "不予备案告知书" in shown


def test_page_costs_a_bounded_number_of_queries(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    case = filing_case(cast)
    page(cast, cast.liu, case.number)

    with django_assert_max_num_queries(50):
        page(cast, cast.liu, case.number)


def test_entries_of_registers_are_told_as_people_call_them(cast: Cast) -> None:
    held = certificate(cast)
    number = trainee(cast)
    claimed = claim(cast, held.number)
    trained = casework.open_case(
        "gold-collar-training-school", answers={"trainee": number}, by=cast.school, on=DAY
    )

    mine = page(cast, cast.wang, claimed.number).content.decode()
    schools = page(cast, cast.school, trained.number).content.decode()

    assert f"装配钳工 · 高级工 · {held.number}" in mine
    assert f"王师傅 装配钳工 · {number}" in schools


def test_what_holds_is_not_withdrawn_and_has_nothing_ahead(cast: Cast) -> None:
    case = recorded(cast)

    shown = page(cast, cast.wang, case.number).content.decode()

    assert "已登记" in shown
    assert "登记注明撤销" not in shown
    assert "撤回本件" not in shown
    with pytest.raises(CaseClosed, match="已经生效"):
        casework.withdraw(case.number, by=cast.wang, on=DAY)
