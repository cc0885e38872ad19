"""Looks are written down soon after, in their order, and none is lost while the process lives."""

from datetime import date

import pytest
from django.db import DatabaseError

from gongtu.parties.capacity import PUBLIC
from gongtu.records.journal import soon
from gongtu.records.journal.lines import Line
from gongtu.records.journal.queries import entries_of_kind, list_chain
from gongtu.records.journal.services import write_many
from gongtu.records.journal.soon import Soon
from tests.fresh import Fresh

DAY = date(2026, 9, 1)


def look(number: int) -> Line:
    return Line(chain="credential:1", kind="looked-up", on=DAY, by=PUBLIC, what={"place": number})


@pytest.fixture
def unthreaded(monkeypatch: pytest.MonkeyPatch) -> Soon:
    """Lines that wait until somebody writes them."""
    monkeypatch.setattr(Soon, "_start", lambda _self: None)
    return Soon()


@pytest.mark.django_db
def test_what_waits_is_written_in_its_order(unthreaded: Soon) -> None:
    for number in range(3):
        unthreaded.add(look(number))
    assert not list_chain("credential:1")

    assert unthreaded.write() == 3

    assert [entry.what["place"] for entry in list_chain("credential:1")] == [0, 1, 2]
    assert unthreaded.write() == 0


@pytest.mark.django_db
def test_what_the_database_refuses_waits_on(
    unthreaded: Soon, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_lines: object) -> int:
        raise DatabaseError

    unthreaded.add(look(0))
    monkeypatch.setattr(soon, "write_many", refuse)
    with pytest.raises(DatabaseError):
        unthreaded.write()
    unthreaded.add(look(1))
    monkeypatch.setattr(soon, "write_many", write_many)

    assert unthreaded.write() == 2
    assert [entry.what["place"] for entry in list_chain("credential:1")] == [0, 1]


@pytest.mark.django_db
def test_who_looks_waits_where_too_much_waits_already(
    unthreaded: Soon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(soon, "MOST_WAITING", 2)
    for number in range(3):
        unthreaded.add(look(number))

    assert entries_of_kind("looked-up").count() == 3


LOOKS = """
import os, signal, time
from datetime import date
from django.conf import settings
from gongtu.records.journal.lines import Line
from gongtu.records.journal.queries import entries_of_kind
from gongtu.records.journal.soon import write_soon
settings.GONGTU_LOOKS_WRITTEN_AT_ONCE = False
for number in range(5):
    write_soon(Line(chain="credential:1", kind="looked-up", on=date(2026, 9, 1), by=None))
until = time.monotonic() + 30
while entries_of_kind("looked-up").count() < 5 and time.monotonic() < until:
    time.sleep(0.1)
os.kill(os.getpid(), signal.SIGKILL)
"""
ENDS_AT_ONCE = """
import threading
from datetime import date
from multiprocessing import get_context
from django.conf import settings
from gongtu.records.journal import soon
from gongtu.records.journal.lines import Line
settings.GONGTU_LOOKS_WRITTEN_AT_ONCE, soon.PAUSE_SECONDS = False, 3
def ask():
    for number in range(5):
        soon.write_soon(Line(chain="credential:2", kind="looked-up", on=date(2026, 9, 1), by=None))
def serve():
    visitor = threading.Thread(target=ask, daemon=True)
    visitor.start()
    visitor.join()
web = get_context("fork").Process(target=serve)
web.start()
web.join()
"""
COUNTED = """
from gongtu.records.journal.queries import list_chain
print(list_chain("credential:{}").count())
"""


def test_a_thread_writes_them_and_they_outlive_a_killed_process(platform: Fresh) -> None:
    platform.run_until_killed(LOOKS)

    assert platform.run(COUNTED.format(1)) == "5"


def test_a_process_that_is_told_to_end_writes_what_is_left_first(platform: Fresh) -> None:
    platform.run(ENDS_AT_ONCE)

    assert platform.run(COUNTED.format(2)) == "5"
