"""The one command."""

import os
import subprocess
import sys

import pytest

from gongtu.ops import cli

DEVELOPMENT = {"DJANGO_SETTINGS_MODULE": "gongtu.ops.settings.dev", "GONGTU_DATABASE_URL": ""}


def test_list_of_commands_is_the_answer_to_no_command(capsys):
    assert cli.main([]) == 0

    assert "usage: gongtu" in capsys.readouterr().out


def test_unknown_command_is_a_mistake_of_usage():
    with pytest.raises(SystemExit) as stopped:
        cli.main(["nonsense"])

    assert stopped.value.code == 2


def test_every_command_says_what_it_does_in_one_line():
    assert all(command.help and "\n" not in command.help for command in cli.listed())


def test_command_without_a_name_is_broken(tmp_path):
    file = tmp_path / "odd.py"
    file.write_text('HELP = "x"\n', "utf8")

    with pytest.raises(cli.Broken, match="NAME, NEEDS_DJANGO"):
        cli.read(file)


def test_a_file_that_cannot_be_opened_is_named_without_a_traceback(tmp_path, capsys):
    missing = tmp_path / "officers.csv"

    assert cli.main(["import", "officers", str(missing)]) == cli.REFUSED
    assert cli.main(["import", "officers", str(tmp_path)]) == cli.REFUSED

    said = capsys.readouterr().err
    assert f"打不开{missing}" in said
    assert f"打不开{tmp_path}（" in said


def test_command_before_there_are_tables_says_what_to_run_first(tmp_path):
    asked = subprocess.run(
        [sys.executable, "-m", "gongtu.ops.cli", "ledger", "reconcile"],
        env={**os.environ, **DEVELOPMENT, "GONGTU_DATA_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert asked.returncode == cli.REFUSED
    assert "gongtu prepare" in asked.stderr
    assert "Traceback" not in asked.stderr
