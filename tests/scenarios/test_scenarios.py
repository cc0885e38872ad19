"""Every provision's worked scenarios, as its own folder tells them, by each of its procedures."""

from typing import Any

import pytest
from django.db import transaction

from gongtu.engines.casework.declare import Procedure
from gongtu.provisions import Provision, discover
from tests.scenarios.play import Played, play, stories
from tests.scenarios.town import found

PLAYED = [(provision, procedure) for provision in discover() for procedure in provision.procedures]
TOLD = [
    pytest.param(procedure, story, id=f"{provision.key}: {procedure.key}: {story['name']}")
    for provision, procedure in PLAYED
    for story in stories(provision)
]


seen: dict[str, Played] = {}


def played_alone(procedure: Procedure, story: dict[str, Any]) -> Played:
    """The story in a town that is gone afterwards; as it was told before, if it was."""
    if (told := seen.get(f"{procedure.key}: {story['name']}")) is not None:
        return told
    with transaction.atomic():
        played = play(procedure, story, found())
        transaction.set_rollback(True)
    return played


@pytest.mark.django_db
@pytest.mark.parametrize(("procedure", "story"), TOLD)
def test_scenario_ends_as_told(procedure: Procedure, story: dict[str, Any]) -> None:
    played = play(procedure, story, found())

    seen[f"{procedure.key}: {story['name']}"] = played
    then = story["then"]
    assert played.case.stage == then["stage"]
    assert played.letters == then.get("letters", [])
    assert played.paid == then.get("paid")


@pytest.mark.django_db
@pytest.mark.parametrize(("provision", "procedure"), PLAYED, ids=lambda p: p.key)
def test_scenarios_visit_every_stage_make_every_move_fail_every_condition(
    provision: Provision, procedure: Procedure
) -> None:
    stages, moves, failed = set(), set(), set()
    for story in stories(provision):
        played = played_alone(procedure, story)
        stages |= played.stages
        moves |= played.moves
        failed |= played.failed

    assert {stage.key for stage in procedure.stages} - stages == set()
    assert {move.key for move in procedure.moves} - moves == set()
    assert {condition.key for condition in procedure.conditions} - failed == set()
