"""Wrong declarations fail where they are written; forms take what people fill in."""

from datetime import date

import pytest

from gongtu.base.errors import Broken, Refused
from gongtu.base.money import Yuan
from gongtu.engines.entitlement.declare import (
    Condition,
    Form,
    OrganisationKey,
    Text,
    ask,
    parameter,
)
from tests.engines.entitlement.sample import ART_16, Level, Sample, benefit


class Claim(Form):
    grade = ask(Level, "等级")
    began = ask(date, "开始日期", optional=True)
    people = ask(int, "人数", "人")
    wages = ask(Yuan, "工资", "元", optional=True)
    employer = ask(OrganisationKey, "用人单位", choose="enterprise")
    story = ask(Text, "经过", optional=True, hint="写明时间和地点")
    agreed = ask(bool, "本人同意")


FILLED = {"grade": "senior", "people": "3", "employer": "12", "agreed": "true", "wages": "5000"}


def test_form_reads_what_people_fill_in():
    claim = Claim.read(FILLED)

    assert (claim.grade, claim.people, claim.wages, claim.agreed, claim.began) == (
        Level.SENIOR,
        3,
        Yuan(5000),
        True,
        None,
    )


def test_form_reads_back_what_it_stores():
    claim = Claim.read(FILLED)

    assert Claim.read(claim.as_json()).answers == claim.answers


def test_form_names_every_answer_it_cannot_take():
    with pytest.raises(Refused) as refusal:
        Claim.read({"grade": "king", "people": "three", "began": "2026-02-30", "colour": "red"})

    assert refusal.value.reasons == (
        "没有“colour”这一栏。",
        "“等级”：请从所列选项中选择。",
        "“开始日期”：请填写日期，例如2026-03-01。",
        "“人数”：请填写整数。",
        "“用人单位”尚未填写。",
        "“本人同意”尚未填写。",
    )


def test_form_lets_in_no_more_than_every_table_keeps():
    class Told(Form):
        name = ask(str, "名称", most=5)
        place = ask(str, "地点")
        words = ask(Text, "说明")
        people = ask(int, "人数")
        year = ask(int, "年度", most=9999)
        wages = ask(Yuan, "工资")

    most = {
        "name": "五" * 5, "place": "长" * 200, "words": "长" * 8000, "people": 2**31 - 1,
        "year": 9999, "wages": "999999999999.00",
    }  # fmt: skip
    assert Told.read(most).year == 9999

    with pytest.raises(Refused) as refusal:
        Told.read(
            {
                "name": "五" * 6, "place": "长" * 201, "words": "长" * 8001, "people": -(2**31),
                "year": 10_000, "wages": "999999999999.01",
            }
        )  # fmt: skip

    assert refusal.value.reasons == (
        "“名称”：最多5个字。",
        "“地点”：最多200个字。",
        "“说明”：最多8,000个字。",
        "“人数”：不能超过2,147,483,647。",
        "“年度”：不能超过9,999。",
        "“工资”：不能超过999,999,999,999。",
    )


def test_form_made_by_us_with_a_wrong_answer_is_a_mistake_of_ours():
    with pytest.raises(Broken, match="people, wage"):
        Claim(grade=Level.JUNIOR, people=True, employer="1", agreed=True, wage=1)


def test_filled_in_form_becomes_facts():
    known = Claim.read(FILLED).known(as_of=date(2026, 9, 1))

    assert known["Claim.people"].value == 3
    assert known["Claim.people"].source == "本人填报"
    assert known["Claim.people"].as_of == date(2026, 9, 1)


def test_options_of_an_enum_come_with_their_labels():
    assert Claim.facts["grade"].choices == (
        ("junior", "初级工"),
        ("senior", "高级工"),
        ("master", "首席技师"),
    )


def test_register_cannot_record_what_does_not_fit():
    with pytest.raises(Broken, match="Sample does not fit: colour, months"):
        Sample.recorded(months="12", colour="red")


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (Sample.months >= parameter("mouths"), "a rule names unknown parameter 'mouths'"),
        (Sample.people >= parameter("minimum"), "a rule weighs 人 against 月"),
        (
            parameter("minimum", Yuan) >= Yuan(5),
            "a rule takes 'minimum' for Yuan, but its unit is 月",
        ),
        (parameter("rate", Yuan) >= Yuan(5), "'rate' is a table, the rule thinks otherwise"),
        (
            Sample.began.plus_days(parameter("within")) <= date(2026, 1, 1),
            "a rule counts days, but the number is in 月",
        ),
    ],
)
def test_unsound_rule_is_told_with_its_place(rule, told):
    condition = Condition("不成立", ART_16, rule, "unsound")

    with pytest.raises(Broken) as broken:
        benefit(condition)

    assert f"{__file__}:" in str(broken.value)
    assert f"benefit 'sample-subsidy': {told}." in str(broken.value)


def test_two_conditions_of_one_key_are_refused():
    condition = Condition("同意", ART_16, Sample.agreed, "agreed")
    with pytest.raises(Broken, match="two conditions are called 'agreed'"):
        benefit(condition, condition)


def test_condition_must_say_something_true_or_false():
    with pytest.raises(Broken, match=r"test_declare\.py:\d+: condition 'months' says nothing"):
        Condition("月数", ART_16, Sample.months, "months")
