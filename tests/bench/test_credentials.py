"""The benchmark of credentials tells what it measured and who was left out; speed is not asked."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bench.credentials.__main__ import as_json, as_text
from bench.credentials.measuring import Rate, alone, beside
from tests.fresh import tables

ROOT = Path(__file__).parents[2]


def test_everything_is_measured_and_told_for_a_machine(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    few = ["--rounds", "1", "--papers", "300", "--json"]
    made = ["--tables", str(tables(tmp_path_factory.getbasetemp()))]

    ran = subprocess.run(
        [sys.executable, "-m", "bench.credentials", *few, *made],
        cwd=ROOT,
        env={"PYTHONPATH": f"{ROOT / 'src'}", "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.returncode == 0, ran.stderr
    rates = {(rate["what"], rate["by"]): rate for rate in json.loads(ran.stdout)["rates"]}
    for what in ("SM2 sign", "SM2 verify", "check eddsa-jcs-2022", "sign gongtu-sm2-jcs-2026"):
        assert rates[what, "gongtu"]["a_cpu_second"] > 0
    for what in ("check eddsa-rdfc-2022 in full", "check ecdsa-jcs-2019-p256 in full"):
        assert rates[what, "gongtu"]["a_cpu_second"] > 0
        # The process finds no programs, so that theirs cannot run.
        assert rates[what, "javascript"]["skipped"] == "node is not installed"
    phases = json.loads(ran.stdout)["papers"]
    assert [(one["what"].split()[1], one["papers"]) for one in phases] == [
        ("build", 300), ("prove,", 300), ("verify,", 300),
    ]  # fmt: skip
    assert all(one["microseconds_each"] > 0 for one in phases)
    assert "a_cpu_second" in rates["SM2 sign", "gmssl"] or "skipped" in rates["SM2 sign", "gmssl"]


def test_look_ups_among_many_are_found_or_not_as_they_should_be() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "bench.credentials.lookup", "--on", "sqlite", "--json",
         "--size", "300", "600", "--look-ups", "50"],
        cwd=ROOT,
        env={"PYTHONPATH": f"{ROOT / 'src'}", "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip

    assert ran.returncode == 0, ran.stderr
    told = json.loads(ran.stdout)
    assert [one["certificates"] for one in told] == [300, 600]
    assert all(one["found"]["count"] + one["not_found"]["count"] == 50 for one in told)
    assert all(one["every"]["p99"] >= one["every"]["median"] > 0 for one in told)


def test_a_ratio_is_of_rounds_that_took_turns() -> None:
    rate = Rate("SM2 sign", "gmssl", rounds=[50.0, 40.0, 10.0], beside=[2000.0, 2000.0, 100.0])

    assert rate.ratio == pytest.approx(40)
    assert "40.0×" in "\n".join(as_text([rate]))
    assert as_json([rate])["ratios"] == {"SM2 sign/gmssl": 40.0}


def test_what_is_not_installed_is_skipped_in_so_many_words() -> None:
    missing = Rate("SM2 sign", "gmssl", missing="gmssl")

    assert "skipped: gmssl is not installed" in "\n".join(as_text([missing]))
    assert as_json([missing])["rates"] == [
        {"what": "SM2 sign", "by": "gmssl", "skipped": "gmssl is not installed"}
    ]


def test_both_are_done_in_each_round(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bench.credentials.measuring.ROUND_S", 0.001)
    done: list[str] = []
    ours = alone("it", "gongtu", lambda: done.append("ours"), 2)
    theirs = beside(ours, lambda: done.append("ours"), "them", lambda: done.append("theirs"), 2)

    assert len(ours.rounds) == len(theirs.rounds) == len(theirs.beside) == 2
    assert {"ours", "theirs"} == set(done)
