import shutil
from datetime import date
from pathlib import Path

import pytest

import gongtu
from gongtu.base.errors import Broken
from gongtu.law.check import check_folder
from gongtu.law.export import as_text
from gongtu.law.parse import parse_file
from gongtu.law.register import find_pending, list_versions, standing, statute_on

FOLDER = Path(gongtu.__file__).parent / "cities" / "qingdao" / "statute"
IN_FORCE = date(2026, 3, 1)


@pytest.fixture
def copied(tmp_path):
    return Path(shutil.copytree(FOLDER, tmp_path / "statute"))


@pytest.fixture(scope="module")
def edition():
    return statute_on(FOLDER, IN_FORCE)


def test_source_with_its_corrections_is_the_statute():
    (report,) = check_folder(FOLDER)
    assert report.problems == ()
    assert (report.articles, report.chapters, report.unplaced) == (42, 6, 0)
    assert (report.corrections, report.flags) == (7, 3)


def test_headings_of_the_statute(edition):
    headings = list(edition.parsed.statute.all_headings())
    assert [(h.label, h.title, len(h.articles)) for h in headings] == [
        ("第一章", "总则", 8),
        ("第二章", "职业技能提升", 9),
        ("第三章", "职业发展", 8),
        ("第四章", "保障激励", 7),
        ("第五章", "权益维护", 9),
        ("第六章", "附则", 1),
    ]


@pytest.mark.parametrize(
    ("number", "paragraphs", "ends"),
    [
        (6, 2, "国有企业应当在产业工人队伍建设中发挥示范带动作用。"),
        (12, 1, "并对符合条件的，按照规定给予补助。"),
        (23, 1, "探索推进社会化专项职业能力考核。"),
        (32, 2, "给予奖励和报酬。"),
        (42, 1, "本条例自2026年3月1日起施行。"),
    ],
)
def test_corrected_articles_are_whole(edition, number, paragraphs, ends):
    article = edition.parsed.statute.find_article(number)
    assert len(article.paragraphs) == paragraphs
    assert article.text.endswith(ends)


def test_lines_of_the_structure_are_those_of_the_source(edition):
    lines = edition.verbatim.split("\n")
    assert lines[edition.parsed.statute.find_article(33).line - 1].startswith("第三十三条 ")


def test_oddities_are_kept_as_printed(edition):
    assert "应急管理局、" in edition.parsed.statute.find_article(4).text
    assert [entry.kind for entry in edition.corrections_of(4)] == ["flag"]


def test_source_without_its_ledger_reports_every_defect():
    parsed = parse_file(FOLDER / "2026-03-01.txt")
    assert [article.number for article in parsed.statute.articles] == list(range(1, 43))
    assert [left.line for left in parsed.unplaced] == [76, 200, 202]
    assert [(note.line, note.kind) for note in parsed.notes] == [
        (52, "joined"),
        (74, "sequence"),
        (120, "joined"),
        (156, "joined"),
    ]


def test_preface_tells_how_the_statute_came_about(edition):
    preface = edition.parsed.statute.preface
    assert [text.kind for text in preface] == [
        "title", "adoption", "order", "text", "signature", "date", "decision", "adoption", "text",
    ]  # fmt: skip
    assert preface[0].text == "青岛市产业工人队伍建设促进条例"


@pytest.mark.parametrize(
    ("on", "says"),
    [
        (date(2026, 3, 1), "有效"),
        (date(2026, 2, 28), "尚未施行"),
        (date(2025, 12, 18), "没有通过的文本"),
    ],
)
def test_standing_on_a_day(on, says):
    assert says in standing(FOLDER, on)
    assert (statute_on(FOLDER, on) is not None) == (says == "有效")


def test_adopted_statute_is_pending_until_it_comes_into_force():
    assert find_pending(FOLDER, date(2026, 1, 1)).since == IN_FORCE
    assert find_pending(FOLDER, IN_FORCE) is None


def test_amendment_is_a_new_version(copied):
    text = as_text(statute_on(FOLDER, IN_FORCE).parsed.statute).replace(
        "三十七条　鼓励", "三十七条　支持"
    )
    (copied / "later.txt").write_text(text, "utf8")
    import hashlib

    digest = hashlib.sha256(text.encode()).hexdigest()
    (copied / "none.yaml").write_text("corrections: []\n", "utf8")
    versions = (copied / "versions.yaml").read_text("utf8")
    later = versions[versions.index("  - key:") :]
    for old, new in {
        'key: "2026-03-01"': 'key: "2030-01-01"',
        "since: 2026-03-01": "since: 2030-01-01",
        "2026-03-01.txt": "later.txt",
        "corrections.yaml": "none.yaml",
        list_versions(copied)[0].sha256: digest,
    }.items():
        later = later.replace(old, new)
    (copied / "versions.yaml").write_text(versions + later, "utf8")

    before, after = (statute_on(copied, day) for day in (date(2029, 12, 31), date(2030, 1, 1)))

    assert before.parsed.statute.find_article(37).text.startswith("鼓励")
    assert after.parsed.statute.find_article(37).text.startswith("支持")
    assert before.version.until == date(2030, 1, 1)


def test_changed_source_is_noticed(copied):
    with (copied / "2026-03-01.txt").open("ab") as file:
        file.write(b"\n")
    with pytest.raises(Broken, match=r"2026-03-01\.txt:1: SHA-256"):
        statute_on(copied, IN_FORCE)
    assert "SHA-256" in check_folder(copied)[0].problems[0]


def test_check_finds_what_a_missing_correction_leaves(copied):
    ledger = (copied / "corrections.yaml").read_text("utf8")
    (copied / "corrections.yaml").write_text(
        ledger[: ledger.index("  - id: footer-slogan-1")], "utf8"
    )
    (report,) = check_folder(copied)
    assert report.problems == (
        "line 200 has no place: 讲文明 树新风 公益广告",
        "line 202 has no place: 文明旅游 共筑更美的风景",
    )


def test_version_that_is_not_whole_is_named_by_line(copied):
    (copied / "versions.yaml").write_text("versions:\n  - key: a\n", "utf8")
    with pytest.raises(Broken, match=r"versions\.yaml:2: a version must say title"):
        list_versions(copied)
