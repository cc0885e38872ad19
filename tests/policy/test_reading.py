"""A broken file of parameters is refused whole: every mistake, with file and line."""

import pytest

from gongtu.base.errors import Broken
from gongtu.base.marked import read_yaml
from gongtu.policy.reading import read_parameters

HEAD = """\
amount:
  title: 标准
  unit: 元
  basis: {article: 16}
  decides: hrss
  values:
"""
GOOD = "    - {from: 2026-01-01, value: 1, source: 甲, confidence: high}\n"


def problems(tmp_path, text):
    path = tmp_path / "parameters.yaml"
    path.write_text(text, "utf8")
    with pytest.raises(Broken) as broken:
        read_parameters(read_yaml(path))
    return str(broken.value).replace(f"{path}:", "")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{from: 2026-01-01, value: 1, source: 甲}", "7: confidence is missing"),
        ("{from: 2026-01-01, value: 1, confidence: high}", "7: a value needs its source"),
        (
            "{from: 2026-01-01, value: 1, source: 甲, confidence: sure}",
            "7: unknown confidence 'sure'",
        ),
        (
            "{from: 2026-01-01, value: 1, source: 甲, confidence: unconfirmed}",
            "7: an unconfirmed value is a guess: leave it null and say in a note what is known",
        ),
        (
            "{from: 2026-01-01, value: null, source: 甲, confidence: high}",
            "7: no value is given, so its confidence can only be unconfirmed",
        ),
        (
            "{from: 2026-01-01, value: null, confidence: unconfirmed}",
            "7: what is unconfirmed needs a source or a note saying why",
        ),
        (
            "{from: 2026-01-01, value: 一千, source: 甲, confidence: high}",
            "7: “一千”不是以“元”计的值。",
        ),
        (
            "{from: 2026-01-01, value: -1, source: 甲, confidence: high}",
            "7: “-1”不是以“元”计的值。",
        ),
        (
            "{from: 2026-01-01, until: 2025-01-01, value: 1, source: 甲, confidence: high}",
            "7: it ends on 2025-01-01, not after 2026-01-01",
        ),
        ("{from: 今年, value: 1, source: 甲, confidence: high}", "7: from is no day: '今年'"),
        (
            "{from: 2026-01-01, value: 1, source: 甲, confidence: high, until_then: 1}",
            "7: unknown field 'until_then'",
        ),
    ],
)
def test_value_that_cannot_be_is_named(tmp_path, line, told):
    assert problems(tmp_path, f"{HEAD}    - {line}\n") == told


def test_overlapping_values_are_named(tmp_path):
    again = "    - {from: 2026-05-01, value: 2, source: 乙, confidence: high}\n"
    open_ended = (
        "    - {from: 2026-01-01, until: 2026-06-01, value: 1, source: 甲, confidence: high}\n"
    )

    told = problems(tmp_path, HEAD + open_ended + again)

    assert told == "8: the values from 2026-01-01 and 2026-05-01 overlap"


def test_later_value_ends_an_open_one(tmp_path):
    again = "    - {from: 2026-05-01, value: 2, source: 乙, confidence: high}\n"
    path = tmp_path / "parameters.yaml"
    path.write_text(HEAD + GOOD + again, "utf8")

    assert len(read_parameters(read_yaml(path))["amount"].values) == 2


def test_tables_of_other_rows_are_named(tmp_path):
    tables = (
        "    - {from: 2025-01-01, value: {a: 1, b: 2}, source: 甲, confidence: high}\n"
        "    - {from: 2026-01-01, value: {a: 1}, source: 甲, confidence: high}\n"
    )
    assert problems(tmp_path, HEAD + tables) == "8: its rows are a, not a, b"


def test_every_problem_is_told_at_once(tmp_path):
    text = (
        HEAD.replace("元", "斗")
        .replace("  decides: hrss\n", "")
        .replace("  basis: {article: 16}\n", "")
    )

    assert problems(tmp_path, text + GOOD.replace("value: 1, ", "")).split("\n") == [
        "1: decides is missing",
        "3: amount: unknown unit '斗'",
        "1: amount: neither an article (basis) nor a reason (because)",
        "5: value is missing",
    ]
