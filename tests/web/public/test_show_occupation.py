"""An occupation says its groups, the conditions its standard words, and who assesses it."""

from datetime import date

from django.test import Client
from django.urls import reverse

from gongtu.policy.city import active_city
from gongtu.registers.ladder import services as ladder
from gongtu.registers.ladder.models import StandardWording
from gongtu.registers.skills import services as skills
from tests.cast import FITTER, Cast
from tests.factories.skills import filing

WELDER = "6-18-02-04"


def shown(code: str) -> str:
    return Client().get(reverse("public:show_occupation", args=[code])).content.decode()


def test_groups_and_confirmed_wording_with_its_source(db: None) -> None:
    skills.load_occupations(active_city().occupations_path)
    ladder.load_wordings(active_city().wordings_path)

    page = shown(WELDER)

    assert "机械热加工人员" in page
    assert "焊工国家职业技能标准（2018年版）" in page
    assert "ladder-2018-technician-1" in page
    assert "ladder-2023-technician-1" not in page


def test_unconfirmed_wording_lists_both_and_says_so(cast: Cast) -> None:
    page = shown(FITTER)

    assert "待核" in page
    assert "请向评价机构核实" in page
    assert "ladder-2018-technician-1" in page
    assert "ladder-2023-technician-1" in page


def test_later_wording_takes_the_place_of_the_earlier(cast: Cast) -> None:
    for edition, since in (("2018", date(2020, 1, 1)), ("2023", date(2026, 3, 1))):
        StandardWording.objects.create(
            occupation_id=FITTER, wording=edition, since=since, standard=edition, source="测试",
            confidence="high",
        )  # fmt: skip

    page = shown(FITTER)

    assert "2020年1月1日起" in page
    assert "ladder-2018-technician-1" not in page


def test_whoever_is_filed_to_assess_it_is_named(cast: Cast) -> None:
    assert "没有单位备案评价这个职业" in shown(FITTER)

    filing(cast)

    assert "甲公司" in shown(FITTER)


def test_enterprise_grades_and_honours_are_kept_apart(cast: Cast) -> None:
    assert "荣誉称号由评选授予，不是等级" in shown(FITTER)


def test_unknown_code_is_not_there(db: None) -> None:
    answer = Client().get(reverse("public:show_occupation", args=["0-00-00-00"]))

    assert answer.status_code == 404
    assert "没有这一编码的职业" in answer.content.decode()
