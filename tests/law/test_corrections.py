from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongtu.base.errors import Broken
from gongtu.law.corrections import Correction, correct, load_corrections, restore
from gongtu.law.parse.source import line_starts

SOURCE = "某市条例\r\n第一条 甲应当\r\n\r\n乙。\r\n二条 丙。\r\n广告\r\n"


def entry(kind, line, found, corrected):
    return Correction(
        f"{kind}-{line}", kind, line, (1,), found, corrected, "为何", "来源", "何人",
        date(2026, 3, 1), "corrections.yaml:7",
    )  # fmt: skip


LEDGER = [
    entry("drop", 6, "广告", ""),
    entry("join", 2, "甲应当\r\n\r\n乙。", "甲应当乙。"),
    entry("insert", 5, "二条", "第二条"),
    entry("flag", 5, "丙。", "丙。"),
]


def test_corrections_give_the_text_with_the_lines_of_its_source():
    corrected = correct(SOURCE, LEDGER)
    assert corrected.text == "某市条例\r\n第一条 甲应当乙。\r\n第二条 丙。\r\n\r\n"
    assert corrected.line_of == (1, 2, 5, 6, 7)


def test_taking_corrections_back_gives_the_source():
    assert restore(correct(SOURCE, LEDGER)) == SOURCE


@given(st.data())
def test_any_ledger_can_be_taken_back(data):
    rows = data.draw(st.lists(st.text("甲乙丙", min_size=1, max_size=6), min_size=1, max_size=8))
    source = data.draw(st.sampled_from(["\n", "\r\n"])).join(rows)
    chosen = data.draw(st.sets(st.sampled_from(range(len(rows)))))
    words = st.text("丁戊\n", min_size=1, max_size=4)
    ledger = [entry("replace", n + 1, rows[n], data.draw(words)) for n in chosen]

    corrected = correct(source, ledger)

    assert restore(corrected) == source
    assert len(corrected.line_of) == len(line_starts(corrected.text))


@pytest.mark.parametrize(
    "wrong",
    [
        entry("replace", 5, "第二条", "二条"),
        entry("replace", 99, "丙", "丁"),
        entry("replace", 4, "甲", "丁"),
        entry("drop", 5, "二条", ""),
    ],
)
def test_entry_that_does_not_match_its_line_is_named(wrong):
    with pytest.raises(Broken, match=r"corrections\.yaml:7"):
        correct(SOURCE, [wrong])


def test_entries_may_not_overlap():
    with pytest.raises(Broken, match="overlaps"):
        correct(SOURCE, [entry("replace", 5, "二条", "三条"), entry("replace", 5, "条 丙", "丁")])


def test_changed_text_cannot_be_restored():
    corrected = correct(SOURCE, LEDGER)
    changed = type(corrected)(corrected.text.replace("第二条", "第三条"), (), corrected.edits)
    with pytest.raises(Broken, match="any more"):
        restore(changed)


WHOLE = """corrections:
  - id: a
    kind: {kind}
    line: 2
    articles: [1]
    found: {found}
    corrected: {corrected}
    why: 为何
    source: 来源
    by: 何人
    date: 2026-03-01
"""


def test_ledger_is_read_with_the_place_of_each_entry(tmp_path):
    file = tmp_path / "corrections.yaml"
    file.write_text(WHOLE.format(kind="insert", found="二条", corrected="第二条"), "utf8")
    (loaded,) = load_corrections(file)
    assert (loaded.kind, loaded.articles, loaded.date) == ("insert", (1,), date(2026, 3, 1))
    assert loaded.place == f"{file}:2"


@pytest.mark.parametrize(
    ("kind", "found", "corrected", "says"),
    [
        ("mend", "甲", "乙", "unknown kind"),
        ("join", "甲", "甲", "no join"),
        ("insert", "甲", "乙", "no insert"),
        ("flag", "甲", "乙", "no flag"),
        ("drop", "甲", "乙", "no drop"),
        ("replace", "甲", "甲", "no replace"),
        ("replace", "甲", "", "must say corrected"),
    ],
)
def test_entry_whose_kind_does_not_fit_is_named_by_line(tmp_path, kind, found, corrected, says):
    file = tmp_path / "corrections.yaml"
    file.write_text(WHOLE.format(kind=kind, found=found, corrected=corrected), "utf8")
    with pytest.raises(Broken, match=rf"corrections\.yaml:2: .*{says}"):
        load_corrections(file)


def test_entry_may_not_stand_twice(tmp_path):
    whole = WHOLE.format(kind="insert", found="二条", corrected="第二条")
    file = tmp_path / "corrections.yaml"
    file.write_text(whole + whole.removeprefix("corrections:\n"), "utf8")
    with pytest.raises(Broken, match="stands twice"):
        load_corrections(file)
