"""A proposal's effect, where the second officer approves it."""

from collections.abc import Iterator

import pytest
from django.urls import reverse

from gongtu.registers.instruments import services as instruments
from gongtu.registers.instruments.models import ParameterDecision
from tests.cast import DAY, Cast
from tests.web.desk.bench import MONTHS, decide, drafted, town_at_hand, workers

NOTICE = instruments.Instrument(title="通知")


@pytest.fixture(autouse=True)
def _town() -> Iterator[None]:
    with town_at_hand():
        yield


def address(decision: ParameterDecision) -> str:
    return reverse("desk:show_effect", args=[decision.pk])


def test_second_officer_sees_the_whole_draft_weighed_and_approves(cast: Cast) -> None:
    decide(cast)
    workers(cast, insured=24, many=6)
    draft = drafted(cast, months="24")
    proposals = instruments.propose_draft(draft, instrument=NOTICE, by=cast.liu, on=DAY)
    months = next(one for one in proposals if one.parameter == MONTHS)

    page = cast.client(cast.zheng).get(address(months))

    (benefit,) = page.context["effect"]["benefits"]
    assert (benefit["was"], benefit["then"]) == ("0", "6")
    assert [one["title"] for one in page.context["others"]] == ["技能提升补贴标准"]
    assert page.context["proposal"]["approve"] in page.content.decode()
    cast.client(cast.zheng).post(page.context["proposal"]["approve"])
    months.refresh_from_db()
    assert months.state == "approved"


def test_proposal_made_without_a_draft_is_weighed_alone(cast: Cast) -> None:
    decide(cast)
    workers(cast, insured=24, many=6)
    proposal = instruments.propose(
        MONTHS, value=24, valid_from=DAY, instrument=NOTICE, by=cast.liu, on=DAY
    )

    page = cast.client(cast.zheng).get(address(proposal))

    assert page.context["effect"]["benefits"][0]["then"] == "6"
    assert page.context["others"] == []


def test_other_office_is_told_who_decides(cast: Cast) -> None:
    proposal = instruments.propose(
        MONTHS, value=24, valid_from=DAY, instrument=NOTICE, by=cast.liu, on=DAY
    )

    answer = cast.client(cast.federation).get(address(proposal))

    assert answer.status_code == 403
    assert "由人力资源社会保障部门决定" in answer.content.decode()
