import json
from pathlib import Path

import pytest
from lxml import etree

import gongtu
from gongtu.ops import cli

SOURCE = Path(gongtu.__file__).parent / "cities" / "qingdao" / "statute" / "2026-03-01.txt"


def test_parse_prints_json_and_reports_what_has_no_place(capsysbinary):
    assert cli.main(["statute", "parse", str(SOURCE)]) == 0
    told = json.loads(capsysbinary.readouterr().out)
    assert (told["title"], len(told["articles"])) == ("青岛市产业工人队伍建设促进条例", 42)
    assert [left["line"] for left in told["unplaced"]] == [76, 200, 202]


def test_parse_with_the_ledger_leaves_nothing_over(capsysbinary):
    ledger = SOURCE.with_name("corrections.yaml")
    assert cli.main(["statute", "parse", str(SOURCE), "--corrections", str(ledger)]) == 0
    told = json.loads(capsysbinary.readouterr().out)
    assert (told["unplaced"], told["notes"]) == ([], [])


def test_parse_writes_akoma_ntoso_to_a_file(tmp_path):
    file = tmp_path / "statute.xml"
    assert cli.main(["statute", "parse", str(SOURCE), "--akn", "--output", str(file)]) == 0
    assert etree.parse(str(file)).getroot().tag.endswith("akomaNtoso")


def test_text_that_is_no_statute_is_refused(tmp_path, capsys):
    (tmp_path / "list.txt").write_text("一、牛奶\n二、面包\n", "utf8")
    assert cli.main(["statute", "parse", str(tmp_path / "list.txt")]) == 1
    assert "没有找到" in capsys.readouterr().err


def test_check_says_that_the_statute_holds(capsys):
    assert cli.main(["statute", "check"]) == 0
    assert "42 条、6 章" in capsys.readouterr().out


def test_check_reports_as_json(capsys):
    assert cli.main(["statute", "check", "--json"]) == 0
    (report,) = json.loads(capsys.readouterr().out)
    assert (report["holds"], report["articles"], report["problems"]) == (True, 42, [])


@pytest.mark.parametrize(("form", "begins"), [("--akn", "<?xml"), ("--text", "青岛市")])
def test_export_gives_the_text_in_force(capsysbinary, form, begins):
    assert cli.main(["statute", "export", form, "--on", "2026-03-01"]) == 0
    assert capsysbinary.readouterr().out.decode().startswith(begins)


def test_export_before_the_day_of_force_is_refused(capsys):
    assert cli.main(["statute", "export", "--on", "2026-02-28"]) == 1
    assert "尚未施行" in capsys.readouterr().err
