"""Drawing numbers: in a row, in a transaction, and never where a prefix is 待核."""

from pathlib import Path

import pytest
from django.db import transaction

from gongtu.base.errors import Broken
from gongtu.ops import cli
from gongtu.policy import providers
from gongtu.registers.skills import services as skills
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import Assessor
from gongtu.registers.skills.numbers import NumberImpossible
from tests.registers.skills.sitting import DAY
from tests.scenarios.town import Town

CONFIRMED = """
platform:qualification_prefix:
  values:
    - from: 2026-03-01
      value: {%s: 10012003}
      source: 登记文件
      confidence: high
"""


@pytest.fixture
def overlay(tmp_path: Path, town: Town):
    """A city that says which eight digits are the works'."""
    before = providers.overlay()

    def says(uscc: str | None = town.bodies["works"].uscc) -> None:
        (tmp_path / "platform.yaml").write_text(CONFIRMED % uscc, "utf8")
        providers.use_overlay({**before, **providers.read_overlay(tmp_path)})

    yield says
    providers.use_overlay(before)


def draw(town: Town, grade: Grade = Grade.SENIOR, count: int = 1) -> list[str]:
    return skills.draw_qualification_numbers(
        town.bodies["works"].pk, grade, count=count, by=town.roles["enterprise"], on=DAY
    )


def test_a_draw_that_fails_leaves_no_gap(town: Town) -> None:
    works = town.bodies["works"].pk
    with pytest.raises(NumberImpossible), transaction.atomic():
        skills.draw_numbers(works, [Grade.SENIOR, Grade.CHIEF_TECHNICIAN], on=DAY)

    assert skills.draw_numbers(works, [Grade.SENIOR] * 2, on=DAY) == [
        "Y000037020001263000001",
        "Y000037020001263000002",
    ]


def test_who_is_no_assessor_draws_nothing(town: Town) -> None:
    with pytest.raises(skills.NoNumbersLeft):
        skills.draw_numbers(town.bodies["hrss"].pk, [Grade.SENIOR], on=DAY)


def test_serials_run_out_and_stay_where_they_were(town: Town) -> None:
    Assessor.objects.update(last_serial=999_999)
    with pytest.raises(NumberImpossible, match="已用完"), transaction.atomic():
        skills.draw_numbers(town.bodies["works"].pk, [Grade.SENIOR], on=DAY)

    assert Assessor.objects.get().last_serial == 999_999


@pytest.mark.django_db(transaction=True)
def test_numbers_are_drawn_in_a_transaction_only() -> None:
    with pytest.raises(Broken):
        skills.draw_numbers(1, [Grade.SENIOR], on=DAY)


def test_a_prefix_nobody_confirmed_gives_no_number(town: Town) -> None:
    with pytest.raises(skills.NoNumbersLeft, match="待核"):
        draw(town)


def test_a_prefix_is_one_bodys_and_nobody_elses(town: Town, overlay) -> None:
    overlay("91370200MA3TEST00X")

    with pytest.raises(skills.NoNumbersLeft, match="待核"):
        draw(town)


def test_sixteen_digits_run_on_by_grade_and_year(town: Town, overlay) -> None:
    overlay()

    assert draw(town, count=2) == ["2610012003300001", "2610012003300002"]
    assert draw(town, Grade.JUNIOR) == ["2610012003500001"]
    assert draw(town) == ["2610012003300003"]
    with pytest.raises(skills.NoNumbersLeft, match="1至10000"):
        draw(town, count=0)


def test_numbers_are_drawn_and_explained_from_the_terminal(
    town: Town, overlay, capsys: pytest.CaptureFixture[str]
) -> None:
    overlay()
    works = str(town.bodies["works"].pk)

    assert cli.main(["numbers", "draw", "--organisation", works, "--grade", "senior"]) == 0
    drawn = capsys.readouterr().out.strip()
    assert drawn.endswith("10012003300001")
    assert cli.main(["numbers", "explain", drawn]) == 0
    assert "3–4\t10\t省份或者行业" in capsys.readouterr().out
    assert cli.main(["numbers", "explain", "Y000037020001263000001", "--json"]) == 0
    assert '"places": "17–22"' in capsys.readouterr().out
    assert cli.main(["numbers", "explain", "x"]) == cli.REFUSED
