"""Many people in one look: each agrees with their own map, and small numbers are hidden."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gongtu.parties.access import NotEntitled
from gongtu.parties.models import Division, Membership
from gongtu.registers.ladder import queries
from gongtu.registers.ladder.choices import Wait
from gongtu.registers.ladder.declare import GRADE
from gongtu.registers.ladder.models import StandardWording, Waiters
from gongtu.registers.ladder.services import count_waiters, waiting
from gongtu.registers.skills.choices import Grade
from tests.cast import DAY, FITTER, Cast, hire, raise_curtain
from tests.factories.skills import certificate

YEARS_BACK = (2, 4, 7, 9, 12, 16)


@pytest.fixture
def cast(db: None) -> Cast:
    """Six fitters of different standing, with 王师傅 a technician and 小李."""
    cast = raise_curtain()
    StandardWording.objects.create(
        occupation_id=FITTER, wording="2018", since=date(2020, 1, 1), standard="装配钳工",
        source="测试", confidence="high",
    )  # fmt: skip
    for serial, back in enumerate(YEARS_BACK, start=60):
        person = hire("钳工", serial, cast.bodies["works"])
        Membership.objects.filter(person=person).update(since=DAY.replace(year=2026 - back))
    Membership.objects.filter(kind="employment").update(occupation=FITTER)
    certificate(cast, grade=Grade.TECHNICIAN, issued_on=date(2024, 3, 1))
    return cast


def fitters() -> list:
    return list(Membership.objects.filter(occupation=FITTER).values_list("person", flat=True))


def test_all_at_once_say_what_each_ones_own_map_says(cast: Cast) -> None:
    """The nearest to 中级工, day by day, as eight maps tell it one by one."""
    aim = queries.Aim(GRADE, Grade.INTERMEDIATE)
    at_once = queries.soonest_to(fitters(), FITTER, [aim], most=9, on=DAY)

    alone = {
        person: one.soonest
        for person in fitters()
        for one in queries.map_of(person, FITTER, on=DAY).reach
        if one.aim == aim
    }
    assert cast.wang.person not in alone
    assert {one.person: one.on for one in at_once[aim]} == alone


def test_the_number_of_queries_does_not_grow_with_the_crowd(cast: Cast) -> None:
    def cost(people: list) -> int:
        with CaptureQueriesContext(connection) as captured:
            queries.waiting_in(people, FITTER, on=DAY)
        return len(captured)

    assert cost(fitters()) == cost(fitters()[:1])


def test_who_waits_on_what_is_counted_and_small_numbers_are_hidden(cast: Cast) -> None:
    assert count_waiters(on=DAY) == count_waiters(on=DAY) == len(YEARS_BACK) + 2

    waits = queries.waiting_in(fitters(), FITTER, on=DAY)
    assert waits[cast.wang.person].grade is Grade.SENIOR_TECHNICIAN
    junior = [one.wait for one in waits.values() if one.grade is Grade.JUNIOR]
    assert junior == [Wait.ASSESSMENT] * 7
    clogs, together = queries.clogs_of(FITTER, by=cast.liu, on=DAY)
    assert together == {Grade.JUNIOR: 7, Grade.SENIOR_TECHNICIAN: None}
    assert {(one.wait, one.people[Grade.JUNIOR]) for one in clogs} >= {(Wait.ASSESSMENT, 7)}
    assert queries.count_waiting(by=cast.liu, on=DAY) == {FITTER: 8}


def test_nothing_is_locked_while_it_counts(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """On SQLite nobody else could write meanwhile."""
    before, during = len(connection.savepoint_ids), []

    def counting(*told: Any, **also: Any) -> dict[UUID, queries.Waiting]:
        during.append(len(connection.savepoint_ids))
        return queries.waiting_in(*told, **also)

    monkeypatch.setattr(waiting, "waiting_in", counting)
    count_waiters(on=DAY)

    assert set(during) == {before}


def test_too_few_are_not_told_at_all_and_nobody_else_is_told_anything(cast: Cast) -> None:
    Membership.objects.exclude(person__in=[cast.wang.person, cast.li.person]).delete()
    count_waiters(on=DAY)

    assert queries.count_waiting(by=cast.liu, on=DAY) == {FITTER: None}
    clogs, together = queries.clogs_of(FITTER, by=cast.liu, on=DAY)
    assert {n for one in clogs for n in one.people.values()} <= {None, 0}
    assert set(together.values()) == {None}
    for by in (cast.clerk, cast.wang, cast.education):
        with pytest.raises(NotEntitled):
            queries.count_waiting(by=by, on=DAY)


def test_another_area_sees_none_of_it(cast: Cast) -> None:
    count_waiters(on=DAY)
    Division.objects.create(
        code="370203", name="市北区", level="district", parent=cast.district.parent
    )
    Waiters.objects.update(division="370203")

    assert queries.count_waiting(by=cast.liu, on=DAY) == {}
    assert queries.count_waiting(by=cast.zheng, on=DAY) == {FITTER: 8}
