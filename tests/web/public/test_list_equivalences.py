"""Anybody reads the register of equivalence, and asks what follows from what they hold."""

from pathlib import Path

from django.test import Client
from django.urls import reverse

from gongtu.policy.city import active_city
from gongtu.registers.equivalence.declare import load_rows

ADDRESS = reverse("public:list_equivalences")


def shown(**asked: str) -> str:
    return Client().get(ADDRESS, asked).content.decode()


def test_picture_and_rows_tell_both_ways_their_years_and_what_is_not_confirmed(db: None) -> None:
    page = shown()

    assert "高级工 → 助理级职称" in page
    assert "助理级职称 → 高级工" in page
    assert "准入类职业资格 → 职称" in page
    assert "待核" in page
    assert reverse("public:show_equivalence", args=["senior-to-assistant"]) in page


def test_what_one_holds_is_answered_with_condition_source_and_day(db: None) -> None:
    early = shown(grade="technician", since="2026-01-05")

    assert "可以申报：中级职称" in early
    assert "尚不符合" in early
    assert "2029年1月5日符合" in early
    assert "人社部发〔2020〕96号" in early
    later = shown(grade="technician", since="2015-01-05")
    assert "尚不能确定" in later
    assert "在一线从事所申报专业的技术技能工作" in later


def test_nothing_chosen_or_a_day_to_come_is_answered_beside_the_form(db: None) -> None:
    assert "请至少选择一项" in shown(grade="", title="")
    assert "取得的日期还没有到" in shown(grade="senior", since="2126-01-01")
    assert "请改正以下内容" in shown(grade="emperor")
    assert "没有从这里开始" in shown(school="", honour="city-chief-technician")
    assert "条件由受理单位核对" in shown(school="senior")


def test_row_that_is_not_confirmed_is_never_an_answer_of_yes(db: None) -> None:
    page = shown(qualification="access")

    assert "比照享受待遇：职称" in page
    answers = page.partition('id="answers"')[2].partition("</section>")[0]
    assert ">待核<" in answers
    assert ">符合<" not in answers


def test_city_without_rows_says_so(db: None, tmp_path: Path) -> None:
    load_rows(tmp_path / "none.yaml")
    try:
        assert "本市还没有登记比照的规定" in shown()
    finally:
        load_rows(active_city().equivalences_path)
