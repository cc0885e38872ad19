"""Two who appoint to the last place at once: one of them is told that it is taken."""

from __future__ import annotations

from tests.fresh import Fresh

CODE = """
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from django.db import connection
from gongtu.registers.appointments import services as appointments
from gongtu.registers.appointments.models import Appointment
from gongtu.registers.skills.choices import Grade
from tests.cast import DAY, FITTER, raise_curtain
from tests.factories.appointments import UNTIL

cast, ready = raise_curtain(), Barrier(2)

def appoint(case_number, who):
    ready.wait()
    post = appointments.Post(
        person=cast.person(who).pk, organisation=cast.bodies["works"].pk, occupation=FITTER,
        grade=Grade.SPECIAL_TECHNICIAN,
    )
    try:
        appointments.appoint(
            post, until=UNTIL, places=1, case_number=case_number, by=cast.clerk, on=DAY
        )
    except appointments.PostNotSound as refused:
        return str(refused)
    finally:
        connection.close()
    return "appointed"

with ThreadPoolExecutor(2) as pool:
    told = pool.map(appoint, ["20260009101", "20260009102"], [cast.wang, cast.li])
print(sorted(told), Appointment.objects.count())
"""


def test_the_last_place_is_given_once(platform: Fresh) -> None:
    assert platform.run(CODE) == "['appointed', '本单位该等级的职数已满。'] 1"
