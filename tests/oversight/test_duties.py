"""Which duties an enterprise has by what it is: every kind of enterprise, enumerated."""

from datetime import date
from itertools import product

import pytest

from gongtu.base.money import Yuan
from gongtu.engines.entitlement.duties.asking import Bond
from gongtu.engines.entitlement.duties.registry import duties
from gongtu.law.obligations import Bearer
from gongtu.oversight.duties import Bound, changes_of, duties_of, last_year
from gongtu.oversight.norms import norms
from gongtu.parties import services as parties
from gongtu.parties.capacity import CLOCK
from gongtu.parties.choices import Size
from gongtu.parties.models import Organisation
from gongtu.parties.services import Standing
from gongtu.registers.employers import services as employers
from tests.cast import DAY, Cast

LINE = date(2026, 6, 15)
DEPENDING = {
    "soe-demonstration",
    "employee-director",
    "smaller-enterprises-trained",
    "bargaining-answered",
    "wage-contract-told",
}


def binding(body: Organisation, on: date = DAY) -> set[str]:
    return {b.asked.duty.key for b in duties_of(body.pk, on=on) if b.asked.bond is Bond.BINDS}


def stand(body: Organisation, standing: Standing, since: date = LINE) -> None:
    parties.record_standing(body, standing, since=since, source="年度报告", by=CLOCK, on=DAY)


@pytest.mark.parametrize(
    ("headcount", "state_owned", "size", "has_union"),
    list(product((299, 300), (False, True), (Size.MEDIUM, Size.LARGE), (False, True))),
)
def test_each_kind_of_enterprise_has_its_own_list(
    cast: Cast, headcount: int, state_owned: bool, size: Size, has_union: bool
) -> None:
    body = cast.bodies["works" if has_union else "other"]
    stand(body, Standing(headcount=headcount, state_owned=state_owned, size=size))

    expected = {
        *(["employee-director"] if headcount >= 300 else []),
        *(["soe-demonstration"] if state_owned else []),
        *(["smaller-enterprises-trained"] if size is Size.LARGE else []),
        *(["bargaining-answered", "wage-contract-told"] if has_union else []),
    }
    assert binding(body) & DEPENDING == expected


def test_what_does_not_depend_on_anything_binds_everybody(cast: Cast) -> None:
    every = {duty.key for duty in duties()} - DEPENDING

    assert binding(cast.bodies["other"]) == every


def test_every_must_of_an_enterprise_is_a_duty() -> None:
    """As far as the platform has anything to do with it."""
    owed = {key for duty in duties() for key in duty.fulfils}
    musts = {
        key
        for key, norm in norms().items()
        if {Bearer.ENTERPRISE, Bearer.SOE} & set(norm.bearers)
        and norm.force.binds
        and norm.concerns_platform
    }

    assert musts - owed == set()


@pytest.mark.parametrize("duty", duties(), ids=lambda duty: duty.key)
def test_norms_of_one_duty_bind_alike_and_rest_on_its_articles(duty) -> None:
    told = [norms()[key] for key in duty.fulfils]

    assert len({norm.force.binds for norm in told}) == 1
    assert {norm.article for norm in told} <= {article.number for article in duty.basis}


def test_musts_come_first_and_each_part_in_the_statutes_order(cast: Cast) -> None:
    told = duties_of(cast.bodies["works"].pk, on=DAY)
    places = {key: place for place, key in enumerate(norms())}

    order = [(not bound.must, places[bound.norm.key]) for bound in told]
    assert order == sorted(order)


def fund(bounds: list[Bound]) -> dict[str, str]:
    keys = ("education-fund-drawn", "education-fund-for-front-line")
    return {b.asked.duty.key: b.asked.fulfilment for b in bounds if b.asked.duty.key in keys}


@pytest.mark.parametrize(
    ("drawn", "front_line", "fulfilled"),
    [
        ("15000.00", "7000.00", ("met", "met")),
        ("14999.99", "7000.00", ("not-met", "met")),
        ("15000.00", "6999.99", ("met", "not-met")),
    ],
)
def test_education_fund_is_checked_to_the_fen(
    cast: Cast, drawn: str, front_line: str, fulfilled: tuple[str, str]
) -> None:
    """1.5 % of a million, and 70 % of ten thousand."""
    body = cast.bodies["works"]
    employers.record_year(
        body.pk, 2025, source="财务报表", by=CLOCK, on=DAY, wages=Yuan(1_000_000),
        fund_drawn=Yuan(drawn), fund_used=Yuan(10_000), frontline_used=Yuan(front_line),
    )  # fmt: skip

    assert tuple(fund(duties_of(body.pk, on=DAY)).values()) == fulfilled


def test_without_figures_nobody_knows_whether_the_fund_is_met(cast: Cast) -> None:
    assert set(fund(duties_of(cast.bodies["works"].pk, on=DAY)).values()) == {"unknown"}


def test_changes_are_told_the_latest_first_and_only_of_the_last_year(cast: Cast) -> None:
    body = cast.bodies["works"]
    stand(body, Standing(headcount=10, state_owned=False), date(2025, 1, 1))
    stand(body, Standing(headcount=300, state_owned=False), LINE)
    stand(body, Standing(headcount=300, state_owned=True), date(2026, 8, 3))

    changes = [
        (change.on, bound.asked.duty.key)
        for bound, change in changes_of(duties_of(body.pk, on=DAY), on=DAY)
    ]

    assert changes[:2] == [(date(2026, 8, 3), "soe-demonstration"), (LINE, "employee-director")]
    assert {day for day, _ in changes[2:]} == {date(2026, 3, 1)}
    later = date(2027, 8, 4)
    assert changes_of(duties_of(body.pk, on=later), on=later) == []


def test_the_last_year_ends_with_the_day_and_begins_a_year_before() -> None:
    assert last_year(date(2026, 9, 1)).since == date(2025, 9, 2)
    assert last_year(date(2026, 9, 1)).until == date(2026, 9, 2)
