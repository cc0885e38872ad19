"""Rows are dated, half-open, sourced and sound; what is not is refused by file and line."""

from datetime import date, timedelta
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongtu.base.errors import Broken
from gongtu.policy.city import active_city
from gongtu.registers.equivalence.declare import load_rows, the_equivalences
from gongtu.registers.equivalence.declare.reading import read_rows
from gongtu.registers.equivalence.declare.soundness import problems_of

DAYS = st.dates(date(2015, 1, 1), date(2035, 1, 1))
ROW = """\
{key}:
  from: {source}
  to: {target}
  gives: {gives}
  basis: {{article: 24, paragraph: 1}}
  {more}
  statements:
    - {{from: 2020-01-01, confidence: {confidence}, instrument: 某, instrument_en: A,
       source: 某, source_en: A, note: 某, note_en: A}}
"""


def written(tmp_path, *rows):
    path = tmp_path / "equivalences.yaml"
    path.write_text("".join(rows), "utf8")
    return path


def row(key, source, target, gives="treated-as", confidence="high", more=""):
    told = {"key": key, "source": source, "target": target, "gives": gives}
    return ROW.format(confidence=confidence, more=more, **told)


def problems(tmp_path, *rows):
    return "\n".join(problems_of(read_rows(written(tmp_path, *rows))))


@pytest.fixture
def restored():
    yield
    load_rows(active_city().equivalences_path)


@given(since=DAYS, length=st.integers(1, 4000), gap=st.integers(0, 400), day=DAYS)
def test_statement_holds_from_its_first_day_up_to_but_not_on_its_last(
    tmp_path_factory, since, length, gap, day
):
    until = since + timedelta(days=length)
    again = until + timedelta(days=gap)
    text = row("a", "{grade: senior}", "{title: assistant}").split("  statements:")[0]
    text += "  statements:\n"
    for place, told in enumerate((f"{since}, until: {until}", f"{again}")):
        text += f"    - {{from: {told}, confidence: high, instrument: 甲{place}, "
        text += "instrument_en: A, source: 某处, source_en: A}\n"
    (found,) = read_rows(written(tmp_path_factory.mktemp("rows"), text))

    stated = found.on(day)

    held = "甲0" if since <= day < until else "甲1" if day >= again else None
    assert (stated and stated.instrument) == held


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (row("a", "{grade: emperor}", "{title: assistant}"), ":2: from: no grade is called"),
        (row("a", "{grade: senior}", "{title: emperor}"), ":3: to: no title is called 'emperor'"),
        (row("a", "{rank: senior}", "{title: assistant}"), ":2: from: no side is called 'rank'"),
        (row("a", "{grade: senior}", "{education: college, title: assistant}"), "one side"),
        (row("a", "{grade: senior}", "{title: }"), "names no rung, so it can only be unconfirmed"),
        (row("a", "{grade: senior}", "{title: assistant}", "is"), ":4: gives is none of may-apply"),
        (
            row("a", "{grade: senior}", "{title: assistant}", confidence="sure"),
            ":8: confidence is none of high",
        ),
    ],
)
def test_unknown_word_is_refused_by_file_and_line(tmp_path, text, told):
    with pytest.raises(Broken) as broken:
        read_rows(written(tmp_path, text))

    assert told in str(broken.value)
    assert "equivalences.yaml" in str(broken.value)


def test_overlap_backward_period_and_missing_source_are_refused(tmp_path):
    text = dedent("""\
        a:
          from: {grade: senior}
          to: {title: assistant}
          gives: may-apply
          basis: {article: 24, paragraph: 3}
          statements:
            - {from: 2020-01-01, confidence: high, instrument: 甲, instrument_en: A, source: 乙,
               source_en: B}
            - {from: 2019-01-01, until: 2020-01-02, confidence: high}
            - {from: 2021-01-01, until: 2021-01-01, confidence: unconfirmed}
        """)

    with pytest.raises(Broken) as broken:
        read_rows(written(tmp_path, text))

    said = str(broken.value)
    assert ":7: statements overlap: those from 2019-01-01 and 2020-01-01" in said
    assert ":9: instrument: some text is expected" in said
    assert ":10: it ends on 2021-01-01, not after 2021-01-01" in said


def test_circle_is_refused_at_load_naming_the_rows_and_the_rows_in_use_stay(tmp_path, restored):
    before = the_equivalences()
    first = row("up", "{class: senior}", "{education: college}")
    second = row("back", "{education: college}", "{class: senior}")
    lone = row("itself", "{title: senior}", "{title: assistant}")

    with pytest.raises(
        Broken, match=r"equivalences.yaml:\d+: these rows lead in a circle: back, up"
    ):
        load_rows(written(tmp_path, first, second))

    assert the_equivalences() is before
    assert problems(tmp_path, first, lone) == ""
    assert "in a circle: itself" in problems(
        tmp_path, row("itself", "{title: assistant}", "{title: senior}")
    )
    assert problems(tmp_path, first, second.replace("high", "unconfirmed")) == ""


def test_row_that_nothing_leads_to_is_refused_unless_it_is_not_confirmed(tmp_path):
    lone = row("lone", "{post: senior-management}", "{title: assistant}")

    assert "nothing leads to where row 'lone' begins" in problems(tmp_path, lone)
    assert problems(tmp_path, lone.replace("high", "unconfirmed")) == ""
    led = row("led", "{grade: senior}", "{post: senior-management}")
    assert problems(tmp_path, lone, led) == ""


@pytest.mark.parametrize(
    ("rule", "source", "told"),
    [
        ("title-emperor", "senior", "no rule is called 'title-emperor'"),
        ("title-intermediate", "senior", "leads to another rung"),
        ("title-assistant", "technician", "never asks for its beginning"),
        ("title-assistant", "senior", ""),
    ],
)
def test_rule_must_be_there_and_lead_from_the_row_to_its_end(tmp_path, rule, source, told):
    text = row("a", f"{{grade: {source}}}", "{title: assistant}", "may-apply", more=f"rule: {rule}")

    said = problems(tmp_path, text)

    assert told in said
    assert bool(said) is bool(told)


def test_citys_own_rows_are_loaded_and_each_says_its_source():
    rows = the_equivalences().rows

    assert len(rows) > 10
    confirmed = [one for each in rows for one in each.statements if one.is_confirmed]
    assert all(one.source and one.source_en and one.instrument for one in confirmed)


def test_city_without_the_file_has_no_rows(tmp_path, restored):
    assert load_rows(tmp_path / "none.yaml").rows == ()
