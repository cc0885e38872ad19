"""`gongtu found`: the city as its folder tells it, as often as one likes."""

import json
from datetime import date
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from gongtu.ops import cli, preparing
from gongtu.ops.founding import found
from gongtu.parties.capacity import CLOCK
from gongtu.parties.models import Division, Organisation
from gongtu.policy.city import City, active_city
from gongtu.registers.ladder import services as ladder
from gongtu.registers.ladder.choices import Wording
from gongtu.registers.ladder.models import StandardWording
from gongtu.registers.ladder.services.wordings import Worded
from gongtu.registers.skills.models import Occupation

pytestmark = pytest.mark.django_db
DAY = date(2026, 9, 1)
TINY = Path("tests/cities/tiny")


def counts(capsys: pytest.CaptureFixture[str]) -> dict[str, int]:
    assert cli.main(["found", "--json"]) == 0
    told: dict[str, int] = json.loads(capsys.readouterr().out)
    return told


def test_everything_of_the_folder_is_new_once(capsys: pytest.CaptureFixture[str]) -> None:
    city = active_city()

    first, second = counts(capsys), counts(capsys)

    assert first["divisions"] == len(city.divisions) == Division.objects.count()
    assert first["bodies"] == len(city.bodies()) == Organisation.objects.count()
    assert first["occupations"] == Occupation.objects.count() > 1000
    assert first["wordings"] == StandardWording.objects.count() > 0
    assert set(second.values()) == {0}


def test_what_is_new_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["found"]) == 0

    assert f"新增区划{len(active_city().divisions)}个" in capsys.readouterr().out


def test_a_city_without_lists_of_occupations_is_founded_too() -> None:
    city = City.load(TINY)

    new = found(city, on=DAY)

    assert (new["divisions"], new["occupations"]) == (len(city.divisions), 0)


def test_the_file_leaves_a_wording_recorded_on_the_platform_alone(tmp_path: Path) -> None:
    found(active_city(), on=DAY)
    line = StandardWording.objects.get()
    StandardWording.objects.all().delete()
    here = Worded(
        occupation=line.occupation_id, wording=Wording.OF_2018, since=line.since,
        standard="本市所见文本", source="本市档案",
    )  # fmt: skip
    ladder.record_wording(here, by=CLOCK, on=DAY)

    assert found(active_city(), on=DAY)["wordings"] == 0
    assert StandardWording.objects.get().source == "本市档案"


def test_the_file_corrects_what_only_the_file_told() -> None:
    found(active_city(), on=DAY)
    StandardWording.objects.update(source="旧的来源")

    found(active_city(), on=DAY)

    assert StandardWording.objects.get().source != "旧的来源"


def test_preparing_brings_new_files_of_the_city() -> None:
    preparing.prepare()

    assert Division.objects.count() == len(active_city().divisions)


def test_a_demo_is_left_as_it_was_built(settings: Settings) -> None:
    settings.GONGTU_DEMO = True
    city = Division.objects.create(code="370200", name="青岛市", level="city")
    Organisation.objects.create(name="甲", kind="enterprise", division=city, registered_on=DAY)

    preparing.prepare()

    assert Division.objects.get() == city
