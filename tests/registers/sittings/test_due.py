"""Results are due so long after the session, not after it was planned."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from gongtu.policy import calendar, providers
from gongtu.policy.values import DecidedValue
from gongtu.provisions.c3_careers.grade_assessment.rules import POLICY
from tests.cast import DAY, Cast
from tests.factories.sessions import planned

TERM = 30


@pytest.fixture(autouse=True)
def decided() -> Iterator[None]:
    """As if two officers had settled how long entering results may take."""
    key, since = POLICY["result_days"].key, date(2026, 1, 1)
    value = DecidedValue(since=since, value=TERM, instrument="测试", source="测试")
    before = providers.use_decisions(lambda asked: [value] if asked == key else [])
    yield
    providers.use_decisions(before)


def test_the_term_runs_from_the_day_of_the_session(cast: Cast) -> None:
    held_on = DAY + timedelta(days=49)

    due = planned(cast, held_on).legal_due

    assert due == calendar.active().add(held_on, TERM)


def test_of_a_session_entered_afterwards_it_runs_from_that_day(cast: Cast) -> None:
    assert planned(cast, DAY - timedelta(days=9)).legal_due == calendar.active().add(DAY, TERM)
