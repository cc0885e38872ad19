"""One standard: its history, its proposals, and four eyes."""

import re
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from gongtu.policy import get_parameter
from gongtu.registers.instruments.models import ParameterDecision
from tests.cast import DAY, Cast
from tests.factories.cases import PDF

KEY = "c2_skills/skill_upgrade_subsidy:claim_months"
ADDRESS = reverse("desk:show_decision", args=[KEY])


def proposed(cast: Cast) -> ParameterDecision:
    told = {
        "value": "18", "valid_from": "2026-09-01", "instrument": "关于申领期限的通知",
        "file": SimpleUploadedFile("notice.pdf", PDF),
    }  # fmt: skip
    cast.client(cast.liu).post(reverse("desk:propose_decision", args=[KEY]), told)
    return ParameterDecision.objects.get()


def settle(cast: Cast, by: Any, verb: str, decision: ParameterDecision, **told: str) -> Any:
    address = reverse(f"desk:{verb}_decision", args=[decision.pk])
    return cast.client(by).post(address, told, follow=True)


def test_second_officer_approves_and_the_value_holds(cast: Cast) -> None:
    decision = proposed(cast)
    assert re.search(r"/approve/", cast.client(cast.zheng).get(ADDRESS).content.decode())

    settle(cast, cast.zheng, "approve", decision)

    assert get_parameter(KEY).value(DAY).value == 18


def test_proposer_does_not_approve_own_proposal(cast: Cast) -> None:
    decision = proposed(cast)
    assert "/approve/" not in cast.client(cast.liu).get(ADDRESS).content.decode()

    answer = settle(cast, cast.liu, "approve", decision)

    assert answer.status_code == 403
    assert "不得批准自己提出" in answer.content.decode()


def test_second_decision_is_told_of_the_first(cast: Cast) -> None:
    decision = proposed(cast)
    settle(cast, cast.zheng, "reject", decision, reason="文件未生效。")

    answer = settle(cast, cast.zheng, "approve", decision)

    assert answer.status_code == 422
    assert "已退回" in answer.content.decode()


def test_proposer_takes_it_back(cast: Cast) -> None:
    decision = proposed(cast)

    shown = settle(cast, cast.liu, "withdraw", decision).content.decode()

    assert "已撤回" in shown


def test_document_is_downloaded_as_attachment(cast: Cast) -> None:
    decision = proposed(cast)
    place = reverse("desk:download_instrument", args=[decision.pk])

    answer = cast.client(cast.zheng).get(place)

    assert answer["Content-Disposition"].startswith("attachment")
    assert b"".join(answer.streaming_content) == PDF
    assert cast.client(cast.wang).get(place).status_code == 403


def test_unknown_standard_is_not_found(cast: Cast) -> None:
    place = reverse("desk:show_decision", args=["no/such:thing"])

    assert cast.client(cast.liu).get(place).status_code == 404
    assert settle(cast, cast.liu, "approve", ParameterDecision(pk=99)).status_code == 404


def test_district_proposes_but_does_not_settle_for_the_city(cast: Cast) -> None:
    decision = proposed(cast)
    assert "/approve/" not in cast.client(cast.sun).get(ADDRESS).content.decode()

    answer = settle(cast, cast.sun, "approve", decision)

    assert answer.status_code == 403
    assert "由市级机关批准" in answer.content.decode()
