"""Ours and the graph libraries find ways of the same length; speed is not asked."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_all_agree_and_who_is_not_installed_is_left_out() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "bench.pathways", "--wording", "2018", "--size", "1000",
         "--asked", "20", "--runs", "1", "--json"],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": f"{ROOT / 'src'}"},
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip

    assert ran.returncode == 0, ran.stderr
    for peer in json.loads(ran.stdout)["peers"]:
        assert peer["missing"] or (peer["agreed"], peer["differing"]) == (20, [])
