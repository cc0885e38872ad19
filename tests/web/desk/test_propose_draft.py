"""A whole draft proposed by one document, approved by a second officer, and then in force."""

from datetime import date

from django.urls import reverse

from gongtu.policy import get_parameter
from gongtu.registers.instruments import services as instruments
from gongtu.registers.instruments.models import ParameterDecision
from tests.cast import DAY, Cast

MONTHS = "c2_skills/skill_upgrade_subsidy:base_months"
AMOUNT = "c2_skills/skill_upgrade_subsidy:amount"
ROWS = {"junior": "1000", "intermediate": "1500", "senior": "2000"}
NEW_YEAR = date(2027, 1, 1)
DOCUMENT = {"instrument": "关于调整技能提升补贴的通知", "number": "青人社发〔2026〕9号"}


def drafted(cast: Cast, months: object = "24") -> str:
    draft = instruments.begin_draft(MONTHS, by=cast.liu, on=DAY)
    instruments.change_draft(
        draft.pk, title="降低门槛", valid_from=NEW_YEAR, values={MONTHS: months, AMOUNT: ROWS},
        by=cast.liu, on=DAY,
    )  # fmt: skip
    return reverse("desk:propose_draft", args=[draft.pk])


def test_page_shows_old_and_new_side_by_side(cast: Cast) -> None:
    shown = cast.client(cast.liu).get(drafted(cast)).content.decode()

    assert "36 月" in shown
    assert "24 月" in shown


def test_draft_becomes_a_dated_parameter_with_its_document(cast: Cast) -> None:
    cast.client(cast.liu).post(drafted(cast), DOCUMENT)
    proposals = list(ParameterDecision.objects.order_by("parameter"))
    assert [one.parameter for one in proposals] == [AMOUNT, MONTHS]

    for one in proposals:
        address = reverse("desk:approve_decision", args=[one.pk])
        assert cast.client(cast.liu).post(address).status_code == 403
        cast.client(cast.zheng).post(address)

    valued = get_parameter(MONTHS).value(NEW_YEAR)
    assert (valued.value, valued.document) == (
        24,
        "关于调整技能提升补贴的通知（青人社发〔2026〕9号）",
    )
    assert get_parameter(MONTHS).value(date(2026, 12, 31)).value == 36
    assert str(get_parameter(AMOUNT).value(NEW_YEAR, "senior").value) == "2000.00"


def test_draft_without_a_document_is_not_proposed(cast: Cast) -> None:
    answer = cast.client(cast.liu).post(drafted(cast), {"number": "1号"})

    assert answer.status_code == 422
    assert not ParameterDecision.objects.exists()


def test_draft_with_a_value_left_open_is_not_proposed(cast: Cast) -> None:
    answer = cast.client(cast.liu).post(drafted(cast, months=None), DOCUMENT)

    assert answer.status_code == 422
    assert "尚未填写：基本规定的失业保险累计缴费月数" in answer.content.decode()
    assert not ParameterDecision.objects.exists()


def test_what_was_proposed_is_neither_changed_nor_proposed_again(cast: Cast) -> None:
    address = drafted(cast)
    cast.client(cast.liu).post(address, DOCUMENT)

    again = cast.client(cast.liu).post(address, DOCUMENT)
    changed = cast.client(cast.liu).post(
        address.replace("propose/", ""), {"valid_from": "2027-02-01"}
    )

    assert (again.status_code, changed.status_code) == (422, 422)
    assert "已经提出" in again.content.decode()
    assert ParameterDecision.objects.count() == 2


def test_colleague_does_not_propose_it(cast: Cast) -> None:
    assert cast.client(cast.sun).post(drafted(cast), DOCUMENT).status_code == 404
