"""`gongtu journal`: its exit status is what a nightly check looks at."""

import json
from datetime import date

import pytest
from django.db import connection

from gongtu.ops import cli
from gongtu.records.append_only import lifted
from gongtu.records.journal.services import write

pytestmark = pytest.mark.django_db
DAY = date(2026, 9, 1)


def test_a_sound_journal_is_told_and_passes(capsys: pytest.CaptureFixture[str]) -> None:
    write("case:1", "opened", on=DAY, by=None)

    assert cli.main(["journal", "seal"]) == 0
    assert cli.main(["journal", "verify"]) == 0

    told = capsys.readouterr().out
    assert "seal 1: 1 chains" in told
    assert "1 entries, 1 chains, 1 seals\nsound" in told


def test_sealing_where_nothing_grew_is_no_failure(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["journal", "seal", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"seal": None}


def test_a_changed_journal_fails_and_names_the_entry(capsys: pytest.CaptureFixture[str]) -> None:
    write("case:1", "opened", on=DAY, by=None)
    with lifted(), connection.cursor() as cursor:
        cursor.execute("UPDATE records_journalentry SET kind = 'read'")

    assert cli.main(["journal", "verify", "--json"]) == 1

    told = json.loads(capsys.readouterr().out)
    assert told["sound"] is False
    assert told["problems"] == [{"where": "case:1#1", "what": "内容已被改动"}]
