"""Every provision's worked scenarios, as its own folder tells them."""

from typing import Any

import pytest
from django.db import transaction

from gongtu.provisions import Provision, discover
from tests.scenarios.play import Played, play, stories
from tests.scenarios.town import found

PROVISIONS = [provision for provision in discover() if provision.procedure is not None]
TOLD = [
    pytest.param(provision, story, id=f"{provision.key}: {story['name']}")
    for provision in PROVISIONS
    for story in stories(provision)
]


seen: dict[str, Played] = {}


def played_alone(provision: Provision, story: dict[str, Any]) -> Played:
    """The story in a town that is gone afterwards; as it was told before, if it was."""
    assert provision.procedure is not None
    if (told := seen.get(f"{provision.key}: {story['name']}")) is not None:
        return told
    with transaction.atomic():
        played = play(provision.procedure, story, found())
        transaction.set_rollback(True)
    return played


@pytest.mark.django_db
@pytest.mark.parametrize(("provision", "story"), TOLD)
def test_scenario_ends_as_told(provision: Provision, story: dict[str, Any]) -> None:
    assert provision.procedure is not None

    played = play(provision.procedure, story, found())

    seen[f"{provision.key}: {story['name']}"] = played
    then = story["then"]
    assert played.case.stage == then["stage"]
    assert played.letters == then.get("letters", [])
    assert played.paid == then.get("paid")


@pytest.mark.django_db
@pytest.mark.parametrize("provision", PROVISIONS, ids=lambda p: p.key)
def test_scenarios_visit_every_stage_make_every_move_fail_every_condition(
    provision: Provision,
) -> None:
    procedure = provision.procedure
    assert procedure is not None
    stages, moves, failed = set(), set(), set()
    for story in stories(provision):
        played = played_alone(provision, story)
        stages |= played.stages
        moves |= played.moves
        failed |= played.failed

    assert {stage.key for stage in procedure.stages} - stages == set()
    assert {move.key for move in procedure.moves} - moves == set()
    assert {condition.key for condition in procedure.conditions} - failed == set()
