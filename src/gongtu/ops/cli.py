"""`gongtu`: the one command. Each module in `ops/commands` is one of its words."""

import argparse
import ast
import atexit
import gc
import importlib
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, cast

from django.db.utils import OperationalError, ProgrammingError

from gongtu.base.errors import Broken, Refused

FOLDER = Path(__file__).parent / "commands"
REFUSED = 1
# How SQLite and PostgreSQL say that a table is not there yet.
NO_TABLE = ("no such table", "does not exist")


class Command(Protocol):
    """What a module in `ops/commands` offers beside NAME, HELP and NEEDS_DJANGO."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Say which arguments the command takes."""

    def run(self, args: argparse.Namespace) -> int:
        """Do it, and return the exit status."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A command as its first lines describe it, read without importing what it needs."""

    name: str
    help: str
    needs_django: bool
    module: str

    def load(self) -> Command:
        """Import the command; Django and the city are started first where it needs them."""
        with nothing_thrown_away():
            if self.needs_django:
                import django

                django.setup()
            return cast(Command, importlib.import_module(self.module))


@contextmanager
def nothing_thrown_away() -> Iterator[None]:
    """What is loaded at the start stays to the end: it is never looked through for garbage."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
        atexit.register(gc.unfreeze)  # else modules in C++ tell of leaks at the end


def listed() -> list[Listed]:
    """Every command, by name."""
    files = (file for file in FOLDER.glob("*.py") if file.stem != "__init__")
    return sorted((read(file) for file in files), key=lambda command: command.name)


def read(file: Path) -> Listed:
    """Raises `Broken` when NAME, HELP or NEEDS_DJANGO is not written out in the file."""
    tree = ast.parse(file.read_text("utf8"))
    written = {
        target.id: ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    missing = {"NAME", "HELP", "NEEDS_DJANGO"} - written.keys()
    if missing:
        raise Broken(f"{file}:1: a command must say {', '.join(sorted(missing))}")
    return Listed(
        written["NAME"],
        written["HELP"],
        written["NEEDS_DJANGO"],
        f"gongtu.ops.commands.{file.stem}",
    )


def parse(argv: Sequence[str]) -> tuple[Command, argparse.Namespace] | None:
    """The command asked for with its arguments; None when only the list was asked for."""
    parser = argparse.ArgumentParser("gongtu", description="A statute, running as a service.")
    words = parser.add_subparsers(metavar="command", dest="command")
    asked = None
    for command in listed():
        word = words.add_parser(command.name, help=command.help, description=command.help)
        if argv and argv[0] == command.name:
            asked = command.load()
            asked.add_arguments(word)
    args = parser.parse_args(argv)
    if asked is None:
        parser.print_help()
        return None
    return asked, args


def main(argv: Sequence[str] | None = None) -> int:
    """Exit status: 0 done, 1 refused or broken, 2 not a command, 130 stopped by the person."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongtu.ops.settings.dev")
    try:
        parsed = parse(sys.argv[1:] if argv is None else argv)
        return _run(*parsed) if parsed else 0
    except Refused as refusal:
        print(*refusal.reasons, sep="\n", file=sys.stderr)
    except Broken as mistake:
        print(f"gongtu: {mistake}", file=sys.stderr)
    except (OperationalError, ProgrammingError) as error:
        if not any(words in str(error) for words in NO_TABLE):
            raise
        told = "There are no tables yet: run `gongtu prepare` first."
        print("数据表尚未建立，请先运行 gongtu prepare。", told, sep="\n", file=sys.stderr)
    except KeyboardInterrupt:
        return 130
    return REFUSED


def _run(command: Command, args: argparse.Namespace) -> int:
    """Raises `Refused` for a file among the arguments that cannot be opened."""
    try:
        return command.run(args)
    except OSError as failure:
        if Path(str(failure.filename)) not in vars(args).values():
            raise
        raise Refused(f"打不开{failure.filename}（{failure.strerror}）。") from failure


if __name__ == "__main__":
    sys.exit(main())
