"""An occupation says its groups, the conditions its standard words, and who assesses it."""

from datetime import date
from pathlib import Path

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
    skills.load_classification(active_city())
    ladder.load_wordings(active_city().wordings_path)

    page = shown(WELDER)

    assert "机械热加工人员" in page
    assert "焊工国家职业技能标准（2018年版）" in page
    assert "ladder-2018-technician-1" in page
    assert "ladder-2023-technician-1" not in page


def test_what_each_edition_said_and_what_a_later_one_left_out(db: None, tmp_path: Path) -> None:
    for edition, said in {"2022": f"{WELDER},焊工", "2030": "6-20-01-01,装配钳工"}.items():
        path = tmp_path / f"occupations_{edition}.csv"
        path.write_text(f"code,name_zh,digital_S\n{said},1\n", "utf8")
        skills.load_occupations(path, edition=edition)
        if edition == "2022":
            path.write_text("code,name_zh\n6-20-01-01,机械装调工\n", "utf8")
            skills.load_occupations(path, edition=edition)

    left_out, renamed = shown(WELDER), shown("6-20-01-01")

    assert "更新的版本没有列入" in left_out
    assert "历次版本" not in left_out
    assert "更新的版本没有列入" not in renamed
    assert renamed.rindex("2030年版") < renamed.index("机械装调工") < renamed.rindex("2022年版")


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
