"""Every session whose notice has ended is issued by one confirmed click, each checked by itself."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from pytest_django.fixtures import Settings

from gongtu.base.speech import recalled, said
from gongtu.engines.casework import services as casework
from gongtu.records.jobs.models import Job
from gongtu.registers.skills.models import AssessmentSession, Certificate
from gongtu.registers.skills.services.issuing_together import issue_sessions
from tests.cast import DAY, Cast
from tests.factories import skills
from tests.factories.sittings import examined

ADDRESS, LIST = reverse("enterprise:issue_sessions"), reverse("enterprise:list_sessions")
LATER = DAY + timedelta(days=14)


@pytest.fixture
def waiting(cast: Cast, settings: Settings) -> list[str]:
    """Two sessions on notice since the first day; it is two weeks later."""
    skills.filing(cast)
    numbers = []
    for marks in ("王师傅 88 91\n小李 50 50", "王师傅 50 50\n小李 70 80"):
        number = examined(cast).number
        for move, answers in (("mark", {"marks": marks}), ("publish", None)):
            casework.make_move(number, move, by=cast.clerk, on=DAY, answers=answers)
        numbers.append(number)
    settings.GONGTU_TODAY = LATER
    return numbers


def issue(cast: Cast) -> Any:
    return cast.client(cast.clerk).post(ADDRESS, follow=True)


def test_all_are_issued_once(cast: Cast, waiting: list[str]) -> None:
    client = cast.client(cast.clerk)
    assert "2场公示期满" in client.get(LIST).content.decode()
    shown = client.get(ADDRESS).content.decode()
    assert all(number in shown for number in waiting)

    assert "2场已经核发" in issue(cast).content.decode()

    assert set(Certificate.objects.values_list("person__name", flat=True)) == {"王师傅", "小李"}
    assert issue(cast).status_code == 422
    assert "没有公示期满" in client.get(ADDRESS).content.decode()
    assert Certificate.objects.count() == 2
    assert Job.objects.filter(kind="sessions-issue").count() == 1


def test_before_the_notice_ends_nothing_waits(
    cast: Cast, waiting: list[str], settings: Settings
) -> None:
    settings.GONGTU_TODAY = DAY

    assert issue(cast).status_code == 422
    assert AssessmentSession.objects.filter(case_number__in=waiting, state="marked").count() == 2


def running(cast: Cast, numbers: list[str]) -> Job:
    """A run over these sessions, as somebody confirmed it."""
    payload = {
        "organisation": cast.bodies["works"].pk, "cases": numbers, "by": cast.clerk.as_json(),
        "on": LATER.isoformat(),
    }  # fmt: skip
    return Job.objects.create(
        kind="sessions-issue", payload=payload, state="running", owner_account=cast.clerk.account
    )


def test_what_the_case_refuses_is_told_and_passed_over(cast: Cast, waiting: list[str]) -> None:
    job = running(cast, waiting)
    casework.make_move(waiting[0], "stop", by=cast.liu, on=LATER, reason="考评人员未回避。")

    job.outcome = issue_sessions(job)
    job.state = "done"
    job.save()

    shown = cast.client(cast.clerk).get(reverse("enterprise:show_issuing", args=[job.pk]))
    assert "1场已经核发" in shown.content.decode()
    assert [one["number"] for one in job.outcome["refused"]] == [waiting[0]]
    assert said(recalled(job.outcome["refused"][0]["why"])) in shown.content.decode()
    assert Certificate.objects.count() == 1


def test_a_run_that_was_ended_goes_on_with_the_rest(cast: Cast, waiting: list[str]) -> None:
    casework.make_move(waiting[0], "issue", by=cast.clerk, on=LATER)
    job = running(cast, waiting)

    assert issue_sessions(job) == {"issued": 2, "refused": []}
    assert issue_sessions(job) == {"issued": 2, "refused": []}
    assert Certificate.objects.count() == 2
