"""SQLite is read by another process, so that nobody's locks are given up."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from gongtu.base.errors import Broken
from gongtu.engines.entitlement.snapshot.reading import connected

VISIT = """
import sqlite3, sys
visitor = sqlite3.connect(sys.argv[1])
print(visitor.execute("SELECT COUNT(*) FROM told").fetchone()[0])
visitor.close()
"""


@pytest.fixture
def file(tmp_path: Path) -> str:
    return str(tmp_path / "city.sqlite3")


@pytest.fixture
def ours(file: str) -> Iterator[sqlite3.Connection]:
    """A connection that stays open and writes, as a server's does."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE told (word TEXT)")
        connection.execute("INSERT INTO told VALUES ('一')")
        yield connection


def visited(file: str) -> int:
    """How many rows a process finds that comes, and closes the file when it goes."""
    ran = subprocess.run(
        [sys.executable, "-c", VISIT, file], capture_output=True, text=True, check=True
    )
    return int(ran.stdout)


def test_what_is_written_after_a_reading_is_not_lost(file, ours):
    with connected(file) as reader:
        assert reader.ask("SELECT word FROM told")["word"].to_list() == ["一"]

    for many in (1, 2, 3):
        assert visited(file) == many
        ours.execute("INSERT INTO told VALUES ('又')")

    assert visited(file) == 4


def test_every_question_is_answered_as_of_the_first(file, ours):
    with connected(file) as reader:
        before = reader.ask("SELECT COUNT(*) AS n FROM told")
        ours.execute("INSERT INTO told VALUES ('二')")

        assert reader.ask("SELECT COUNT(*) AS n FROM told").equals(before)


def test_a_question_that_cannot_be_answered_says_why_and_others_go_on(file, ours):
    with connected(file) as reader:
        with pytest.raises(Broken, match="no such table"):
            reader.ask("SELECT 1 FROM nowhere")

        assert reader.ask("SELECT 1 AS one")["one"].to_list() == [1]


def test_a_file_that_is_no_database_is_told(tmp_path, capfd):
    wrong = tmp_path / "wrong.sqlite3"
    wrong.write_bytes(b"no database at all" * 100)

    with connected(str(wrong)) as reader, pytest.raises(Broken):
        reader.ask("SELECT 1 FROM sqlite_master")
    capfd.readouterr()
