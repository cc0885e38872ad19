"""Many at once: one effect, the others are told; and nothing half done survives."""

import os
import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connection

from gongtu.base.errors import Refused
from gongtu.base.money import Yuan
from gongtu.engines.casework.models import Case, Letter, StageRun
from gongtu.engines.casework.refusals import StaleMove
from gongtu.engines.casework.services import make_move, run_clock
from gongtu.engines.ledger.queries import balances
from gongtu.records.journal.models import JournalEntry
from gongtu.records.journal.verify import verify_all
from tests.engines.casework.conftest import DAY, City
from tests.engines.casework.procedures import effects

City_ = Callable[[], City]
LATE = date(2026, 9, 22)


def at_once(*acts: Callable[[], Case]) -> list[Case | Refused]:
    """All acts begun at the same moment, each on its own connection."""
    ready = Barrier(len(acts))

    def do(act: Callable[[], Case]) -> Case | Refused:
        ready.wait()
        try:
            return act()
        except Refused as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(do, acts))


def test_of_two_officers_deciding_at_once_one_decides(build: City_) -> None:
    city = build()
    case = city.claim()
    outcomes = at_once(
        lambda: make_move(case.number, "grant", by=city.officer, on=DAY, turn=1),
        lambda: make_move(case.number, "grant", by=city.colleague, on=DAY, turn=1),
    )
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Case", "StaleMove"]
    assert balances("tools-fund")[0].committed == Yuan(300)
    assert len(effects) == 1


def test_two_clicks_at_once_open_one_case(build: City_) -> None:
    city = build()
    first, second = at_once(lambda: city.claim(once="k"), lambda: city.claim(once="k"))
    assert first == second
    assert Case.objects.count() == 1


def test_numbers_drawn_at_once_are_all_different(build: City_) -> None:
    city = build()
    opened = at_once(*[city.claim] * 6)
    numbers = sorted(case.number for case in opened if isinstance(case, Case))
    assert numbers == [f"2026000000{n}" for n in range(1, 7)]
    assert not verify_all().problems


def test_a_move_that_breaks_half_way_leaves_nothing(
    build: City_, monkeypatch: pytest.MonkeyPatch
) -> None:
    city = build()
    case = city.claim()
    monkeypatch.setattr(
        "gongtu.engines.casework.services.moving.tell_holder", lambda *_, **__: 1 / 0
    )
    with pytest.raises(ZeroDivisionError):
        make_move(case.number, "refuse", by=city.officer, on=DAY, reason="不符")
    assert not Letter.objects.exists()
    assert StageRun.objects.get().left_on is None
    case.refresh_from_db()
    assert (case.stage, case.turn) == ("review", 1)


def test_a_stale_page_is_refused_even_without_a_race(build: City_) -> None:
    city = build()
    case = city.claim()
    make_move(case.number, "ask_more", by=city.officer, on=DAY, reason="补", turn=1)
    with pytest.raises(StaleMove):
        make_move(case.number, "resubmit", by=city.worker, on=DAY, turn=1)


def test_a_clock_killed_half_way_goes_on_where_it_stopped(
    build: City_, monkeypatch: pytest.MonkeyPatch
) -> None:
    city = build()
    monkeypatch.setattr("gongtu.engines.casework.services.ticking.CHUNK", 2)
    for _ in range(5):
        city.claim()
    child = os.fork()
    if child == 0:
        connection.connection = None  # the parent's is not the child's to use
        run_clock(LATE, progress=lambda *_: os.kill(os.getpid(), signal.SIGKILL))
    assert os.waitpid(child, 0)[1] == signal.SIGKILL
    assert run_clock(LATE).late == 3
    assert JournalEntry.objects.filter(kind="late").count() == 5
    assert not verify_all().problems
