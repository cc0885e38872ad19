"""Rules in words, in both languages."""

from datetime import date

import pytest

from gongtu.engines.entitlement.declare import TODAY, lesser_of, parameter, when
from gongtu.engines.entitlement.wording import wording
from tests.engines.entitlement.sample import AMOUNT, LONG_ENOUGH, POLICY, Level, Sample

ENGLISH = {
    "缴费月数": "months paid",
    "最短月数": "minimum months",
    "开始日期": "starting day",
    "等级": "grade",
    "初级工": "junior worker",
    "高级工": "senior worker",
    "人数": "people",
    "标准": "rate",
    "申请期限": "term to apply",
}


@pytest.mark.parametrize(
    ("rule", "zh", "en"),
    [
        (
            (LONG_ENOUGH & Sample.grade.is_not(Level.JUNIOR)) | ~(Sample.began < date(2026, 3, 1)),
            "（缴费月数不少于最短月数（按开始日期），且等级不为“初级工”），"
            "或者并非（开始日期早于2026年3月1日）",
            "(months paid is at least minimum months (by starting day), "
            "and grade is not “junior worker”), or not (starting day is before 1 March 2026)",
        ),
        (
            AMOUNT,
            "标准（按等级、开始日期）×人数",
            "rate (by grade and starting day) × people",
        ),
        (
            TODAY <= Sample.began.plus_months(parameter("within")),
            "当日不晚于开始日期起申请期限",
            "the day of asking is not after term to apply after starting day",
        ),
        (
            Sample.began.months_until(TODAY) >= 6,
            "自开始日期至当日的整月数不少于6",
            "the months from starting day to the day of asking is at least 6",
        ),
        (
            lesser_of(Sample.people, 3),
            "人数与3中较低者",
            "the lesser of people and 3",
        ),
        (
            Sample.grade.among(Level.JUNIOR, Level.SENIOR),
            "等级为“初级工”、“高级工”之一",
            "grade is one of “junior worker”, “senior worker”",
        ),
        (
            when(Sample.people > 3, Sample.people, 3),
            "人数多于3的，人数；否则3",
            "people if people is more than 3, otherwise 3",
        ),
    ],
)
def test_rule_is_said_in_both_languages(rule, zh, en):
    assert wording(rule, POLICY) == zh
    assert wording(rule, POLICY, "en", ENGLISH.__getitem__) == en
