"""A name says what the thing is in the office."""

import ast
import re

from tests.architecture.source import MODULES, faults, room_of, tree_of

SAYS_NOTHING = {
    *("manager", "managers", "handler", "handlers", "helper", "helpers", "util", "utils"),
    *("processor", "processors", "data", "info", "item", "items", "common", "misc"),
}
# The statute itself counts items (项) below its paragraphs.
OF_THE_LAW = {"item", "items"}
# Names that Django, allauth or the W3C choose for us.
GIVEN = {
    "hash_data",
    "get_form_kwargs",
    "clean_data",
    "cleaned_data",
    "get_queryset",
    "formset_data",
}
WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")


def words(name: str) -> set[str]:
    """The words of a name in either style.

    >>> sorted(words("CaseManager")), sorted(words("read_info"))
    (['case', 'manager'], ['info', 'read'])
    """
    return {word.lower() for word in WORD.findall(name)}


def test_modules_classes_and_functions_are_named_for_what_they_are():
    assert faults(empty_names, MODULES) == {}


def empty_names(module):
    named = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
    names = {node.name for node in ast.walk(tree_of(module)) if isinstance(node, named)}
    names |= {module.stem} | {module.parent.name}

    banned = SAYS_NOTHING - OF_THE_LAW if room_of(module) == "law" else SAYS_NOTHING
    return {name for name in names - GIVEN if words(name) & banned}
