"""What pages say of a procedure is read off its declaration."""

from datetime import date

import pytest
from jsonschema import Draft202012Validator

from gongtu.engines.casework import describe, registry
from gongtu.engines.casework.describe.reader import Reader
from gongtu.provisions import Provision, discover

DAY = date(2026, 9, 1)
PROVISIONS = [provision for provision in discover() if provision.procedure is not None]


@pytest.fixture(params=PROVISIONS, ids=lambda p: p.key)
def provision(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Provision:
    """Each provision, registered whatever other tests of this folder put in its place."""
    found: Provision = request.param
    assert found.procedure is not None
    monkeypatch.setattr(registry, "_procedures", {found.procedure.key: found.procedure})
    monkeypatch.setattr(registry, "_folders", {found.procedure.key: found.folder})
    return found


def chinese(text: object) -> bool:
    return any("一" <= letter <= "鿿" for letter in str(text))


def test_english_guide_has_no_chinese_label(provision: Provision) -> None:
    told = describe.guide(provision.procedure, on=DAY, lang="en")

    assert not chinese(told["title"])
    assert not chinese(told["story"])
    assert not chinese([stage["label"] for stage in (*told["steps"], *told["ends"])])
    assert not chinese([move["label"] for step in told["steps"] for move in step["moves"]])
    assert not chinese([condition["says"] for condition in told["conditions"]])
    assert not chinese([condition["rule"] for condition in told["conditions"]])


def test_unsettled_terms_are_shown_as_such(provision: Provision) -> None:
    for term in describe.guide(provision.procedure, on=DAY)["terms"]:
        assert (term["value"] is None) == (term["shown"] == "待核")


def test_diagram_shows_every_stage_and_move(provision: Provision) -> None:
    procedure = provision.procedure
    told = describe.diagram(procedure)

    assert all(f"    {stage.key}: {stage.label}" in told for stage in procedure.stages)
    assert all(f"--> {move.to}: {move.label}" in told for move in procedure.moves)


def test_schemas_of_all_forms_are_sound(provision: Provision) -> None:
    reader = Reader.of(provision.procedure.key, "zh")
    for form in provision.procedure.forms:
        Draft202012Validator.check_schema(describe.schema(form, reader))


def test_task_list_ends_with_checking(provision: Provision) -> None:
    told = describe.tasks(provision.procedure)

    assert told[-1]["kind"] == "check"
    assert {task["key"] for task in told} >= set(provision.procedure.form.facts)
