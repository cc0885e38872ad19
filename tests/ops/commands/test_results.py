"""`gongtu results enter|issue`."""

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from gongtu.engines.casework import services as casework
from gongtu.engines.casework.models import Case
from gongtu.ops.cli import main
from gongtu.parties.models import Account, Office
from gongtu.parties.queries import get_capacity
from gongtu.registers.skills.models import AssessmentSession, Candidate, Certificate
from tests.cast import DAY, FITTER, WORKS, Cast, id_number, raise_curtain
from tests.factories.sittings import outsider
from tests.factories.skills import CHECKED, filing, seasoned

LINE = f"王师傅,{id_number(1)},{FITTER},高级工,{DAY},一号车间,88,91,{CHECKED},"
HEAD = "姓名,身份证号,职业编码,等级,评价日期,评价地点,理论成绩,技能成绩,申报条件声明,考评人员编号\n"


@pytest.fixture
def file(db: None, settings: Settings, tmp_path: Path) -> Path:
    settings.GONGTU_TODAY = DAY
    cast: Cast = raise_curtain()
    filing(cast)
    seasoned(cast)
    written = tmp_path / "results.csv"
    written.write_text(HEAD + LINE + outsider(cast).number, "utf8")
    return written


def approve() -> None:
    """A clerk of 甲公司 approves the plans that the console drew up."""
    clerk = Office.objects.get(organisation__uscc=WORKS)
    account = Account.objects.get(person=clerk.person)
    by = get_capacity(account, f"office:{clerk.pk}", DAY)
    for case in Case.objects.filter(stage="draft"):
        casework.make_move(case.number, "approve", by=by, on=DAY)


def test_enter_and_enter_again(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    enter = ["results", "enter", str(file), "--enterprise", WORKS]

    assert main([*enter, "--dry-run"]) == 0
    assert "1行全部无误" in capsys.readouterr().out
    assert not Candidate.objects.exists()
    assert main(enter) == main(enter) == 0
    assert "计划待经办人批准" in capsys.readouterr().out
    assert not Candidate.objects.exists()
    approve()
    assert main(enter) == main(enter) == 0

    told = capsys.readouterr().out
    assert "新录入1条" in told
    assert "以前已录入1条" in told
    assert Candidate.objects.get().passed


def test_wrong_rows(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text(HEAD + LINE.replace("88", "x"), "utf8")
    given_back = tmp_path / "wrong.xlsx"

    assert (
        main(
            ["results", "enter", str(file), "--enterprise", WORKS, "--wrong-rows", str(given_back)]
        )
        == 1
    )

    assert "第2行 理论成绩“x”：不是0至100的整数。" in capsys.readouterr().out
    assert given_back.read_bytes().startswith(b"PK")


def test_an_interrupted_issue_goes_on(file: Path) -> None:
    for _again in range(2):
        main(["results", "enter", str(file), "--enterprise", WORKS])
        approve()
    AssessmentSession.objects.update(state="issuing")
    number = AssessmentSession.objects.get().case_number

    assert main(["results", "issue", number]) == 0
    assert Certificate.objects.count() == 1
    assert main(["results", "issue", "20260009999"]) == 1
