"""Imports go downward only."""

import os
import subprocess
import sys
from pathlib import Path

from tests.architecture.source import ROOT


def test_every_contract_of_the_layers_is_kept():
    program = Path(sys.executable).with_name("lint-imports")

    linted = subprocess.run(
        [program, "--no-cache"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": "src"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert linted.returncode == 0, linted.stdout
