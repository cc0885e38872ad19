"""Every mistake in a file is named by its line."""

from pathlib import Path

import pytest

from gongtu.base.errors import Broken
from gongtu.base.marked import read_csv, read_yaml


def write(folder: Path, text: str) -> Path:
    path = folder / "file.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_values_keep_their_lines(tmp_path: Path) -> None:
    top = read_yaml(write(tmp_path, "a: 1\nb:\n  - x\n  - {c: 2026-03-01}\n"))

    assert (top.fields["a"].value, top.fields["a"].line) == (1, 1)
    first, second = top.fields["b"].value
    assert (first.value, first.line) == ("x", 3)
    assert second.fields["c"].line == 4


def test_a_block_is_found_at_its_key(tmp_path: Path) -> None:
    assert read_yaml(write(tmp_path, "\nname:\n  zh: 青石\n")).fields["name"].line == 2


def test_marks_can_be_taken_off(tmp_path: Path) -> None:
    assert read_yaml(write(tmp_path, "a: [1, {b: x}]\n")).plain == {"a": [1, {"b": "x"}]}


def test_a_key_that_yaml_takes_for_a_truth_value_stays_a_word(tmp_path: Path) -> None:
    assert read_yaml(write(tmp_path, "on: x\n1: y\n")).plain == {"on": "x", "1": "y"}


def test_an_alias_stands_for_what_it_names(tmp_path: Path) -> None:
    top = read_yaml(write(tmp_path, "a: &same {b: 1}\nc: *same\n"))

    assert top.plain == {"a": {"b": 1}, "c": {"b": 1}}


def test_an_empty_file_is_an_empty_mapping(tmp_path: Path) -> None:
    assert read_yaml(write(tmp_path, "# nothing\n")).fields == {}


def test_every_repeated_key_is_named(tmp_path: Path) -> None:
    path = write(tmp_path, "a: 1\na: 2\nb: {c: 1, c: 2}\n")

    with pytest.raises(Broken) as broken:
        read_yaml(path)
    assert str(broken.value) == f"{path}:2: a stands twice\n{path}:3: c stands twice"


@pytest.mark.parametrize(("text", "line"), [("a: [1\n", 2), ("a: b: c\n", 1), ("\ta: 1\n", 1)])
def test_what_is_no_yaml_is_refused_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    path = write(tmp_path, text)

    with pytest.raises(Broken, match=f"file.yaml:{line}: no readable YAML"):
        read_yaml(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(Broken, match=r"none\.yaml:1: cannot be read"):
        read_yaml(tmp_path / "none.yaml")


def test_what_is_no_mapping_has_no_fields(tmp_path: Path) -> None:
    with pytest.raises(Broken, match=r":1: a mapping is expected here"):
        _ = read_yaml(write(tmp_path, "- a\n")).fields


def test_rows_of_a_table_keep_their_lines(tmp_path: Path) -> None:
    rows = read_csv(write(tmp_path, "code,name\n1, 市南区 \n"), "code", "name")

    assert list(rows) == [(2, {"code": "1", "name": "市南区"})]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("code\n1\n", ":1: missing column name"),
        ("code,name\n1\n", ":2: not as many cells as columns"),
        ("code,name\n1,2,3\n", ":2: not as many cells as columns"),
    ],
)
def test_a_broken_table_is_refused_with_its_line(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(Broken, match=says):
        list(read_csv(write(tmp_path, text), "code", "name"))
