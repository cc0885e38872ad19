"""Several want the last seats at the same instant; on the database of the tests."""

from __future__ import annotations

from tests.fresh import Fresh

WANT, SEATS = 6, 2
CODE = f"""
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from django.db import connection
from gongtu.registers.ladder.models import StandardWording
from gongtu.registers.sittings import services as sittings
from gongtu.registers.sittings.models import Sitting
from gongtu.registers.skills.models import Candidate
from tests.cast import DAY, FITTER, FOUNDED, hire, oneself, raise_curtain
from tests.factories import skills
from tests.factories.sessions import planned
from tests.factories.sittings import move

cast = raise_curtain()
skills.filing(cast)
StandardWording.objects.create(occupation_id=FITTER, since=FOUNDED, wording="2023", source="x")
people = [hire(f"工人{{n}}", 100 + n, cast.bodies["works"]) for n in range({WANT})]
for one in people:
    one.memberships.update(occupation=FITTER, since=date(2008, 1, 1))
case = planned(cast)
move(case, "arrange", cast.clerk, examiners=1, sample_percent=0)
move(case, "open_up", cast.clerk, rooms="一号机房 {SEATS}")
ready = Barrier({WANT})

def take(worker):
    ready.wait()
    try:
        sittings.register(case.number, by=worker, on=DAY)
        return "seat"
    except sittings.SeatTaken as refused:
        return "told" if "报满" in refused.reasons[0] else "?"
    finally:
        connection.close()

workers = [oneself(one) for one in people]
with ThreadPoolExecutor({WANT}) as pool:
    told = sorted(pool.map(take, workers))
counted = Candidate.objects.count(), Sitting.objects.get().taken
print(told.count("seat"), told.count("told"), *counted)
"""


def test_the_last_seats_go_to_as_many_as_there_are(platform: Fresh) -> None:
    assert platform.run(CODE) == f"{SEATS} {WANT - SEATS} {SEATS} {SEATS}"
