"""Several want the last places at the same instant; on the database of the tests."""

from __future__ import annotations

from tests.fresh import Fresh

WANT, PLACES = 6, 2
CODE = f"""
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from django.db import connection
from gongtu.registers.training import services as training
from gongtu.registers.training.models import Announcement, SignUp
from tests.cast import DAY, hire, oneself, raise_curtain
from tests.factories.training import announced

cast = raise_curtain()
people = [hire(f"工人{{n}}", 100 + n, cast.bodies["works"]) for n in range({WANT})]
course = announced(cast, places={PLACES})
ready = Barrier({WANT})

def take(worker):
    ready.wait()
    try:
        training.sign_up(course.pk, by=worker, on=DAY)
        return "place"
    except training.PlaceTaken as refused:
        return "told" if "报满" in refused.reasons[0] else "?"
    finally:
        connection.close()

workers = [oneself(one) for one in people]
with ThreadPoolExecutor({WANT}) as pool:
    told = sorted(pool.map(take, workers))
counted = SignUp.objects.count(), Announcement.objects.get().taken
print(told.count("place"), told.count("told"), *counted)
"""


def test_the_last_places_go_to_as_many_as_there_are(platform: Fresh) -> None:
    assert platform.run(CODE) == f"{PLACES} {WANT - PLACES} {PLACES} {PLACES}"
