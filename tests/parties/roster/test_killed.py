"""Killed with -9 while a roster is taken in: nothing of it is there, and a rerun does all."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.fresh import tables

ROWS = 6000
USCC = "91370200264574251E"
WEIGHTS, CHECKS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2), "10X98765432"
FOUND = """
import django; django.setup()
from datetime import date
from gongtu.parties import services
from gongtu.parties.capacity import CLOCK
from gongtu.parties.models import Division
from gongtu.parties.roles import ENTERPRISE
Division.objects.create(code="370202", name="南区", level="district")
services.register_organisation(name="甲公司", kind=ENTERPRISE, division="370202",
    uscc="91370200264574251E", by=CLOCK, on=date(2026, 9, 1))
"""
IMPORT = "from gongtu.ops.cli import main; import sys; sys.exit(main(sys.argv[1:]))"


def id_number(place: int) -> str:
    body = f"3702021980{1 + place // 28 % 12:02d}{1 + place % 28:02d}{place // 336:03d}"
    total = sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS, strict=True))
    return body + CHECKS[total % 11]


@pytest.fixture
def city(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A platform of its own on a file, with one enterprise."""
    shutil.copy(tables(tmp_path_factory.getbasetemp()), tmp_path)
    environment = os.environ | {
        "GONGTU_DATA_DIR": str(tmp_path),
        "GONGTU_DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "gongtu.ops.settings.dev",
    }
    subprocess.run([sys.executable, "-c", FOUND], env=environment, check=True)
    return environment


def counts(data: Path) -> tuple[int, int, int]:
    with sqlite3.connect(data / "gongtu.sqlite3") as database:
        tables = ("parties_person", "parties_membership", "parties_rosterimport")
        found = [database.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in tables]
    return found[0], found[1], found[2]


def test_killed_import_leaves_nothing(city: dict[str, str], tmp_path: Path) -> None:
    roster = tmp_path / "roster.csv"
    lines = [f"工人{i},{id_number(i)},焊工,2024-03-01" for i in range(ROWS)]
    roster.write_text("\n".join(["姓名,身份证号,岗位,入职日期", *lines]), "utf8")
    command = [sys.executable, "-c", IMPORT, "import", "roster", str(roster), "--enterprise", USCC]

    with subprocess.Popen(command, env=city, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        while "正在一次写入" not in process.stderr.readline():
            assert process.poll() is None
        time.sleep(0.2)
        process.send_signal(signal.SIGKILL)

    assert process.returncode == -signal.SIGKILL
    assert counts(tmp_path) == (0, 0, 0)
    subprocess.run(command, env=city, check=True, stderr=subprocess.DEVNULL)
    assert counts(tmp_path) == (ROWS, ROWS, 1)
    subprocess.run(command, env=city, check=True, stderr=subprocess.DEVNULL)
    assert counts(tmp_path) == (ROWS, ROWS, 1)
