"""The examination of the machine."""

import json

import pytest

from gongtu.ops import cli
from gongtu.ops.doctor import Found


def test_missing_browser_is_said_and_hurts_nobody():
    assert Found("browser", "none", well=False, needed=False).mark == "–"
    assert not Found("browser", "none", well=False, needed=False).hurts


@pytest.mark.django_db
def test_findings_are_read_by_machines(capsys):
    cli.main(["doctor", "--json"])

    found = {each["what"]: each for each in json.loads(capsys.readouterr().out)}
    assert found["tables"]["found"] == "up to date"
    assert found["database"]["well"]
