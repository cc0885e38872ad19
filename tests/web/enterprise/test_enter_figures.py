"""Entering the figures of a year: kept, added to, refused where they cannot be."""

from datetime import date

from django.urls import reverse

from gongtu.base.money import Yuan
from gongtu.registers.employers import queries
from tests.cast import DAY, Cast

ADDRESS = reverse("enterprise:enter_figures")
LAST = f"{ADDRESS}?year=2025"
TOLD = {
    "wages": "1000000", "fund_drawn": "15000.00", "fund_used": "10000", "frontline_used": "7000",
    "source": "财务报表",
}  # fmt: skip


def figures(cast: Cast, year: int = 2025):
    return queries.find_year(cast.bodies["works"].pk, year, told_by=DAY)


def test_figures_of_last_year_settle_whether_the_fund_is_met(cast: Cast) -> None:
    landed = cast.client(cast.clerk).post(LAST, TOLD, follow=True).content.decode()

    assert figures(cast).wages == Yuan(1_000_000).fen
    assert "记录显示已经做到" in landed
    assert "已登记" in landed


def test_days_of_this_year_are_kept_and_shown_again(cast: Cast) -> None:
    client = cast.client(cast.clerk)
    client.post(ADDRESS, {"congress_held_on": "2026-05-06", "source": "会议记录"})

    assert figures(cast, 2026).congress_held_on == date(2026, 5, 6)
    assert "2026-05-06" in client.get(ADDRESS).content.decode()


def test_what_is_left_empty_stays_as_it_was(cast: Cast) -> None:
    client = cast.client(cast.clerk)
    client.post(LAST, TOLD)
    client.post(LAST, {"employee_directors": "1", "source": "董事会决议"})

    assert (figures(cast).wages, figures(cast).employee_directors) == (Yuan(1_000_000).fen, 1)


def test_more_for_the_front_line_than_was_used_is_refused(cast: Cast) -> None:
    answer = cast.client(cast.clerk).post(LAST, {**TOLD, "frontline_used": "10000.01"})

    assert answer.status_code == 422
    assert "不能多于" in answer.content.decode()
    assert figures(cast) is None


def test_without_a_source_nothing_is_kept(cast: Cast) -> None:
    answer = cast.client(cast.clerk).post(LAST, {**TOLD, "source": ""})

    assert answer.status_code == 422
    assert figures(cast) is None


def test_worker_enters_nothing(cast: Cast) -> None:
    assert cast.client(cast.wang).post(LAST, TOLD).status_code == 403
    assert figures(cast) is None
