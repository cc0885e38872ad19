"""`gongtu provision`: what it makes is whole, and works before anybody has changed a word."""

from pathlib import Path

import pytest

from gongtu import provisions
from gongtu.engines.casework import registry as casework
from gongtu.engines.indicators import registry as indicators
from gongtu.ops.commands.provision import CannotStart, chosen, scaffold
from gongtu.provisions import Provision, c2_skills
from tests.architecture.test_provisions import ALWAYS, WITH_PROCEDURE
from tests.provisions.spoken import known, spoken
from tests.scenarios.play import play, stories
from tests.scenarios.town import found

PLACE = "c2_skills/overseas_exchange"


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Provision:
    """A provision made in another tree, and known for the time of the test."""
    folder = scaffold(PLACE, norm=chosen("16", "overseas-exchange-and-training"), root=tmp_path)
    monkeypatch.setattr(c2_skills, "__path__", [*c2_skills.__path__, str(folder.parent)])
    for registry in (casework, indicators):
        monkeypatch.setattr(registry, "_folders", dict(registry._folders))
    monkeypatch.setattr(casework, "_procedures", dict(casework._procedures))
    monkeypatch.setattr(indicators, "_indicators", dict(indicators._indicators))
    provision = provisions.read(folder)
    provisions.register(provision)
    return provision


def test_folder_is_complete(made: Provision) -> None:
    names = {path.name for path in made.folder.iterdir()}

    assert (ALWAYS | WITH_PROCEDURE) - names == set()


def test_it_fulfils_the_norm_asked_for(made: Provision) -> None:
    assert {norm for one in made.declared for norm in one.fulfils} == {
        "overseas-exchange-and-training"
    }


def test_its_english_is_complete(made: Provision) -> None:
    assert [text for text in spoken(made) if text not in known(made)] == []


@pytest.mark.django_db
@pytest.mark.parametrize(("number", "end"), [(0, "granted"), (1, "refused")])
def test_its_scenarios_play(made: Provision, number: int, end: str) -> None:
    (procedure,) = made.procedures

    assert play(procedure, stories(made)[number], found()).case.stage == end


def test_nothing_is_written_over(made: Provision) -> None:
    norm = chosen("16", "overseas-exchange-and-training")

    with pytest.raises(CannotStart, match="已经存在"):
        scaffold(PLACE, norm=norm, root=made.folder.parent.parent)


def test_a_place_that_is_no_chapter_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotStart, match="章/事项"):
        scaffold("c9_none/thing", norm=chosen("16", None), root=tmp_path)


def test_an_article_without_norms_is_refused() -> None:
    with pytest.raises(CannotStart, match="第42条"):
        chosen("42", None)
