"""The source as these tests read it."""

import ast
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

import gongtu

PACKAGE = Path(gongtu.__file__).parent
ROOT = PACKAGE.parents[1]
PROVISIONS = PACKAGE / "provisions"
TEMPLATES = PACKAGE / "web" / "templates"
MODULES = sorted(p for p in PACKAGE.rglob("*.py") if "migrations" not in p.parts)
FOLDERS = sorted(p.parent for p in PROVISIONS.glob("*/*/__init__.py"))
DOORS = ("web", "api", "ops")


def name_of(path: Path) -> str:
    """A path as a test's id."""
    return str(path.relative_to(PACKAGE)) if path.is_relative_to(PACKAGE) else str(path)


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf8"))


def faults(rule: Callable[[Path], Any], among: Iterable[Path]) -> dict[str, Any]:
    """What the rule finds wrong, by file: one test says it of all of them at once."""
    return {name_of(path): wrong for path in among if (wrong := rule(path))}


def room_of(path: Path) -> str:
    """The first package below gongtu: web, engines, parties …"""
    return path.relative_to(PACKAGE).parts[0]
