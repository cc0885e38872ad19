"""One builder at a time, and none shuts the door for ever."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from gongtu.base.errors import Broken
from gongtu.engines.entitlement.snapshot import place
from gongtu.engines.entitlement.snapshot.door import AlreadyBuilding, alone

HOLDS = """
import sys, time
from pathlib import Path
from gongtu.engines.entitlement.snapshot.door import alone
with alone(Path(sys.argv[1]), wait=False):
    print("in", flush=True)
    time.sleep(60)
"""
ROOT = Path(__file__).parents[4]


@pytest.fixture
def other(tmp_path):
    """Another process that builds here."""
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-c", HOLDS, str(tmp_path)]
    started = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    assert started.stdout is not None
    assert started.stdout.readline() == "in\n"
    yield started
    started.kill()
    started.wait()
    started.stdout.close()


def test_who_comes_second_is_told(other, tmp_path):
    with pytest.raises(AlreadyBuilding), alone(tmp_path, wait=False):
        pass


def test_who_was_killed_left_the_door_open(other, tmp_path):
    os.kill(other.pid, signal.SIGKILL)
    other.wait()

    with alone(tmp_path, wait=False):
        pass


def test_who_waits_goes_in_after_the_other(other, tmp_path):
    killing = threading.Timer(0.5, other.kill)
    killing.start()

    with alone(tmp_path, wait=True):
        assert other.wait() == -signal.SIGKILL
    killing.join()


def test_a_refusal_inside_is_not_taken_for_the_door(tmp_path):
    with pytest.raises(BlockingIOError), alone(tmp_path, wait=False):
        raise BlockingIOError


def test_without_a_place_nothing_is_kept():
    before = list(place._places)
    place._places.clear()
    try:
        with pytest.raises(Broken, match="Nobody said where"):
            place.place_of_snapshots()
    finally:
        place._places[:] = before
