"""Below the doors no code knows which day it is, and nothing happens by signal."""

import ast

from tests.architecture.source import DOORS, MODULES, faults, room_of, tree_of

BELOW = [module for module in MODULES if room_of(module) not in DOORS]
CLOCKS = {"today", "now", "utcnow", "localdate", "localtime", "time_ns", "monotonic"}


def test_no_clock_is_read_below_the_doors():
    assert faults(clocks, BELOW) == {}


def clocks(module):
    calls = [node.func for node in ast.walk(tree_of(module)) if isinstance(node, ast.Call)]
    read = {f.attr for f in calls if isinstance(f, ast.Attribute)} & CLOCKS
    read |= {f.id for f in calls if isinstance(f, ast.Name)} & {"localdate", "localtime"}
    return read


def test_nothing_is_connected_to_a_signal():
    assert faults(signals, MODULES) == {}


def signals(module):
    imported = {
        node.module
        for node in ast.walk(tree_of(module))
        if isinstance(node, ast.ImportFrom) and node.module
    }
    return imported & {"django.dispatch", "django.db.models.signals"}
