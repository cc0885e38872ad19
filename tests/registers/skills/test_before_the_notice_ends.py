"""No door issues a session's certificates before its public notice is over."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse
from pytest_django.fixtures import Settings

from gongtu.base.speech import recalled, said
from gongtu.engines.casework import services as casework
from gongtu.engines.casework.models import Case, Notice
from gongtu.engines.casework.refusals import NoticeRunning, WrongHands
from gongtu.records.jobs.models import Job
from gongtu.registers.skills.models import AssessmentSession, Certificate
from gongtu.registers.skills.services import issuing_together
from gongtu.registers.skills.services.issuing_together import NothingToIssue
from tests.api.conftest import post
from tests.cast import DAY, Cast, raise_curtain
from tests.factories import skills
from tests.factories.sittings import examined, move, on_notice
from tests.web.cases.test_make_move import hidden

ON_TIME = "期满后方可办理"


@pytest.fixture
def cast(db: None) -> Cast:
    cast = raise_curtain()
    skills.filing(cast)
    return cast


@pytest.fixture
def case(cast: Cast) -> Case:
    """A session of 甲公司 whose results are on notice; 王师傅 passed."""
    return on_notice(cast, "王师傅 88 91\n小李 50 50")


@pytest.fixture
def last_day(case: Case) -> date:
    """The last day of the notice, on which anybody may still object."""
    until = Notice.objects.get(case=case).until
    assert until is not None
    return until


def nothing_issued(case: Case) -> bool:
    session = AssessmentSession.objects.get(case_number=case.number)
    case.refresh_from_db()
    return not Certificate.objects.exists() and (session.state, case.stage) == ("marked", "notice")


def test_the_move_is_refused_up_to_the_last_day_and_made_the_day_after(
    cast: Cast, case: Case, last_day: date
) -> None:
    for day in (DAY, last_day):
        with pytest.raises(NoticeRunning, match=ON_TIME):
            move(case, "issue", cast.clerk, on=day)
    assert nothing_issued(case)

    move(case, "issue", cast.clerk, on=last_day + timedelta(days=1))

    assert Certificate.objects.get().person == cast.person(cast.wang)


def test_no_notice_at_all_is_no_way_around_it(cast: Cast) -> None:
    case = examined(cast)
    move(case, "mark", cast.clerk, marks="王师傅 88 91\n小李 50 50")

    with pytest.raises(WrongHands):
        move(case, "issue", cast.clerk)
    move(case, "publish", cast.clerk)
    casework.make_move(case.number, "reopen", by=cast.clerk, on=DAY, reason="录入有误。")
    with pytest.raises(WrongHands):
        move(case, "issue", cast.clerk, on=DAY + timedelta(days=60))
    move(case, "publish", cast.clerk, on=DAY + timedelta(days=60))
    with pytest.raises(NoticeRunning, match=ON_TIME):
        move(case, "issue", cast.clerk, on=DAY + timedelta(days=60))

    assert nothing_issued(case)


def by_page(cast: Cast, case: Case) -> Any:
    place, client = reverse("cases:make_move", args=[case.number, "issue"]), cast.client(cast.clerk)
    return client.post(place, {**hidden(client, place), "confirmed": "on"})


def by_api(cast: Cast, case: Case) -> Any:
    told = {"turn": case.turn, "answers": {}}
    return post(cast.client(cast.clerk), f"/cases/{case.number}/moves/issue", told, "")


@pytest.mark.parametrize("door", [by_page, by_api])
def test_page_and_api_tell_the_reason(
    cast: Cast, case: Case, last_day: date, settings: Settings, door: Callable[[Cast, Case], Any]
) -> None:
    settings.GONGTU_TODAY = last_day
    case.refresh_from_db()

    answer = door(cast, case)

    assert answer.status_code in {409, 422}
    assert ON_TIME in answer.content.decode()
    assert nothing_issued(case)


def test_issuing_all_passes_over_what_is_on_notice(
    cast: Cast, case: Case, last_day: date, settings: Settings
) -> None:
    settings.GONGTU_TODAY = last_day
    works, address = cast.bodies["works"], reverse("enterprise:issue_sessions")

    with pytest.raises(NothingToIssue):
        issuing_together.start_issuing(works, by=cast.clerk, on=last_day)
    page = cast.client(cast.clerk).post(address, follow=True)

    assert page.status_code == 422
    assert "没有公示期满" in page.content.decode()
    assert not Job.objects.filter(kind=issuing_together.KIND).exists()
    assert nothing_issued(case)


def test_a_run_that_names_it_all_the_same_is_told_why_not(
    cast: Cast, case: Case, last_day: date
) -> None:
    payload = {
        "organisation": cast.bodies["works"].pk, "cases": [case.number],
        "by": cast.clerk.as_json(), "on": last_day.isoformat(),
    }  # fmt: skip
    job = Job.objects.create(
        kind=issuing_together.KIND, payload=payload, state="running",
        owner_account=cast.clerk.account,
    )  # fmt: skip

    outcome = issuing_together.issue_sessions(job)

    assert outcome["issued"] == 0
    assert ON_TIME in said(recalled(outcome["refused"][0]["why"]))
    assert nothing_issued(case)
