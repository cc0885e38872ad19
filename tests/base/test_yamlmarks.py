import pytest

from gongtu.base import yamlmarks
from gongtu.base.errors import Broken


def written(tmp_path, text):
    path = tmp_path / "some.yaml"
    path.write_text(text, "utf8")
    return path


def test_entries_know_their_lines(tmp_path):
    told = yamlmarks.read(written(tmp_path, "# 说明\na: 1\nb:\n  - {c: 2}\n  - 3\n"))

    assert told == {"a": 1, "b": [{"c": 2}, 3]}
    assert told.lines == {"a": 2, "b": 3}
    assert told["b"].lines == [4, 5]


def test_dates_are_dates(tmp_path):
    assert str(yamlmarks.read(written(tmp_path, "a: 2026-03-01"))["a"]) == "2026-03-01"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: 1\na: 2\n", "some.yaml:2: the key 'a' is given twice"),
        ("a: 1\non: 2\n", "some.yaml:2: the key 'on' is not text"),
        ("a: [1\nb: 2\n", "some.yaml:2: is no YAML"),
        ("a: 2026-02-30\n", "some.yaml:1: '2026-02-30' cannot be read"),
    ],
)
def test_mistake_is_told_with_its_place(tmp_path, text, told):
    with pytest.raises(Broken) as broken:
        yamlmarks.read(written(tmp_path, text))

    assert told in str(broken.value)


def test_missing_file_is_named(tmp_path):
    with pytest.raises(Broken, match=r"nowhere\.yaml"):
        yamlmarks.read(tmp_path / "nowhere.yaml")
