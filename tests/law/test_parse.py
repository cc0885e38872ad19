import sys
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongtu.law.export import as_text
from gongtu.law.numerals import to_chinese
from gongtu.law.parse import NoStatute, NotReadable, Parsed, parse_file, parse_text
from gongtu.law.structure import Statute
from tests.law.outline import outline
from tests.law.statutes import statute_texts

CORPUS = sorted((Path(__file__).parent / "corpus").glob("*.txt"))
LARGE = 3000


def signs(text: str) -> Counter[str]:
    return Counter("".join(text.split()))


def everything(parsed: Parsed) -> str:
    return as_text(parsed.statute) + "".join(left.text for left in parsed.unplaced)


@pytest.mark.parametrize("file", CORPUS, ids=lambda file: file.stem)
def test_text_is_read_as_its_outline_says(file):
    assert outline(parse_file(file)) == file.with_suffix(".outline").read_text("utf8")


@pytest.mark.parametrize("file", CORPUS, ids=lambda file: file.stem)
def test_printed_text_reads_back_equal(file):
    statute = parse_file(file).statute
    assert parse_text(as_text(statute)).statute == statute


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(statute_texts())
def test_generated_statute_is_read_whole(made):
    text, chapters, articles = made

    parsed = parse_text(text)

    assert len(list(parsed.statute.all_headings())) == chapters
    assert [article.number for article in parsed.statute.articles] == list(range(1, articles + 1))
    assert parsed.unplaced == ()
    assert signs(everything(parsed)) == signs(text)
    assert parse_text(as_text(parsed.statute)).statute == parsed.statute


LINES = st.sampled_from(
    [
        "第一条 甲应当乙。",
        "第二条 丙",
        "第三条规定的除外。",
        "第五条　（一）子；（二）丑。",
        "第一章 总则",
        "第二章",
        "附则",
        "目录",
        "（一）寅；",
        "（三）卯",
        "1. 辰；",
        "①巳。",
        "半句话没有说完",
        "整句话说完了。",
        "— 3 —",
        "附件1：表",
        "某市人民政府",
        "2020年1月1日",
        "“引文开始",
        "引文结束”。",
        "某市管理条例",
        "一、二三四",
        "",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(LINES, max_size=25))
def test_no_sign_is_ever_lost(lines):
    text = "\n".join(["某市劳动条例", "第一条 为了劳动，制定本条例。", *lines])

    parsed = parse_text(text)

    assert signs(everything(parsed)) >= signs(text)
    assert all(1 <= left.line <= len(lines) + 2 for left in parsed.unplaced)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text):
    with suppress(NoStatute):
        assert isinstance(parse_text(text).statute, Statute)


def test_text_that_is_no_statute_says_what_was_found():
    with pytest.raises(NoStatute) as refused:
        parse_text("购物清单\n一、牛奶\n二、面包\n2020年1月1日")
    assert refused.value.reasons == (
        "这份文本不像法规。",
        "找到：4 行文字，0 个编章节标题，1 处日期或者落款。",
        "没有找到：以“第一条”开头的条文，或者名称之后以“一、二、三、”分列的条款。",
    )


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"", "空"), (b" \n\t", "空"), (b"\x7fELF\x00\x00", "二进制"), (b"\xff\xff\xff\xff", "无法")],
    ids=["empty", "blank", "binary", "no encoding"],
)
def test_file_that_is_no_text_is_refused(tmp_path, content, reason):
    (tmp_path / "statute.txt").write_bytes(content)
    with pytest.raises(NotReadable, match=reason):
        parse_file(tmp_path / "statute.txt")


def test_missing_file_is_refused(tmp_path):
    with pytest.raises(NotReadable, match="无法读取"):
        parse_file(tmp_path / "none.txt")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings_are_told_apart(tmp_path, encoding):
    text = "某市条例\r\n第一条　为了劳动，制定本条例。\r\n第二条　施行。\r\n"
    (tmp_path / "statute.txt").write_bytes(text.encode(encoding))
    parsed = parse_file(tmp_path / "statute.txt")
    assert [article.text for article in parsed.statute.articles] == [
        "为了劳动，制定本条例。",
        "施行。",
    ]


def calls_of(text: str) -> int:
    """How many function calls reading the text takes: the same on any machine, at any load."""
    count = 0

    def counted(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(counted)
    try:
        parse_text(text)
    finally:
        sys.setprofile(None)
    return count


def long_statute(size: int) -> str:
    body = "\n".join(
        f"第{to_chinese(num)}条　职工依照本法第{to_chinese(num)}条的规定享有下列权利："
        "\n（一）休息；\n（二）报酬。"
        for num in range(1, size + 1)
    )
    return f"劳动法典\n{body}"


def test_three_thousand_articles_are_read():
    assert len(parse_text(long_statute(LARGE)).statute.articles) == LARGE


def test_work_grows_with_the_number_of_articles_only():
    assert calls_of(long_statute(800)) < 2.5 * calls_of(long_statute(400))


@pytest.mark.parametrize(
    "line", ["（一）甲：1.乙；", "修改为：“甲", "半句话", "第三条规定的情形。", "第一章 总则"]
)
def test_work_grows_with_length_only(line):
    def text(lines: int) -> str:
        return "某市条例\n第一条 甲。\n第二条 乙。\n" + f"{line}\n" * lines

    assert calls_of(text(2_000)) < 2.5 * calls_of(text(1_000))


def test_source_lines_are_kept():
    parsed = parse_text("某市条例\n\n第一条 甲：\n（一）乙；\n（二）丙。\n\n第二条 丁。")
    first, second = parsed.statute.articles
    assert [item.line for item in first.paragraphs[0].items] == [4, 5]
    assert second.line == 7


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("自一九九九年公布之日起适用的19\n99年规定。", "自一九九九年公布之日起适用的1999年规定。"),
        ("前款规定的文件应当标明 open\nsource。", "前款规定的文件应当标明 open source。"),
        ("市人民政府应当组织有关部\n门。", "市人民政府应当组织有关部门。"),
    ],
)
def test_joined_lines_keep_a_space_only_between_words(broken, whole):
    parsed = parse_text(f"某市条例\n第一条 {broken}\n第二条 本条例自公布之日起施行。")
    assert parsed.statute.articles[0].text == whole
    assert [(note.line, note.kind) for note in parsed.notes] == [(3, "joined")]
