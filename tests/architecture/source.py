"""The source as these tests read it."""

import ast
from functools import cache
from pathlib import Path

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


def room_of(path: Path) -> str:
    """The first package below gongtu: web, engines, parties …"""
    return path.relative_to(PACKAGE).parts[0]
