"""A body gives up what it filed: nothing open, a reason, and its certificates keep their worth."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from gongtu.base.errors import Refused
from gongtu.engines.casework import services as casework
from gongtu.records.journal.queries import list_chain, text_of
from gongtu.registers.skills import services as skills
from gongtu.registers.skills.choices import CertificateStatus, Grade
from gongtu.registers.skills.models import AssessorFiling, Certificate
from gongtu.registers.skills.queries import find_filing, was_filed
from tests.cast import DAY, FITTER, Cast
from tests.factories.sessions import planned
from tests.factories.skills import certificate, filing

TOLD = {"reason": "不再生产这一类产品。", "confirmed": "on"}
SESSIONS = reverse("enterprise:list_sessions")


@pytest.fixture
def filed(cast: Cast) -> AssessorFiling:
    filing(cast)
    return AssessorFiling.objects.get()


def address(filing: AssessorFiling) -> str:
    return reverse("enterprise:give_up_filing", args=[filing.pk])


def given_up(cast: Cast, filing: AssessorFiling, **told: Any) -> Any:
    return cast.client(cast.clerk).post(address(filing), told or TOLD)


def public(cast: Cast) -> str:
    there = reverse("public:show_assessor", args=[cast.bodies["works"].pk])
    return Client().get(there).content.decode()


def test_it_is_given_up_from_the_day_and_the_public_reads_so(
    cast: Cast, filed: AssessorFiling
) -> None:
    assert "自行放弃" not in public(cast)
    works = cast.bodies["works"].pk

    assert given_up(cast, filed).url == SESSIONS

    filed.refresh_from_db()
    assert (filed.until, filed.given_up) == (DAY, True)
    assert find_filing(works, FITTER, Grade.SENIOR, on=DAY) is None
    ended = list(list_chain(f"organisation:{works}"))[-1]
    assert (ended.kind, text_of(ended)) == ("filing-ended", TOLD["reason"])
    assert "自行放弃、不再评价的" in public(cast)
    assert "现在没有有效备案" in public(cast)
    assert "还没有有效的备案" in cast.client(cast.clerk).get(SESSIONS).content.decode()


def test_what_was_certified_keeps_its_worth(cast: Cast, filed: AssessorFiling) -> None:
    held = certificate(cast, issued_on=DAY - timedelta(days=1))

    given_up(cast, filed)

    assert Certificate.objects.get(number=held.number).status == CertificateStatus.VALID
    assert was_filed(cast.bodies["works"].pk, FITTER, Grade.SENIOR, on=held.issued_on)


def test_an_open_session_stands_in_the_way_and_is_named(cast: Cast, filed: AssessorFiling) -> None:
    case = planned(cast)
    page = cast.client(cast.clerk).get(address(filed)).content.decode()

    assert case.number in page
    assert "confirmed" not in page
    refused = given_up(cast, filed)
    assert refused.status_code == 422
    with pytest.raises(skills.FilingInUse, match=case.number):
        skills.give_up_filing(filed.pk, reason="不再评价。", by=cast.clerk, on=DAY)

    casework.make_move(case.number, "cancel", reason="不再评价。", by=cast.clerk, on=DAY)
    assert given_up(cast, filed).url == SESSIONS


@pytest.mark.parametrize("left_out", ["reason", "confirmed"])
def test_a_reason_and_a_confirmation_are_asked(
    cast: Cast, filed: AssessorFiling, left_out: str
) -> None:
    told = {name: value for name, value in TOLD.items() if name != left_out}

    assert given_up(cast, filed, **told).status_code == 422
    assert not AssessorFiling.objects.get().given_up


def test_the_register_asks_for_a_reason(cast: Cast, filed: AssessorFiling) -> None:
    with pytest.raises(Refused, match="理由"):
        skills.give_up_filing(filed.pk, reason=" ", by=cast.clerk, on=DAY)


def test_it_is_given_up_once_and_not_on_its_first_day(cast: Cast, filed: AssessorFiling) -> None:
    with pytest.raises(skills.NothingFiled, match="从明日起"):
        skills.give_up_filing(filed.pk, reason="不再评价。", by=cast.clerk, on=filed.since)
    given_up(cast, filed)

    assert given_up(cast, filed).status_code == 422
    assert "已经终止" in cast.client(cast.clerk).get(address(filed)).content.decode()


def test_one_that_rests_is_given_up_and_rests_no_more(cast: Cast, filed: AssessorFiling) -> None:
    works, since = cast.bodies["works"].pk, date(2026, 8, 1)
    skills.suspend_filings(works, "", case_number="1", reason="评分不实。", by=cast.liu, on=since)

    given_up(cast, filed)

    assert filed.suspensions.get().until == DAY


def test_another_bodys_is_not_there_and_an_office_gives_nothing_up(
    cast: Cast, filed: AssessorFiling
) -> None:
    there = address(filed)

    assert cast.client(cast.other_clerk).post(there, TOLD).status_code == 404
    assert cast.client(cast.liu).post(there, TOLD).status_code == 403
    with pytest.raises(Refused):
        skills.give_up_filing(filed.pk, reason="不再评价。", by=cast.other_clerk, on=DAY)
