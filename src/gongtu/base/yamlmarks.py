"""YAML that remembers its lines, so that a mistake in a file is told with its place.

Mappings and lists are ordinary `dict` and `list` that also know the line (from 1)
on which they and each of their entries begin.  A key that is not text is refused
(YAML reads `on`, `yes` and `no` as truths), and so is a key given twice.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from gongtu.base.errors import Broken

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Mapping(dict[str, Any]):
    """A mapping with `line`, and `lines` of its keys."""

    line: int
    lines: dict[str, int]


class Sequence(list[Any]):
    """A list with `line`, and `lines` of its entries."""

    line: int
    lines: list[int]


@dataclass
class Problems:
    """Everything wrong with one file, collected to be told at once."""

    path: Path
    found: list[tuple[int, str]] = field(default_factory=list)

    def add(self, line: int, what: str) -> None:
        self.found.append((line, what))

    def settle(self) -> None:
        """Go on if nothing was found.

        Raises:
            Broken: One line for each problem, `file:line: what`.
        """
        if self.found:
            told = [f"{self.path}:{line}: {what}" for line, what in sorted(self.found)]
            raise Broken("\n".join(told))


def read(path: Path) -> Any:
    """What a YAML file says.

    Raises:
        Broken: The file is missing, is no YAML, or has a key twice or one that is not text.
    """
    problems = Problems(path)
    try:
        node = yaml.compose(path.read_text("utf8"), Loader=_Loader)
    except OSError as error:
        raise Broken(f"{path}: cannot be read: {error.strerror}.") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise Broken(f"{path}:{mark.line + 1 if mark else 1}: is no YAML: {error}") from error
    found = None if node is None else _made(node, problems)
    problems.settle()
    return found


def _made(node: yaml.Node, problems: Problems) -> Any:
    match node:
        case yaml.MappingNode():
            return _mapping(node, problems)
        case yaml.SequenceNode():
            made = Sequence(_made(part, problems) for part in node.value)
            made.line, made.lines = _line(node), [_line(part) for part in node.value]
            return made
    return _scalar(node, problems)


def _mapping(node: yaml.MappingNode, problems: Problems) -> Mapping:
    made = Mapping()
    made.line, made.lines = _line(node), {}
    for key_node, value_node in node.value:
        key = _made(key_node, problems)
        if not isinstance(key, str):
            problems.add(_line(key_node), f"the key {key_node.value!r} is not text; quote it")
        elif key in made:
            problems.add(_line(key_node), f"the key {key!r} is given twice")
        else:
            made[key], made.lines[key] = _made(value_node, problems), _line(key_node)
    return made


def _scalar(node: yaml.Node, problems: Problems) -> Any:
    loader = yaml.SafeLoader("")
    try:
        return loader.construct_object(node)  # type: ignore[no-untyped-call]
    except (yaml.YAMLError, ValueError) as error:
        problems.add(_line(node), f"{node.value!r} cannot be read: {error}")
        return None
    finally:
        loader.dispose()  # type: ignore[no-untyped-call]


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1
