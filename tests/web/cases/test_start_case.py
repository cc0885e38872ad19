"""The declared form: nothing asked twice, nothing lost."""

from datetime import date

import pytest
from django.urls import reverse

from gongtu.engines.casework.models import Draft
from gongtu.registers.skills.models import Occupation
from tests.cast import FITTER, Cast
from tests.factories.skills import certificate, filing
from tests.scenarios import furnishing

FILING = reverse("cases:start_case", args=["assessor-filing"])
ANSWERS = {
    "occupation": FITTER, "lowest": "junior", "highest": "technician",
    "own_business": "true", "fund_drawn": "true", "staffed": "true",
}  # fmt: skip


def test_form_shows_what_is_known_and_asks_the_rest(cast: Cast) -> None:
    shown = cast.client(cast.clerk).get(FILING).content.decode()

    assert "91370200264574251E" in shown
    assert "评价的职业" in shown
    assert "评价工作方案" in shown


def test_wrong_role_is_refused(cast: Cast) -> None:
    answer = cast.client(cast.wang).get(FILING)

    assert answer.status_code == 403
    assert "由企业、评价机构发起" in answer.content.decode()
    english = cast.client(cast.wang).get(FILING, HTTP_ACCEPT_LANGUAGE="en").content.decode()
    assert "is opened by:" in english


def test_unknown_procedure_is_not_found(cast: Cast) -> None:
    address = reverse("cases:start_case", args=["no-such"])

    assert cast.client(cast.clerk).get(address).status_code == 404


def test_half_filled_form_is_kept_as_draft(cast: Cast) -> None:
    client = cast.client(cast.clerk)

    answer = client.post(FILING, {"occupation": FITTER, "lowest": "junior", "step": "check"})

    assert answer.status_code == 422
    assert "请改正以下内容" in answer.content.decode()
    assert Draft.objects.get().answers == {"occupation": FITTER, "lowest": "junior"}
    assert "已为您填入上次保存的内容" in client.get(FILING).content.decode()


def test_saving_asks_for_nothing(cast: Cast) -> None:
    answer = cast.client(cast.clerk).post(FILING, {"lowest": "junior", "step": "save"})

    assert answer.url == reverse("cases:list_cases")


def test_complete_form_leads_to_the_check(cast: Cast) -> None:
    answer = cast.client(cast.clerk).post(FILING, {**ANSWERS, "step": "check"})

    assert answer.url == reverse("cases:check_answers", args=["assessor-filing"])


def test_session_offers_only_occupations_on_file(cast: Cast) -> None:
    address = reverse("cases:start_case", args=["grade-assessment"])
    client = cast.client(cast.clerk)
    assert "装配钳工" not in client.get(address).content.decode()

    filing(cast)

    assert "装配钳工" in client.get(address).content.decode()


def test_worker_chooses_among_own_certificates(cast: Cast) -> None:
    held = certificate(cast)
    address = reverse("cases:start_case", args=["skill-upgrade-subsidy"])

    assert held.number in cast.client(cast.wang).get(address).content.decode()
    assert held.number not in cast.client(cast.li).get(address).content.decode()


@pytest.mark.parametrize("name", ["甲", "没有这家公司"])
def test_unclear_organisation_is_asked_again(cast: Cast, name: str) -> None:
    address = reverse("cases:start_case", args=["union-supervision"])
    told = {
        "enterprise": name, "breach": "wages", "found_on": "2026-08-20", "found": "欠薪。",
        "step": "check",
    }  # fmt: skip

    answer = cast.client(cast.union).post(address, told)

    assert answer.status_code == (302 if name == "甲" else 422)


def test_only_ones_own_records_can_be_chosen(cast: Cast) -> None:
    told = {"number": "R1", "kind": "city-chief-technician", "granted_on": date(2025, 5, 6)}
    furnishing.honour(cast.person(cast.wang), told)
    address = reverse("cases:start_case", args=["honour-allowance"])

    own = cast.client(cast.wang).get(address).content.decode()
    others = cast.client(cast.li).get(address).content.decode()

    assert "青岛市首席技师（荣誉称号） · R1" in own
    assert "R1" not in others


def test_title_is_applied_for_in_an_occupation_of_ones_own(cast: Cast) -> None:
    certificate(cast)
    Occupation.objects.create(code="6-20-01-02", name="车工")

    shown = cast.client(cast.wang).get(reverse("cases:start_case", args=["title-application"]))

    page = shown.content.decode()
    assert f'value="{FITTER}"' in page
    assert "6-20-01-02" not in page
