"""Proposing recognition with little typing; what cannot be is said at the field."""

from django.urls import reverse

from gongtu.engines.casework.models import Case
from tests.cast import DAY, FITTER, Cast
from tests.factories.skills import filing

ADDRESS = reverse("enterprise:propose_agreement")
LINE = f"{FITTER} 初级工 技师"
TOLD = {
    "partner": "乙", "ticked": [LINE], "since": DAY.isoformat(), "until": "2028-09-01",
    "notice_days": "30", "once": "a",
}  # fmt: skip


def post(cast: Cast, **changed: object):
    filing(cast)
    return cast.client(cast.clerk).post(ADDRESS, {**TOLD, **changed})


def test_own_filings_are_there_to_tick(cast: Cast) -> None:
    filing(cast)

    assert "装配钳工 初级工 – 技师" in cast.client(cast.clerk).get(ADDRESS).content.decode()


def test_a_part_of_the_name_and_a_tick_are_enough(cast: Cast) -> None:
    answer = post(cast)

    case = Case.objects.get(procedure="mutual-recognition")
    assert answer.url == reverse("cases:show_case", args=[case.number])
    assert case.answers["scope"] == LINE
    assert case.holder_organisation == cast.bodies["other"]


def test_a_second_click_proposes_nothing_twice(cast: Cast) -> None:
    post(cast)
    cast.client(cast.clerk).post(ADDRESS, TOLD)

    assert Case.objects.filter(procedure="mutual-recognition").count() == 1


def refused(cast: Cast, **changed: object) -> str:
    answer = post(cast, **changed)
    assert answer.status_code == 422
    assert not Case.objects.filter(procedure="mutual-recognition").exists()
    return str(answer.content.decode())


def test_an_unknown_enterprise_is_refused(cast: Cast) -> None:
    assert "没有找到这家单位" in refused(cast, partner="丙公司")


def test_a_union_is_no_enterprise(cast: Cast) -> None:
    assert "没有找到这家单位" in refused(cast, partner="甲公司工会")


def test_a_name_that_fits_several_lists_them(cast: Cast) -> None:
    assert "有多家单位相符，请填写全称，例如：乙公司；甲公司" in refused(cast, partner="公司")


def test_no_scope_is_refused(cast: Cast) -> None:
    assert "至少勾选一项" in refused(cast, ticked=[])


def test_a_line_that_cannot_be_read_says_which(cast: Cast) -> None:
    assert "第2行" in refused(cast, more="装配钳工 高级工")


def test_oneself_is_refused(cast: Cast) -> None:
    assert "不能是本单位" in refused(cast, partner="甲公司")


def test_a_term_that_ends_before_it_begins_is_refused(cast: Cast) -> None:
    assert "晚于生效日期" in refused(cast, until=DAY.isoformat())


def test_worker_proposes_nothing(cast: Cast) -> None:
    assert cast.client(cast.wang).post(ADDRESS, TOLD).status_code == 403
