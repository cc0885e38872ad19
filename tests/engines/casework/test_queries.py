"""Lists, counts and measures: right, paged, and at a fixed number of queries."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gongtu.base.errors import Refused
from gongtu.engines.casework import measures, queries
from gongtu.engines.casework.authority import may_see
from gongtu.engines.casework.queries import Filters, Standing
from gongtu.engines.casework.services import make_move, object_to_notice, take, withdraw
from gongtu.engines.indicators.declare import Within
from gongtu.parties.capacity import PUBLIC
from gongtu.parties.roles import Role
from tests.engines.casework.conftest import DAY, City

SEPTEMBER = Within(date(2026, 9, 1), date(2026, 10, 1))
LATE = date(2026, 9, 22)


def test_the_queue_is_paged_by_urgency(city: City) -> None:
    later = city.claim(on=date(2026, 9, 8))
    sooner = [city.claim() for _ in range(3)]
    page = queries.list_queue(city.officer, on=DAY, limit=2)
    assert page.cases == sooner[:2]
    rest = queries.list_queue(city.officer, after=page.next, on=DAY, limit=2)
    assert (rest.cases, rest.next) == ([sooner[2], later], "")
    with pytest.raises(Refused):
        queries.list_queue(city.officer, after="x", on=DAY)


def test_the_queue_is_narrowed(city: City) -> None:
    one, two = city.claim(), city.claim(answers={"tool": "large"}, on=date(2026, 9, 8))
    take(one.number, by=city.officer, on=DAY)

    def found(**narrowed: object) -> list[str]:
        page = queries.list_queue(city.officer, Filters(**narrowed), on=LATE)
        return [case.number for case in page.cases]

    assert found() == [one.number, two.number]
    assert found(text="大件") == [two.number]
    assert found(text="王师傅") == [one.number, two.number]
    assert found(overdue=True) == [one.number]
    assert found(mine=True) == [one.number]
    assert found(stage="notice") == []
    assert queries.count_queue(city.officer, on=LATE) == {"tool-subsidy": 2}


def test_a_supervising_office_sees_the_desks_below(city: City) -> None:
    case = city.claim()
    page = queries.list_queue(city.officer, Filters(division="370202"), on=DAY)
    assert page.cases == [case]
    assert queries.list_queue(city.worker, on=DAY).cases == []


def test_a_longer_queue_asks_no_more_queries(city: City) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as made:
            for case in queries.list_queue(city.officer, on=DAY).cases:
                assert (case.division.name, str(case.assignee)) == ("南区", "None")
        return len(made)

    city.claim()
    few = asked()
    for _ in range(8):
        city.claim()
    assert asked() == few == 1


def test_counts_tell_open_and_late(city: City) -> None:
    city.claim()
    withdraw(city.claim().number, by=city.worker, on=DAY)
    assert queries.count_standing(on=LATE, division="370200") == {"tool-subsidy": Standing(1, 1)}
    assert queries.count_open_by_stage("tool-subsidy", on=LATE) == {"review": Standing(1, 1)}
    assert len(queries.overdue_cases(on=LATE, procedure="tool-subsidy").cases) == 1
    assert queries.overdue_cases(on=DAY).cases == []


def test_search_finds_only_what_one_may_see(city: City) -> None:
    case = city.claim()
    for by in (city.worker, city.officer):
        assert list(queries.search_cases("小件", by)) == [case]
    assert list(queries.search_cases(case.number, city.stranger)) == []
    assert list(queries.search_cases("王师傅", city.officer)) == [case]
    assert list(queries.search_cases(" ", city.officer)) == []


def test_lists_hold_what_one_may_open(city: City) -> None:
    case = city.claim()
    government = replace(city.officer, role=Role.GOVERNMENT, division="370200", organisation=None)
    elsewhere = replace(government, division="370203")
    federation = replace(government, role=Role.FEDERATION)
    for by in (city.worker, city.officer, city.stranger, government, elsewhere, federation):
        assert (case in queries.list_seen(by)) == may_see(case, by)
    assert may_see(case, government)
    assert not may_see(case, federation)


def test_the_worker_sees_own_cases_and_what_waits(city: City) -> None:
    case = city.claim()
    assert list(queries.list_cases_of(city.worker)) == [case]
    assert list(queries.waiting_for(city.worker)) == []
    make_move(case.number, "ask_more", by=city.officer, on=DAY, reason="补凭证")
    assert list(queries.waiting_for(city.worker)) == [case]
    assert list(queries.list_cases_of(city.stranger)) == []


def test_the_course_is_a_line_from_done_to_next(city: City) -> None:
    number = city.claim().number
    make_move(number, "grant", by=city.officer, on=DAY)
    steps = queries.course_of(queries.get_case(number), on=DAY)
    assert [(step.key, step.when) for step in steps] == [
        ("review", "done"), ("notice", "now"), ("payable", "next"), ("paid", "next"),
    ]  # fmt: skip
    assert (steps[0].left_on, steps[1].who) == (DAY, "南区人社局")


def test_notices_are_public_while_they_run(city: City) -> None:
    make_move(city.claim().number, "grant", by=city.officer, on=DAY)
    (notice,) = queries.public_notices(date(2026, 9, 8))
    object_to_notice(notice.pk, text="异议", by=PUBLIC, on=DAY, name="某人", contact="电话")
    assert not queries.public_notices(date(2026, 9, 9)).exists()
    with pytest.raises(Refused, match="结束"):
        object_to_notice(notice.pk, text="太晚", by=PUBLIC, on=date(2026, 9, 9))


def test_what_else_may_be_done_follows_who_asks(city: City) -> None:
    case = city.claim()
    assert queries.rights_of(case, city.worker) == {"attach", "withdraw"}
    assert queries.rights_of(case, city.officer) == {
        "attach", "take", "assign", "hand_over", "declare_conflict", "extend",
    }  # fmt: skip
    assert queries.rights_of(case, city.stranger) == frozenset()


def test_measures_count_and_show_what_they_counted(city: City) -> None:
    paid = city.claim()
    make_move(paid.number, "grant", by=city.officer, on=DAY)
    make_move(paid.number, "confirm", by=city.officer, on=date(2026, 9, 9))
    make_move(paid.number, "pay", by=city.colleague, on=date(2026, 9, 9))
    open_still = city.claim()
    for measure, expected in (
        (measures.cases_opened("tool-subsidy"), 2),
        (measures.ended_in("tool-subsidy", "paid"), 1),
        (measures.made("tool-subsidy", "grant"), 1),
        (measures.days_taken("tool-subsidy"), 8),
        (measures.money_paid("tool-subsidy"), 30000),
        (measures.letters_sent("tool-subsidy", "decision"), 1),
        (measures.overdue("tool-subsidy"), 1),
    ):
        assert measure.tally(SEPTEMBER) == {"": expected}
        assert measure.tally(SEPTEMBER, by="division") == {"370202": expected}
        assert measure.behind(SEPTEMBER, limit=5)[0].kind == "case"
    (late,) = measures.overdue("tool-subsidy", "review").behind(SEPTEMBER, limit=5)
    assert (late.key, late.division) == (open_still.number, "370202")
    opened = measures.cases_opened("tool-subsidy")
    assert [b.key for b in opened.behind(SEPTEMBER, limit=1, after=paid.number)] == [late.key]
