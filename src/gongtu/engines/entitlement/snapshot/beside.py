"""SQLite read through ADBC, in a process of its own.

ADBC brings a copy of SQLite with it, and Django has another.  Two copies in one process know
nothing of each other's locks, and closing a file gives up those of both (a POSIX rule): another
process then takes the write-ahead log for abandoned and removes it, with everything that was
written.  So no process that has Django's database ever opens the file through ADBC.
"""

from __future__ import annotations

import json
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import IO, cast

import polars as pl

from gongtu.base.errors import Broken

HEAD = struct.Struct("!?Q")  # of an answer: whether it failed, and how many bytes follow


@dataclass(frozen=True, slots=True)
class Beside:
    """A reader whose questions another process answers, all in one transaction."""

    questions: IO[bytes]
    answers: IO[bytes]
    postgres: bool = False

    def ask(self, sql: str) -> pl.DataFrame:
        """The rows of one question.

        Raises:
            Broken: It could not be answered; with what SQLite said.
        """
        self.questions.write(json.dumps(sql).encode() + b"\n")
        self.questions.flush()
        head = self.answers.read(HEAD.size)
        if len(head) < HEAD.size:
            raise Broken("The process that reads SQLite ended unasked; what it said is above.")
        failed, size = HEAD.unpack(head)
        told = self.answers.read(size)
        if failed:
            raise Broken(f"SQLite could not be read: {told.decode()}")
        return pl.read_ipc(BytesIO(told))


@contextmanager
def beside(path: str) -> Iterator[Beside]:
    """A reader of the file; whoever writes meanwhile is neither held up nor seen."""
    command = [sys.executable, "-m", __name__, path]
    with subprocess.Popen(  # noqa: S603 - our own command
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        yield Beside(cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout))


def answer(path: str, questions: IO[bytes], answers: IO[bytes]) -> None:
    """Answer one question after another until nobody asks any more."""
    from adbc_driver_sqlite import dbapi

    with dbapi.connect(path) as connection, connection.cursor() as cursor:
        for line in questions:
            try:
                cursor.execute(json.loads(line))
                rows = pl.DataFrame(cursor.fetch_arrow())
            except dbapi.Error as error:
                _put(answers, str(error).encode(), failed=True)
            else:
                _put(answers, rows.write_ipc(None).getvalue(), failed=False)


def _put(answers: IO[bytes], told: bytes, *, failed: bool) -> None:
    answers.write(HEAD.pack(failed, len(told)))
    answers.write(told)
    answers.flush()


if __name__ == "__main__":
    answer(sys.argv[1], sys.stdin.buffer, sys.stdout.buffer)
