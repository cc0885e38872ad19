"""What a machine may be told, and the words of the one command."""

import argparse
from collections.abc import Iterator, Mapping

from gongtu.ops import cli
from gongtu.ops.reference.markdown import page, table
from gongtu.ops.settings.environment import DEVELOPMENT_KEY, ROOT, Settings


def settings() -> str:
    """Every variable of the environment with its default."""
    rows = (
        (f"`GONGTU_{name.upper()}`", shown(field.default), field.description)
        for name, field in Settings.model_fields.items()
    )
    return page(
        "Settings",
        "Read once, from the environment or a file `.env`. None of them is a value of policy: "
        "those are [parameters](parameters.md).",
        table(["Variable", "Default", "What it is for"], rows),
    )


def shown(default: object) -> str:
    """A default as one would type it; a path is told from the repository's root."""
    if default == DEVELOPMENT_KEY:
        return "a key for development; refused in service"
    text = str(default).replace(f"{ROOT}/", "")
    return "" if default in (None, "") else f"`{text}`"


def commands() -> str:
    """Each word of `gongtu` with its arguments."""
    return page("Commands", *(section for command in cli.listed() for section in told(command)))


def told(command: cli.Listed) -> Iterator[str]:
    """The heading, what it does, and a table of its arguments where it has any."""
    parser = argparse.ArgumentParser(command.name)
    command.load().add_arguments(parser)
    yield f"## `gongtu {command.name}`"
    yield command.help
    rows = list(arguments(parser))
    if rows:
        yield table(["Argument", "What it is for"], rows)


def arguments(parser: argparse.ArgumentParser, before: str = "") -> Iterator[tuple[str, str]]:
    """Arguments of a command, and of the words below it."""
    # argparse keeps no public list of what was added to it.
    for action in parser._actions:
        if isinstance(action.choices, Mapping) and not action.option_strings:
            for word, below in action.choices.items():
                yield f"`{before}{word}`", ""
                yield from arguments(below, f"{before}{word} ")
        elif action.dest != "help":
            names = ", ".join(action.option_strings) or str(action.metavar or action.dest).upper()
            yield f"`{before}{names}`", action.help or ""
