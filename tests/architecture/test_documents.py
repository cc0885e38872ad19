"""What can be said about the platform is said, and is up to date."""

import importlib

import pytest

from gongtu.ops import cli, reference
from gongtu.ops.settings.environment import Settings
from gongtu.parties.roles import Role
from gongtu.registers.skills.choices import Grade
from tests.architecture.source import ROOT

REFERENCE = ROOT / "docs" / "reference"


def test_reference_says_what_the_code_says():
    assert reference.stale() == []


def test_every_setting_is_described():
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []


@pytest.mark.parametrize("name", sorted(Settings.model_fields))
def test_every_setting_is_in_the_reference(name):
    assert f"GONGTU_{name.upper()}" in (REFERENCE / "settings.md").read_text("utf8")


@pytest.mark.parametrize("command", cli.listed(), ids=lambda command: command.name)
def test_every_command_is_in_the_reference(command):
    assert f"gongtu {command.name}" in (REFERENCE / "commands.md").read_text("utf8")


@pytest.mark.parametrize("command", cli.listed(), ids=lambda command: command.name)
def test_every_command_can_be_asked_what_it_does(command):
    module = importlib.import_module(command.module)

    assert callable(module.add_arguments)
    assert callable(module.run)


@pytest.mark.parametrize("term", [*Role, *Grade], ids=str)
def test_glossary_knows_every_role_and_grade(term):
    said = (ROOT / "GLOSSARY.md").read_text("utf8")

    assert term.label in said
    assert f"{type(term).__name__}.{term.name}" in said
