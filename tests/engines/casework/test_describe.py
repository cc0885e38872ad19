"""What pages say of a procedure is read off its declaration."""

from datetime import date

import pytest
from jsonschema import Draft202012Validator

from gongtu.engines.casework import describe, registry
from gongtu.engines.casework.declare import Procedure
from gongtu.engines.casework.describe.reader import Reader
from gongtu.provisions import discover

DAY = date(2026, 9, 1)
PROCEDURES = [(provision, one) for provision in discover() for one in provision.procedures]


@pytest.fixture(params=PROCEDURES, ids=lambda declared: declared[1].key)
def procedure(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Procedure:
    """Each procedure, registered whatever other tests of this folder put in its place."""
    provision, found = request.param
    monkeypatch.setattr(registry, "_procedures", {found.key: found})
    monkeypatch.setattr(registry, "_folders", {found.key: provision.folder})
    return found


def chinese(text: object) -> bool:
    return any("一" <= letter <= "鿿" for letter in str(text))


def test_english_guide_has_no_chinese_label(procedure: Procedure) -> None:
    told = describe.guide(procedure, on=DAY, lang="en")

    assert not chinese(told["title"])
    assert not chinese(told["story"])
    assert not chinese([stage["label"] for stage in (*told["steps"], *told["ends"])])
    assert not chinese([move["label"] for step in told["steps"] for move in step["moves"]])
    assert not chinese([condition["says"] for condition in told["conditions"]])
    assert not chinese([condition["rule"] for condition in told["conditions"]])


def test_unsettled_terms_are_shown_as_such(procedure: Procedure) -> None:
    for term in describe.guide(procedure, on=DAY)["terms"]:
        assert (term["value"] is None) == (term["shown"] == "待核")


def test_diagram_shows_every_stage_and_move(procedure: Procedure) -> None:
    told = describe.diagram(procedure)

    assert all(f"    {stage.key}: {stage.label}" in told for stage in procedure.stages)
    assert all(f"--> {move.to}: {move.label}" in told for move in procedure.moves)


def test_schemas_of_all_forms_are_sound(procedure: Procedure) -> None:
    reader = Reader.of(procedure.key, "zh")
    for form in procedure.forms:
        Draft202012Validator.check_schema(describe.schema(form, reader))


def test_task_list_ends_with_checking(procedure: Procedure) -> None:
    told = describe.tasks(procedure)

    assert told[-1]["kind"] == "check"
    assert {task["key"] for task in told} >= set(procedure.form.facts)
