"""Writing figures, certifications and platforms; and every refusal."""

from datetime import date

import pytest
from django.db import Error, transaction

from gongtu.base.money import Yuan
from gongtu.parties.capacity import CLOCK
from gongtu.registers.employers import queries
from gongtu.registers.employers import services as employers
from gongtu.registers.employers.choices import PlatformKind, Recogniser
from gongtu.registers.employers.models import EmployerYear
from tests.scenarios.town import Town

DAY = date(2026, 9, 1)
PLATFORM = employers.Recognised(
    kind=PlatformKind.MASTER_STUDIO,
    name="张师傅技能大师工作室",
    level=Recogniser.NATIONAL,
    recognised_on=date(2026, 4, 1),
    instrument="认定文件",
    floor_area=80,
)


@pytest.fixture
def works(town: Town) -> int:
    return town.bodies["works"].pk


def record(works: int, year: int = 2025, source: str = "财务报表", **told: object) -> EmployerYear:
    return employers.record_year(works, year, source=source, by=CLOCK, on=DAY, **told)


def test_what_is_told_later_is_added_to_what_was_told(works: int) -> None:
    record(works, wages=Yuan(1_000_000), fund_drawn=Yuan(20_000))
    record(works, fund_drawn=Yuan(25_000))

    (row,) = queries.list_years(works, told_by=DAY)

    assert (row.wages, row.fund_drawn) == (100_000_000, 2_500_000)
    assert EmployerYear.objects.count() == 2


def test_figures_told_later_are_not_known_before(works: int) -> None:
    record(works, wages=Yuan(1))

    assert queries.find_year(works, 2025, told_by=date(2026, 8, 31)) is None
    assert queries.find_year(works, 2025, told_by=DAY) is not None


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"source": " "}, "写明依据"),
        ({"year": 2027}, "尚未到来的年度"),
        ({"wages": Yuan(-1)}, "不能为负"),
        ({"fund_used": Yuan(1), "frontline_used": Yuan(2)}, "不能多于"),
        ({"frontline_used": Yuan(2)}, "不能多于"),
        ({"plan_made_on": date(2026, 9, 2)}, "尚未到来的日期"),
    ],
)
def test_figures_that_cannot_be_are_refused(works: int, told: dict, says: str) -> None:
    with pytest.raises(employers.FiguresWrong, match=says):
        record(works, **told)
    assert queries.list_years(works, told_by=DAY) == []


def test_figures_once_told_are_not_changed(works: int) -> None:
    record(works, wages=Yuan(1))

    with pytest.raises(Error, match="append-only"), transaction.atomic():
        EmployerYear.objects.update(wages=2)


def test_certification_holds_until_the_day_it_ends(works: int) -> None:
    row = employers.record_certification(
        works, level=Recogniser.PROVINCIAL, since=date(2025, 1, 1), instrument="名单", by=CLOCK,
        on=DAY,
    )  # fmt: skip
    employers.end_certification(row.pk, until=date(2026, 1, 1), by=CLOCK, on=DAY)

    assert queries.find_certification(works, date(2024, 12, 31)) is None
    assert queries.find_certification(works, date(2025, 12, 31)) == row
    assert queries.find_certification(works, date(2026, 1, 1)) is None


def test_platforms_have_keys_of_their_own(works: int) -> None:
    one = employers.recognise_platform(works, PLATFORM, by=CLOCK, on=DAY)
    other = employers.recognise_platform(works, PLATFORM, by=CLOCK, on=DAY)

    assert (one.key, other.key) == ("P202600001", "P202600002")
    assert list(queries.list_platforms(works)) == [one, other]


def test_platform_brings_its_grant_once(works: int) -> None:
    key = employers.recognise_platform(works, PLATFORM, by=CLOCK, on=DAY).key
    employers.record_grant(key, case_number="20260000001", on=DAY)

    with pytest.raises(employers.AlreadyGranted):
        employers.record_grant(key, case_number="20260000002", on=DAY)
