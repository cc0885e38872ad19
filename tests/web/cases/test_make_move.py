"""Making a move: once, by whose turn it is, on the case as it was read."""

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from gongtu.engines.casework import services as casework
from gongtu.engines.casework.models import Attachment, Case, Draft
from gongtu.registers.instruments import services as instruments
from gongtu.registers.instruments.choices import Instrument
from tests.cast import DAY, Cast
from tests.factories import quality
from tests.factories.cases import PDF, claim, filing_case, reminded
from tests.factories.skills import certificate, filing, insured

HIDDEN = re.compile(r'<input type="hidden" name="(turn|once)" value="([^"]*)"')


def address(case: Case, key: str) -> str:
    return reverse("cases:make_move", args=[case.number, key])


def hidden(client: Any, place: str) -> dict[str, str]:
    return dict(HIDDEN.findall(client.get(place).content.decode()))


def test_confirmation_shows_letter_and_warns_where_it_hurts(cast: Cast) -> None:
    case = filing_case(cast)

    shown = cast.client(cast.liu).get(address(case, "decline")).content.decode()

    assert "不予备案告知书" in shown
    assert "我已核对，确认办理" in shown


def test_an_address_fills_in_what_the_move_asks_and_nothing_else(cast: Cast) -> None:
    case = filing_case(cast)

    shown = cast.client(cast.liu).get(address(case, "record"), {"site": "020001", "turn": "99"})

    assert 'value="020001"' in shown.content.decode()
    assert 'value="99"' not in shown.content.decode()


def test_what_was_handed_in_is_read_beside_the_form(cast: Cast) -> None:
    case = filing_case(cast)

    shown = cast.client(cast.liu).get(address(case, "record")).content.decode()

    assert "看本件填报的内容和附件" in shown
    assert "最高等级" in shown
    assert "assessors.pdf" in shown


def test_move_of_another_is_refused(cast: Cast) -> None:
    case = filing_case(cast)

    assert cast.client(cast.clerk).get(address(case, "record")).status_code == 403
    assert cast.client(cast.clerk).post(address(case, "record"), {"turn": "1"}).status_code in {
        403, 422,
    }  # fmt: skip
    assert cast.client(cast.stranger).get(address(case, "record")).status_code == 403


def test_unknown_move_is_not_found(cast: Cast) -> None:
    assert cast.client(cast.liu).get(address(filing_case(cast), "no-such")).status_code == 404


def test_missing_reason_and_confirmation_keep_what_was_typed(cast: Cast) -> None:
    case = filing_case(cast)
    client = cast.client(cast.liu)
    place = address(case, "decline")

    answer = client.post(place, {**hidden(client, place), "reason": "材料不符。"})

    assert answer.status_code == 422
    assert "材料不符。" in answer.content.decode()
    case.refresh_from_db()
    assert case.stage == "acceptance"


def test_unmet_condition_is_told_and_the_draft_survives(cast: Cast) -> None:
    case = filing_case(cast, own_business=False)
    client = cast.client(cast.liu)
    place = address(case, "record")

    answer = client.post(place, {**hidden(client, place), "site": "020001"})

    assert answer.status_code == 422
    assert "职业与主营业务相关" in answer.content.decode()
    assert Draft.objects.get(move="record").answers["site"] == "020001"
    assert "020001" in client.get(place).content.decode()


def test_second_of_two_officers_is_told_who_was_faster(cast: Cast) -> None:
    case = filing_case(cast)
    liu, sun = cast.client(cast.liu), cast.client(cast.sun)
    place = address(case, "decline")
    told = {**hidden(sun, place), "reason": "材料不符。", "confirmed": "on"}
    liu.post(place, {**hidden(liu, place), "reason": "材料不符。", "confirmed": "on"})

    answer = sun.post(place, told)

    assert answer.status_code == 409
    assert "市南区人社局已于2026-09-01办理了“不予备案”" in answer.content.decode()
    assert reverse("cases:show_case", args=[case.number]) in answer.content.decode()


def test_second_click_is_the_first(cast: Cast) -> None:
    case = filing_case(cast)
    client = cast.client(cast.liu)
    place = address(case, "decline")
    told = {**hidden(client, place), "reason": "材料不符。", "confirmed": "on"}

    first, second = client.post(place, told), client.post(place, told)

    assert first.status_code == second.status_code == 302
    assert case.letters.count() == 1


def test_proof_comes_with_the_answer(cast: Cast) -> None:
    case = reminded(cast)
    client = cast.client(cast.clerk)
    place = address(case, "answer")
    told = {
        **hidden(client, place), "answer": "已安排补发。",
        "upload": SimpleUploadedFile("proof.pdf", PDF),
    }  # fmt: skip

    client.post(place, told)

    assert Attachment.objects.get(case=case).name == "proof.pdf"


@pytest.mark.parametrize("decided", [False, True])
def test_amount_is_shown_before_it_is_granted(cast: Cast, decided: bool) -> None:
    insured(cast)
    case = claim(cast, certificate(cast).number)
    if decided:
        decide_amounts(cast)

    shown = cast.client(cast.liu).get(address(case, "grant")).content.decode()

    assert ("¥2,000.00" in shown) is decided
    assert ("金额尚不能确定" in shown) is not decided
    assert ("技能提升补贴标准·高级工：待核" in shown) is not decided


def decide_amounts(cast: Cast) -> None:
    made = instruments.propose(
        "c2_skills/skill_upgrade_subsidy:amount",
        value={"junior": "1000", "intermediate": "1500", "senior": "2000"},
        valid_from=DAY.replace(month=1, day=1),
        instrument=Instrument(title="通知"),
        by=cast.liu,
        on=DAY,
    )
    instruments.approve(made.pk, by=cast.zheng, on=DAY)


def test_assigned_case_is_its_officers(cast: Cast) -> None:
    case = filing_case(cast)
    casework.take(case.number, by=cast.sun, on=DAY)

    assert cast.client(cast.liu).get(address(case, "record")).status_code == 403


def test_what_is_answered_can_be_read_beside_the_form(cast: Cast) -> None:
    filing(cast)
    case = quality.told(cast)

    page = cast.client(cast.clerk).get(address(case, "answer")).content.decode()

    assert "看本件的情况" in page
    assert "查明的问题" in page
