"""Work in a process of its own, which a test ends without warning as a power cut does.

The module that is run says a number after each lot; `words` are what it is asked to do.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.fresh import ROOT, fresh


def kill_after(lots: int, module: str, word: str, environment: dict[str, str]) -> None:
    """Let some lots be written, then end the process."""
    with subprocess.Popen(
        [sys.executable, "-m", module, word], env=environment, stdout=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        for _ in range(lots):
            assert running.stdout.readline().strip().isdecimal()
        running.kill()


def run(module: str, word: str, environment: dict[str, str]) -> str:
    """Let it go on to its end; what it said."""
    done = subprocess.run(
        [sys.executable, "-m", module, word],
        env=environment, stdout=subprocess.PIPE, text=True, check=True,
    )  # fmt: skip
    return done.stdout


@contextmanager
def database(folder: Path) -> Iterator[dict[str, str]]:
    """A database with tables of the kind the tests run on, as the environment names it."""
    with fresh(folder) as one:
        yield one.environment | {"PYTHONPATH": os.pathsep.join(map(str, (ROOT / "src", ROOT)))}
