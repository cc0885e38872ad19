r"""YAML and CSV that remember their lines, so that a mistake is named by file and line.

>>> import tempfile, pathlib
>>> with tempfile.TemporaryDirectory() as folder:
...     path = pathlib.Path(folder, "pay.yaml")
...     _ = path.write_text("title: 补贴\nrate: {value: 5}\n", encoding="utf-8")
...     rate = read_yaml(path).fields["rate"].fields["value"]
>>> rate.value, rate.line
(5, 2)
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from yaml.constructor import SafeConstructor

from gongtu.base.errors import Broken

# libyaml reads a file into the same nodes seven times as fast, where PyYAML was built with it.
QUICK = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Marked:
    """A value and where it stands.

    `value` is a scalar, a tuple of `Marked`, or a dict from text to `Marked`.
    """

    value: Any
    path: Path
    line: int

    @property
    def fields(self) -> dict[str, "Marked"]:
        """The mapping this is.

        Raises:
            Broken: It is no mapping.
        """
        if not isinstance(self.value, dict):
            raise Broken(self.says("a mapping is expected here"))
        return self.value

    @property
    def plain(self) -> Any:
        """The same without the marks: scalars, lists and dicts."""
        if isinstance(self.value, dict):
            return {key: part.plain for key, part in self.value.items()}
        if isinstance(self.value, tuple):
            return [part.plain for part in self.value]
        return self.value

    def says(self, problem: str) -> str:
        """The problem behind its place: `obligations/c2.yaml:14: unknown force "shall"`."""
        return f"{self.path}:{self.line}: {problem}"


def read_yaml(path: Path) -> Marked:
    """The one document of a YAML file, marked.  An empty file is an empty mapping.

    Raises:
        Broken: The file is missing or no YAML, a key is no text or stands twice (all at once).
    """
    try:
        root = _root(path.read_text("utf-8"))
    except OSError as error:
        raise Broken(f"{path}:1: cannot be read ({error.strerror})") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise Broken(_unreadable(path, error)) from error
    problems: list[str] = []
    marked = _mark(root, path, problems) if root else Marked({}, path, 1)
    if problems:
        raise Broken("\n".join(problems))
    return marked


def read_plain(path: Path) -> Any:
    """What a YAML file says, without marks, where nobody asks for its lines.

    Raises:
        yaml.YAMLError: It is no YAML.
    """
    return yaml.load(path.read_text("utf-8"), QUICK)  # noqa: S506 - safe, both of them


def read_csv(path: Path, *columns: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row of a CSV file as line number and cells, which are stripped text.

    Raises:
        Broken: The file is missing, lacks one of the columns, or a row is too long or short.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            if missing := [name for name in columns if name not in (reader.fieldnames or ())]:
                raise Broken(f"{path}:1: missing column {', '.join(missing)}")
            for row in reader:
                if None in row or None in row.values():
                    raise Broken(f"{path}:{reader.line_num}: not as many cells as columns")
                yield reader.line_num, {name: cell.strip() for name, cell in row.items()}
    except OSError as error:
        raise Broken(f"{path}:1: cannot be read ({error.strerror})") from error


def _root(text: str) -> yaml.Node | None:
    """The nodes; what is no YAML is read a second time by the reader that says why in full."""
    try:
        return yaml.compose(text, Loader=QUICK)
    except yaml.YAMLError:
        return yaml.compose(text, Loader=yaml.SafeLoader)


def _unreadable(path: Path, error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    reason = getattr(error, "problem", None) or error
    return f"{path}:{mark.line + 1 if mark else 1}: no readable YAML ({reason})"


def _mark(node: yaml.Node, path: Path, problems: list[str]) -> Marked:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        return Marked(_mark_mapping(node, path, problems), path, line)
    if isinstance(node, yaml.SequenceNode):
        return Marked(tuple(_mark(part, path, problems) for part in node.value), path, line)
    try:
        return Marked(_scalar(node), path, line)
    except ValueError as error:  # such as 2026-02-30
        problems.append(f"{path}:{line}: {node.value!r} cannot be read ({error})")
        return Marked(None, path, line)


def _mark_mapping(node: yaml.MappingNode, path: Path, problems: list[str]) -> dict[str, Marked]:
    fields: dict[str, Marked] = {}
    for key_node, value_node in node.value:
        key, line = _scalar(key_node), key_node.start_mark.line + 1
        if not isinstance(key, str):
            # `on:` is True in YAML; a bare date or number as key is meant as its own words.
            key = str(key_node.value)
        value = _mark(value_node, path, problems)
        if key in fields:
            problems.append(f"{path}:{line}: {key} stands twice")
        fields[key] = Marked(value.value, path, line) if _starts_below(value_node, line) else value
    return fields


def _starts_below(node: yaml.Node, line: int) -> bool:
    """Whether a block value begins under its key, whose line is then the better address."""
    return node.start_mark.line + 1 > line


def _scalar(node: yaml.Node) -> Any:
    return SafeConstructor().construct_object(node, deep=True)
