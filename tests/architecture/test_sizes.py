"""Nothing is longer than one can read."""

import ast

import pytest

from tests.architecture.source import MODULES, name_of, tree_of

LONGEST_FILE = 400
LONGEST_FUNCTION = 40


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_file_is_read_in_one_sitting(module):
    assert module.read_text("utf8").count("\n") <= LONGEST_FILE


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_functions_fit_on_a_page(module):
    functions = [
        node
        for node in ast.walk(tree_of(module))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]

    lengths = {f.name: (f.end_lineno or 0) - f.lineno + 1 for f in functions}
    assert {name: n for name, n in lengths.items() if n > LONGEST_FUNCTION} == {}
