"""`gongtu clock`: the day is said, the counts come back, a second run changes nothing."""

import json
from datetime import date

import pytest

from gongtu.engines.casework.models import Case, StageRun
from gongtu.ops import cli
from gongtu.parties.models import Division

DAY = date(2026, 9, 1)


@pytest.fixture
def late_case(db: None) -> Case:
    """A case whose term ended in September."""
    district = Division.objects.create(code="370202", name="南区", level="district")
    case = Case.objects.create(
        number="20260000001", procedure="any", version="1", title="某事", division=district,
        opened_on=DAY, opener_role="worker", stage="review", stage_since=DAY, holder_role="hrss",
        legal_due=date(2026, 9, 29), due_order=date(2026, 9, 29),
    )  # fmt: skip
    StageRun.objects.create(case=case, stage="review", started_on=DAY, legal_due=case.legal_due)
    return case


def told(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, object]:
    assert cli.main(["clock", "--json", *words]) == 0
    counts: dict[str, object] = json.loads(capsys.readouterr().out)
    return counts


def test_it_counts_what_it_did_and_repeats_nothing(
    late_case: Case, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told(capsys, "--on", "2026-09-30") == {
        "on": "2026-09-30", "late": 1, "handed_over": 0, "in_favour": 0, "left_to_people": 0,
    }  # fmt: skip
    assert told(capsys, "--on", "2026-10-08")["late"] == 0
    late_case.refresh_from_db()
    assert late_case.late_since == date(2026, 9, 30)


def test_it_says_so_in_words(late_case: Case, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["clock", "--on", "2026-09-29"]) == 0
    assert capsys.readouterr().out.startswith("2026-09-29: 0 newly late")
