"""A filing with a term ends by itself: no session is planned, marked or certified beyond it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from gongtu.engines.casework import services as casework
from gongtu.engines.casework.models import Case
from gongtu.engines.casework.refusals import AnswersWrong, ConditionsUnmet
from gongtu.policy import providers
from gongtu.policy.values import DecidedValue
from gongtu.provisions.c3_careers.assessor_filing.rules import POLICY
from gongtu.registers.skills import services as skills
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import AssessorFiling
from gongtu.registers.skills.queries import find_filing
from tests.cast import DAY, FITTER, Cast
from tests.factories.cases import filing_case
from tests.factories.sessions import planned

LAST = date(2026, 9, 30)
OVER = date(2026, 10, 1)


def recorded(cast: Cast, **told: Any) -> Case:
    """甲公司's filing is recorded."""
    case = filing_case(cast)
    answers = {"site": "020001", **told}
    return casework.make_move(case.number, "record", answers=answers, by=cast.liu, on=DAY)


@pytest.fixture
def of_two_years() -> Iterator[None]:
    """As if two officers had settled how long a filing is in force."""
    key, since = POLICY["valid_years"].key, date(2026, 1, 1)
    decided = DecidedValue(since=since, value=2, instrument="测试", source="测试")
    before = providers.use_decisions(lambda asked: [decided] if asked == key else [])
    yield
    providers.use_decisions(before)


def test_a_session_is_planned_within_the_term_and_not_beyond(cast: Cast) -> None:
    case = recorded(cast, until=OVER)

    assert planned(cast, LAST).stage == "planned"
    with pytest.raises(ConditionsUnmet) as unmet:
        planned(cast, OVER)

    assert [one.condition.key for one in unmet.value.findings] == ["within-filing"]
    assert "2026年10月1日届满" in case.letters.get().zh


def test_who_goes_on_files_anew(cast: Cast) -> None:
    recorded(cast, until=OVER)
    recorded(cast)

    assert planned(cast, OVER).stage == "planned"


def test_a_filing_that_has_a_term_can_be_ended_before(cast: Cast) -> None:
    recorded(cast, until=OVER)
    works, on = cast.bodies["works"].pk, date(2026, 9, 10)

    skills.end_filings(works, FITTER, reason="评分不实。", by=cast.liu, on=on)

    assert AssessorFiling.objects.get().until == on
    assert find_filing(works, FITTER, Grade.SENIOR, on=on) is None
    with pytest.raises(skills.NothingFiled):
        skills.suspend_filings(works, "", case_number="1", reason="x", by=cast.liu, on=OVER)


def test_without_a_term_it_lasts_and_once_decided_no_longer_than_that(
    cast: Cast, of_two_years: None
) -> None:
    with pytest.raises(AnswersWrong, match="不能晚于"):
        recorded(cast, until=date(2028, 9, 2))

    recorded(cast)

    assert AssessorFiling.objects.get().until == date(2028, 9, 1)


def test_anybody_reads_until_when_a_body_may_assess(cast: Cast, settings: Settings) -> None:
    settings.GONGTU_TODAY = DAY
    recorded(cast, until=OVER)
    works = cast.bodies["works"].pk

    shown = Client().get(reverse("public:show_assessor", args=[works])).content.decode()
    own = cast.client(cast.clerk).get(reverse("enterprise:list_sessions")).content.decode()
    told = Client().get(f"/api/v1/assessors/{works}").json()

    assert "有效期至2026年10月1日届满" in shown
    assert "有效期至2026年10月1日届满" in own
    assert [one["until"] for one in told["filings"]] == ["2026-10-01"]
