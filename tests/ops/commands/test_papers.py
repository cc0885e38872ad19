"""`gongtu papers enter|export`."""

import json
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from gongtu.engines.credentials.models import Credential
from gongtu.ops.cli import main
from tests.cast import DAY, raise_curtain
from tests.factories.skills import filing
from tests.registers.skills.test_papers import HEAD, OWN, line

NUMBER = OWN.format(1)


@pytest.fixture
def file(db: None, settings: Settings, tmp_path: Path) -> Path:
    settings.GONGTU_TODAY = DAY
    filing(raise_curtain())
    written = tmp_path / "papers.csv"
    written.write_text(HEAD + line(NUMBER), "utf8")
    return written


def test_enter_and_enter_again(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    enter = ["papers", "enter", str(file), "--body", "甲公司"]

    assert main([*enter, "--dry-run"]) == 0
    assert not Credential.objects.exists()
    assert main(enter) == main(enter) == 0

    told = capsys.readouterr().out
    assert "1行全部无误" in told
    assert "新补录1份，共1份" in told
    assert "新补录0份，共1份" in told


def test_wrong_rows(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text(HEAD + line("Y1"), "utf8")
    given_back = tmp_path / "wrong.xlsx"
    enter = ["papers", "enter", str(file), "--body", "甲公司"]

    assert main([*enter, "--wrong-rows", str(given_back)]) == 1

    assert "没有补录任何一份" in capsys.readouterr().out
    assert given_back.read_bytes().startswith(b"PK")


def test_what_is_exported_verifies_by_itself(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["papers", "enter", str(file), "--body", "甲公司"])
    capsys.readouterr()
    assert main(["papers", "export", NUMBER]) == 0
    document = json.loads(capsys.readouterr().out)
    out = tmp_path / "paper.json"
    main(["papers", "export", NUMBER, "--out", str(out)])

    assert json.loads(out.read_text("utf8")) == document
    assert main(["credentials", "verify", str(out)]) == 0
    document["credentialSubject"]["name"] = "李四"
    out.write_text(json.dumps(document), "utf8")
    assert main(["credentials", "verify", str(out)]) == 1
    assert "✗ 在同批签发的证书之中" in capsys.readouterr().out


def test_nobody_of_that_name(file: Path) -> None:
    assert main(["papers", "enter", str(file), "--body", "无此单位"]) != 0
