"""Limits, standing still, running on, extending, and what the clock does when it is late."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from gongtu.base.errors import Refused
from gongtu.engines.casework import clock, queries
from gongtu.engines.casework.models import Case
from gongtu.engines.casework.refusals import AlreadyDone, LimitMissing, WrongHands
from gongtu.engines.casework.services import extend, make_move, open_case, run_clock
from gongtu.policy import calendar
from gongtu.records.jobs.queries import get_job
from gongtu.records.jobs.services import start
from gongtu.records.journal.models import JournalEntry
from tests.engines.casework.conftest import DAY, City

DAYS = st.dates(min_value=date(2026, 1, 1), max_value=date(2026, 12, 31))


@given(start=DAYS, limit=st.integers(1, 60), used=st.integers(0, 60), away=st.integers(0, 200))
def test_used_and_remaining_working_days_are_the_limit(
    start: date, limit: int, used: int, away: int
) -> None:
    working = calendar.active()
    due = working.add(start, limit)
    left = min(working.add(start, used), due)
    back = left + timedelta(days=away)
    again = clock.resumed(due, left_on=left, back_on=back, unit="工作日")
    assert again is not None
    assert working.between(start, left) + working.between(back, again) == limit


@given(start=DAYS, late=st.integers(1, 30), away=st.integers(0, 100))
def test_who_was_late_before_standing_still_stays_late(start: date, late: int, away: int) -> None:
    left = start + timedelta(days=late)
    back = left + timedelta(days=away)
    assert clock.resumed(start, left_on=left, back_on=back, unit="日") == start


def test_time_before_the_applicant_does_not_count(city: City) -> None:
    number = city.claim().number
    make_move(number, "ask_more", by=city.officer, on=date(2026, 9, 8), reason="补凭证")
    case = make_move(number, "resubmit", by=city.worker, on=date(2026, 9, 28))
    assert (case.legal_due, case.promised_due) == (date(2026, 10, 23), date(2026, 10, 12))
    run = case.runs.get(left_on=None)
    assert (run.stage, run.resumes) == ("review", case.runs.order_by("id").first())


def test_days_taken_leave_out_the_time_before_the_applicant(city: City) -> None:
    number = city.claim().number
    make_move(number, "ask_more", by=city.officer, on=date(2026, 9, 8), reason="补凭证")
    make_move(number, "resubmit", by=city.worker, on=date(2026, 9, 28))
    case = make_move(number, "refuse", by=city.officer, on=date(2026, 9, 30), reason="不符")
    assert case.days_taken == 9


def test_a_limit_that_is_unknown_gives_no_day_and_says_so(city: City) -> None:
    case = letter_case(city)
    assert (case.legal_due, case.due_order) == (None, date.max)
    now = next(s for s in queries.course_of(case, on=DAY) if s.when == "now")
    assert [(term.name, term.valued.value) for term in now.terms] == [("legal", None)]


def test_a_limit_is_extended_once_within_the_maximum(city: City) -> None:
    case = city.claim()
    with pytest.raises(Refused, match="最长可以延长10工作日"):
        extend(case.number, reason="案情复杂", by=city.officer, on=DAY, count=11)
    with pytest.raises(WrongHands):
        extend(case.number, reason="案情复杂", by=city.worker, on=DAY)
    case = extend(case.number, reason="案情复杂", by=city.officer, on=DAY, count=5)
    assert case.legal_due == date(2026, 10, 12)
    with pytest.raises(AlreadyDone):
        extend(case.number, reason="再延", by=city.officer, on=DAY)


def test_an_extension_lasts_through_standing_still(city: City) -> None:
    number = city.claim().number
    extend(number, reason="案情复杂", by=city.officer, on=DAY)
    make_move(number, "ask_more", by=city.officer, on=DAY, reason="补凭证")
    make_move(number, "resubmit", by=city.worker, on=DAY)
    with pytest.raises(AlreadyDone):
        extend(number, reason="再延", by=city.officer, on=DAY)


def test_what_has_no_limit_is_not_extended(city: City) -> None:
    with pytest.raises(LimitMissing):
        extend(letter_case(city).number, reason="等待", by=city.union, on=DAY)


def test_the_clock_reminds_once(city: City) -> None:
    case = city.claim()
    assert run_clock(date(2026, 9, 21)).changed == 0
    report = run_clock(date(2026, 9, 22))
    assert (report.late, report.handed_over, report.in_favour) == (1, 0, 0)
    assert run_clock(date(2026, 9, 23)).changed == 0
    case.refresh_from_db()
    assert (case.stage, case.late_since, case.turn) == ("review", date(2026, 9, 22), 1)
    late = JournalEntry.objects.get(kind="late")
    assert (late.actor_role, late.subject_person) == ("clock", city.worker.person)


def test_the_nightly_job_runs_the_clock(city: City) -> None:
    city.claim()
    payload = {"at": "2026-09-22T00:10:00+08:00", "on": "2026-09-22"}
    job = get_job(start("clock", owner=None, payload=payload).key)
    assert (job.state, job.done, job.outcome["late"]) == ("done", 1, 1)


def test_the_clock_hands_over_a_silent_stage(city: City) -> None:
    number = letter_case(city).number
    make_move(number, "remind", by=city.union, on=DAY, answers={"finding": "加班未付"})
    assert run_clock(date(2026, 9, 12)).handed_over == 1
    case = queries.get_case(number)
    assert (case.stage, case.holder_organisation_id) == ("silent", city.union.organisation)
    assert run_clock(date(2026, 9, 12)).changed == 0


def test_the_clock_decides_only_in_favour(city: City) -> None:
    number = letter_case(city).number
    make_move(number, "remind", by=city.union, on=DAY, answers={"finding": "加班未付"})
    make_move(number, "answer", by=city.enterprise, on=DAY, reason="已补发")
    assert run_clock(date(2026, 9, 12)).in_favour == 1
    assert queries.get_case(number).stage == "settled"
    entry = JournalEntry.objects.get(kind="moved", move="excuse")
    assert entry.actor_role == "clock"


def test_the_clock_asks_no_more_of_the_database_for_more_cases(city: City) -> None:
    def asked(cases: int) -> int:
        for _ in range(cases):
            city.claim()
        with CaptureQueriesContext(connection) as queries_made:
            assert run_clock(date(2026, 10, 30)).late == cases
        return len(queries_made)

    assert asked(2) == asked(12)


def letter_case(city: City) -> Case:
    """The union's matter against the enterprise."""
    return open_case(
        "union-letter", answers={"enterprise": str(city.works.pk)}, by=city.union, on=DAY
    )
