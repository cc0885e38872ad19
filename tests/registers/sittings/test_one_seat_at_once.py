"""Somebody asks for a seat in two sessions at the same instant; on the database of the tests."""

from __future__ import annotations

from tests.fresh import Fresh

TIMES = 6
CODE = f"""
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from django.db import connection
from gongtu.registers.ladder.models import StandardWording
from gongtu.registers.ladder.services import SeatElsewhere
from gongtu.registers.sittings import services as sittings
from gongtu.registers.skills.models import Candidate
from tests.cast import DAY, FITTER, FOUNDED, oneself, raise_curtain, hire
from tests.factories import skills
from tests.factories.sessions import planned
from tests.factories.sittings import move

cast = raise_curtain()
skills.filing(cast)
StandardWording.objects.create(occupation_id=FITTER, since=FOUNDED, wording="2023", source="x")
cases = [planned(cast) for _ in range(2)]
for case in cases:
    move(case, "arrange", cast.clerk, examiners=1, sample_percent=0)
    move(case, "open_up", cast.clerk, rooms="一号机房 40")
people = [hire(f"工人{{n}}", 100 + n, cast.bodies["works"]) for n in range({TIMES})]
for one in people:
    one.memberships.update(occupation=FITTER, since=date(2008, 1, 1))

def take(case, worker, ready):
    ready.wait()
    try:
        sittings.register(case.number, by=worker, on=DAY)
        return "seat"
    except SeatElsewhere:
        return "told"
    finally:
        connection.close()

told = []
with ThreadPoolExecutor(2) as pool:
    for one in people:
        ready, worker = Barrier(2), oneself(one)
        told += pool.map(lambda case: take(case, worker, ready), cases)
print(told.count("seat"), told.count("told"), Candidate.objects.count())
"""


def test_only_one_of_two_seats_is_given(platform: Fresh) -> None:
    assert platform.run(CODE) == f"{TIMES} {TIMES} {TIMES}"
