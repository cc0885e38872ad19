"""One folder is one provision, complete, and free of numbers."""

import ast
import re

import pytest

from tests.architecture.source import FOLDERS, MODULES, PROVISIONS, faults, name_of, tree_of

CODE = [module for module in MODULES if module.is_relative_to(PROVISIONS)]
ALWAYS = {"__init__.py", "guide.md", "guide.en.md", "en.yaml"}
WITH_PROCEDURE = {"procedure.py", "parameters.yaml", "scenarios.yaml"}
WITH_BENEFIT = {"rules.py", "records.py", "parameters.yaml", "scenarios.yaml"}
KNOWN = (
    ALWAYS
    | WITH_PROCEDURE
    | WITH_BENEFIT
    | {
        *("effects.py", "indicators.py", "service.py", "letters"),
    }
)


def names_in(folder):
    return {p.name for p in folder.iterdir() if p.name != "__pycache__"}


@pytest.mark.parametrize("folder", FOLDERS, ids=name_of)
def test_folder_is_complete(folder):
    needed = ALWAYS | (WITH_PROCEDURE if "procedure.py" in names_in(folder) else set())
    rules = folder / "rules.py"
    declares = rules.is_file() and re.search(r"^BENEFITS? = ", rules.read_text("utf8"), re.M)
    needed |= WITH_BENEFIT if declares else set()

    assert needed - names_in(folder) == set()


@pytest.mark.parametrize("folder", FOLDERS, ids=name_of)
def test_folder_has_nothing_that_no_other_would_have(folder):
    assert names_in(folder) - KNOWN == set()


@pytest.mark.parametrize("folder", FOLDERS, ids=name_of)
def test_letters_come_in_both_languages(folder):
    chinese = {p.name.removesuffix(".zh.html") for p in folder.glob("letters/*.zh.html")}
    english = {p.name.removesuffix(".en.html") for p in folder.glob("letters/*.en.html")}

    assert chinese == english


def test_no_amount_period_or_threshold_is_written_in_python():
    assert faults(numbers, CODE) == {}


def numbers(module):
    """Article and paragraph numbers are arguments of `article(...)`; nothing else is a number."""
    calls = [node for node in ast.walk(tree_of(module)) if isinstance(node, ast.Call)]
    cited = {
        id(part)
        for call in calls
        if getattr(call.func, "id", "") == "article"
        for part in [*call.args, *(keyword.value for keyword in call.keywords)]
    }

    return [
        node.value
        for node in ast.walk(tree_of(module))
        if isinstance(node, ast.Constant) and type(node.value) in (int, float)
        if node.value not in (0, 1) and id(node) not in cited
    ]


def test_no_declaration_has_branches():
    """A procedure is read as a table."""
    assert faults(branches, [m for m in CODE if m.name in ("procedure.py", "indicators.py")]) == {}


def branches(module):
    branching = ast.If | ast.For | ast.While | ast.Try | ast.BinOp

    found = [n for n in ast.walk(tree_of(module)) if isinstance(n, branching) and not summed(n)]
    return [f"line {node.lineno}" for node in found]


def summed(node: ast.AST) -> bool:
    """Tuples of declarations may be put together with `+`, types with `|`."""
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.BitOr)
