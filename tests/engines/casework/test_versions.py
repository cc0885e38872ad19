"""A change of stages leaves the cases that began before it as they were."""

from dataclasses import replace

import pytest

from gongtu.base.errors import Broken
from gongtu.engines.casework import queries, registry
from gongtu.engines.casework.declare import Stage
from gongtu.engines.casework.services import make_move
from gongtu.parties.roles import HRSS
from tests.engines.casework.conftest import DAY, City
from tests.engines.casework.procedures import FOLDER, TOOLS, refuse

SHORTER = replace(
    TOOLS,
    version="2026-10-01",
    stages=(Stage("review", "审核中", HRSS, (refuse,)), TOOLS["refused"], TOOLS["withdrawn"]),
)


def test_a_case_ends_under_the_version_it_began_with(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registry, "_former", {})
    old = city.claim()
    registry.register(SHORTER, FOLDER)
    registry.register_former(TOOLS)
    new = city.claim()
    shown = queries.moves_open_to(queries.get_case(new.number), city.officer, on=DAY)
    assert [move.key for move in shown] == ["refuse"]
    assert make_move(old.number, "ask_more", by=city.officer, on=DAY, reason="补").stage == (
        "supplement"
    )


def test_the_present_version_is_no_former_one() -> None:
    with pytest.raises(Broken, match="twice"):
        registry.register_former(TOOLS)
