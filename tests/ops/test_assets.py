"""What is vendored is what its list says."""

import hashlib
import re

import pytest

from gongtu.ops.assets import VENDOR, characters

FOLDERS = sorted(VENDOR.iterdir())


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_each_vendored_file_is_as_it_was_fetched(folder):
    listed = dict(
        re.findall(r"\| (\S+) \| ([0-9a-f]{64}) \|", (folder / "README.md").read_text("utf8"))
    )

    found = {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.iterdir()
        if file.name != "README.md"
    }
    assert found == listed


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_no_vendored_file_asks_for_a_source_map(folder):
    assert not [f.name for f in folder.iterdir() if b"sourceMappingURL" in f.read_bytes()]


def test_fonts_are_asked_for_the_zero_of_years_and_for_rare_names():
    assert {"〇", "祎", "玥", "喆", "堃"} <= set(characters())
