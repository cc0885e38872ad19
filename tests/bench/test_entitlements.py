"""The benchmark of the rules engine says what is equal, what differs and who was left out."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.entitlements.peers import Result
from bench.entitlements.racing import Timed
from bench.entitlements.report import Report
from gongtu.engines.entitlement.city.outcome import Found, words_of

ROOT = Path(__file__).parents[2]
FOUND = {"apprentice": {"owed": 3, "unknown": 0, "near": 5, "total": 900, "weighted": 4000}}


@pytest.mark.parametrize(
    ("asked", "peers"),
    [(["--unknown", "0"], ["numpy", "polars", "duckdb"]), (["--unknown", "5"], ["numpy"])],
    ids=["all is known", "five per cent unknown"],
)
def test_every_engine_here_finds_the_same(asked, peers):
    command = [sys.executable, "-m", "bench.entitlements", "--size", "20000", "--runs", "1"]
    ran = subprocess.run(
        [*command, "--json", *asked, "--peers", *peers],
        cwd=ROOT,
        env={"PYTHONPATH": f"{ROOT / 'src'}", "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.returncode == 0, ran.stderr
    told = json.loads(ran.stdout)
    assert (told["rules"], told["conditions"], told["differing"]) == (40, 243, {})
    assert told["ours"]["checksum"]["owed"] > 0
    assert (told["ours"]["checksum"]["unknown"] > 0) == (asked[1] == "5")
    assert told["peers"].keys() == {*peers, "oracle"}
    assert all(p["checksum"] == told["ours"]["checksum"] for p in told["peers"].values())


def report(*peers: Timed) -> Report:
    ours = Timed("vector", seconds=[1.0], cpu=[1.0, 1.0], checks=FOUND)
    return Report("2 vCPU", {}, 100, 0, 40, 243, 0.5, ours, list(peers))


def timed(name: str, checks: dict[str, dict[str, int]]) -> Timed:
    return Timed(name, seconds=[6.0], cpu=[9.0, 9.0], beside=[1.5], checks=checks)


def test_other_result_is_named_by_rule():
    other = {"apprentice": {**FOUND["apprentice"], "weighted": 4001}}

    told = report(timed("duckdb", FOUND), timed("polars", other))

    assert told.differing == {"polars": ["apprentice"]}
    assert "polars differs: apprentice" in told.as_text()
    assert told.ratios == {"duckdb": 4.0, "polars": 4.0}
    assert "| duckdb | 6.000 | 9.00 | 0 | 4.0× |" in told.as_markdown()


def test_what_is_not_installed_is_skipped_in_so_many_words():
    told = report(Timed("jax", missing="jax"))

    assert "skipped: jax is not installed" in told.as_text()
    assert told.as_json()["peers"]["jax"] == {"skipped": "jax is not installed"}
    assert (told.ratios, told.differing) == ({}, {})


@given(
    st.lists(
        st.tuples(st.booleans(), st.booleans(), st.booleans(), st.integers(0, 10**6)), max_size=150
    )
)
def test_peers_are_summed_up_as_ours_are(rows):
    owed, unknown, near, amounts = (np.array([row[k] for row in rows]) for k in range(4))
    owed, unknown, near = (each.astype(bool) for each in (owed, unknown, near))
    amounts = amounts.astype(np.int64)

    ours = Found(len(rows), words_of(owed), words_of(unknown), words_of(near), (), [amounts[owed]])

    assert Result(owed, unknown, near, amounts).check() == ours.check()
