"""Nothing is longer than one can read."""

import ast

from tests.architecture.source import MODULES, faults, tree_of

LONGEST_FILE = 400
LONGEST_FUNCTION = 40


def test_every_file_is_read_in_one_sitting():
    def too_long(module):
        lines = module.read_text("utf8").count("\n")
        return lines > LONGEST_FILE and lines

    assert faults(too_long, MODULES) == {}


def test_every_function_fits_on_a_page():
    assert faults(too_long_in, MODULES) == {}


def too_long_in(module):
    functions = [
        node
        for node in ast.walk(tree_of(module))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]

    lengths = [(f.name, (f.end_lineno or 0) - f.lineno + 1) for f in functions]
    return [(name, n) for name, n in lengths if n > LONGEST_FUNCTION]
