"""What a parameter is worth on a day, whoever decided it."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongtu.base.errors import Broken
from gongtu.base.money import Yuan
from gongtu.policy import (
    DecidedValue,
    Policy,
    all_parameters,
    check_overlay,
    get_parameter,
    providers,
)

FILE = """\
amount:
  title: 技能提升补贴标准
  unit: 元
  basis: {article: 16}
  decides: hrss
  rows: {junior: 初级工, senior: 高级工}
  values:
    - from: 2017-05-15
      until: 2026-01-01
      value: {junior: 1000, senior: 2000}
      instrument: 关于失业保险支持参保职工提升职业技能有关问题的通知
      number: 人社部发[2017]40号
      source: 光明日报 2017-05-21
      confidence: high
    - {from: 2026-01-01, value: null, confidence: unconfirmed, note: 2026年是否延续待核}
months:
  title: 最短参保月数
  unit: 月
  basis: {article: 16}
  decides: hrss
  values:
    - {from: 2017-05-15, until: 2024-05-01, value: 36, source: 光明日报, confidence: high}
    - {from: 2024-05-01, until: 2025-01-01, value: 12, source: 人社部 2024-05-28, confidence: high}
    - {from: 2025-06-01, value: 24, source: 示例来源, confidence: medium}
"""
BEFORE, AFTER = date(2025, 12, 31), date(2026, 1, 1)


@pytest.fixture
def policy(tmp_path):
    folder = tmp_path / "provisions" / "c2_skills" / "some_subsidy"
    folder.mkdir(parents=True)
    (folder / "parameters.yaml").write_text(
        FILE.replace(
            "from: 2017-05-15, value: 36", "from: 2017-05-15, until: 2024-05-01, value: 36"
        ),
        "utf8",
    )
    return Policy.beside(str(folder / "rules.py"))


@pytest.fixture(autouse=True)
def nothing_plugged_in():
    decisions, overlay = providers.use_decisions(None), providers.overlay()
    providers.use_overlay({})
    yield
    providers.use_decisions(decisions)
    providers.use_overlay(overlay)


def decide(*decided):
    providers.use_decisions(lambda key: decided if key.endswith(":amount") else ())


def decided(since, junior):
    return DecidedValue(
        since=since, value={"junior": Yuan(junior), "senior": None}, instrument="甲文"
    )


def test_full_key_is_the_folder_under_provisions(policy):
    assert policy.key == "c2_skills/some_subsidy"
    assert get_parameter("c2_skills/some_subsidy:months").title == "最短参保月数"
    assert policy["amount"] in all_parameters()


def test_value_changes_on_its_day(policy):
    assert policy.yuan("amount", on=BEFORE, row="junior") == Yuan(1000)
    assert policy.yuan("amount", on=AFTER, row="junior") is None


def test_value_carries_its_document(policy):
    valued = policy.value("amount", on=BEFORE, row="senior")

    assert (valued.since, valued.until) == (date(2017, 5, 15), AFTER)
    assert valued.document == (
        "关于失业保险支持参保职工提升职业技能有关问题的通知（人社部发[2017]40号）"
    )
    assert (valued.confidence, valued.origin, valued.decides) == ("high", "file", "hrss")


def test_what_is_unconfirmed_says_what_is_known(policy):
    valued = policy.value("amount", on=AFTER)

    assert (valued.value, valued.confidence, valued.note) == (
        None,
        "unconfirmed",
        "2026年是否延续待核",
    )


@pytest.mark.parametrize("day", [date(2017, 5, 14), date(2025, 3, 1)])
def test_day_nobody_spoke_of_has_no_value(policy, day):
    assert policy.count("months", on=day) is None
    assert policy.value("months", on=day).note == "该日尚无规定。"


def test_row_the_table_lacks_is_not_known(policy):
    assert policy.value("amount", on=BEFORE, row="master").note == "表中没有这一项。"


def test_decision_goes_before_the_file(policy):
    decide(decided(date(2026, 7, 1), 1200))

    assert policy.yuan("amount", on=date(2026, 6, 30), row="junior") is None
    assert policy.yuan("amount", on=date(2026, 7, 1), row="junior") == Yuan(1200)
    assert policy.value("amount", on=date(2026, 7, 1)).origin == "decision"


def test_later_decision_on_the_same_day_replaces_the_earlier(policy):
    decide(decided(date(2026, 7, 1), 1200), decided(date(2026, 7, 1), 1300))

    assert policy.yuan("amount", on=date(2026, 7, 1), row="junior") == Yuan(1300)


def test_history_has_no_gaps(policy):
    decide(decided(date(2026, 7, 1), 1200))
    history = policy.history("amount")

    assert [line.since for line in history] == [date(2017, 5, 15), AFTER, date(2026, 7, 1)]
    assert [line.until for line in history] == [AFTER, date(2026, 7, 1), None]


def overlaid(tmp_path, text):
    folder = tmp_path / "policy"
    folder.mkdir()
    (folder / "some.yaml").write_text(text, "utf8")
    providers.use_overlay(providers.read_overlay(folder))


def test_overlay_stands_between_decision_and_file(policy, tmp_path):
    overlaid(
        tmp_path,
        "c2_skills/some_subsidy:amount:\n  values:\n"
        "    - {from: 2026-03-01, value: {junior: 900, senior: 1}, source: 市, confidence: high}\n",
    )
    decide(decided(date(2026, 7, 1), 1200))
    check_overlay()

    assert policy.yuan("amount", on=date(2026, 2, 1), row="junior") is None
    assert policy.yuan("amount", on=date(2026, 4, 1), row="junior") == Yuan(900)
    assert policy.yuan("amount", on=date(2026, 7, 1), row="junior") == Yuan(1200)


def test_overlay_of_an_unknown_parameter_is_named_with_its_line(policy, tmp_path):
    overlaid(tmp_path, "# 市\nc2_skills/some_subsidy:rate:\n  values: []\n")

    with pytest.raises(
        Broken, match=r"some\.yaml:2: unknown parameter 'c2_skills/some_subsidy:rate'"
    ):
        check_overlay()


def test_unknown_name_tells_which_there_are(policy):
    with pytest.raises(Broken, match="no parameter 'mouths'; it has amount, months"):
        policy.value("mouths", on=AFTER)


def test_sum_is_no_count(policy):
    with pytest.raises(Broken, match="no count"):
        policy.count("amount", on=BEFORE)


days = st.dates(date(2020, 1, 1), date(2022, 1, 1))


@given(decisions=st.lists(st.builds(decided, days, st.integers(1, 9)), max_size=5), on=days)
def test_value_on_a_day_is_the_latest_decision_by_then(decisions, on):
    policy = Policy("example", Path(__file__).with_name("example.yaml"))
    by_then = [made for made in decisions if made.since <= on]
    providers.use_decisions(lambda _key: decisions)

    expected = max(enumerate(by_then), key=lambda pair: (pair[1].since, pair[0]), default=None)

    told = policy.value("amount", on=on)
    assert told.value == (expected[1].value if expected else None)
    assert told.since is None or told.since <= on
    assert told.until is None or on < told.until
