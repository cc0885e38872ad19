"""The text of a standard: read from what was pasted, and written as it was read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongtu.registers.standards.choices import PointKind
from gongtu.registers.standards.queries import changes_between
from gongtu.registers.standards.rows import (
    Point,
    Section,
    SectionsWrong,
    as_text,
    read_sections,
)

WORDS = st.text("焊接检查安全 ", min_size=1, max_size=8).map(str.strip).filter(bool)
WORDS = WORDS.map(lambda text: " ".join(text.split()))


@st.composite
def weighted(draw, kind, grades):
    """Points of one kind: of no weight, or each grade's weights making up a whole."""
    names = draw(st.lists(WORDS, max_size=4))
    if not names or not draw(st.booleans()):
        return [Point(kind, name) for name in names]
    columns = []
    for _ in range(grades):
        cuts = sorted(draw(st.lists(st.integers(0, 100), min_size=len(names) - 1,
                                    max_size=len(names) - 1)))  # fmt: skip
        columns.append([b - a for a, b in zip([0, *cuts], [*cuts, 100], strict=True)])
    weights = zip(*columns, strict=True)
    return [Point(kind, name, each) for name, each in zip(names, weights, strict=True)]


@st.composite
def texts(draw):
    """A number of grades, and sections that hold together."""
    grades = draw(st.integers(1, 5))
    titles = draw(st.lists(WORDS, min_size=1, max_size=4, unique=True))
    sections = [Section(title, "\n".join(draw(st.lists(WORDS, max_size=3)))) for title in titles]
    points = [point for kind in PointKind for point in draw(weighted(kind, grades))]
    last = sections[-1]
    return grades, [*sections[:-1], Section(last.title, last.text, tuple(points))]


@given(texts())
def test_what_was_written_reads_the_same_and_differs_in_nothing(made):
    grades, sections = made

    read = read_sections(as_text(sections), grades=grades)

    assert read == sections
    assert [Section.from_json(one.as_json()) for one in read] == sections
    assert {one.state for one in changes_between(sections, read)} == {"same"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", ["还没有分节"]),
        ("正文", ["第1行：写在节名以前"]),
        ("#\n正文", ["第1行：节名应有"]),
        ("# 甲\n# 甲", ["两节都叫“甲”"]),
        ("# 甲\n知识：", ["第2行：没有写明考什么"]),
        ("# 甲\n知识：乙 100%", ["第2行：写了1个比重，应当每个等级一个，共2个"]),
        ("# 甲\n技能：乙 60% 100%\n技能：丙 30% 0%", ["技能点的比重，第1个等级合计90%"]),
        ("# 甲\n技能：乙 100% 100%\n技能：丙", ["有的写了比重，有的没有"]),
    ],
)
def test_what_cannot_be_read_is_told_line_by_line(text, says):
    with pytest.raises(SectionsWrong) as refused:
        read_sections(text, grades=2)

    assert len(refused.value.reasons) == len(says)
    for words, reason in zip(says, refused.value.reasons, strict=True):
        assert words in reason


def test_each_section_says_what_became_of_it():
    before = [Section("甲", "旧\n同"), Section("乙", "同"), Section("丙", "去")]
    after = [Section("甲", "新\n同"), Section("乙", "同"), Section("丁", "来")]

    told = {one.title: (one.state, one.lines) for one in changes_between(before, after)}

    assert told == {
        "甲": ("changed", (("-", "旧"), ("+", "新"), (" ", "同"))),
        "乙": ("same", ((" ", "同"),)),
        "丁": ("added", (("+", "来"),)),
        "丙": ("removed", (("-", "去"),)),
    }
