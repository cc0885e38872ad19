"""Two who issue at once: no number twice, none left out; on the database of the tests."""

from __future__ import annotations

from tests.fresh import Fresh

EACH, AT_ONCE = 12, 4
CODE = f"""
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from django.db import connection, transaction
from gongtu.registers.skills import services as skills
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import Assessor
from tests.registers.skills.sitting import DAY, file_for
from tests.scenarios.town import found

class Given(Exception):
    pass

town = found()
file_for(town, Grade.JUNIOR, Grade.SENIOR)
works, ready = town.bodies["works"].pk, Barrier({AT_ONCE})

def draw(turn):
    numbers = []
    try:
        with transaction.atomic():
            numbers = skills.draw_numbers(works, [Grade.SENIOR] * (turn % 3 + 1), on=DAY)
            if turn % 4 == 3:
                raise Given
    except Given:
        return []
    return numbers

def issue(_writer):
    ready.wait()
    try:
        return [number for turn in range({EACH}) for number in draw(turn)]
    finally:
        connection.close()

with ThreadPoolExecutor({AT_ONCE}) as pool:
    serials = sorted(int(one[-6:]) for many in pool.map(issue, range({AT_ONCE})) for one in many)
print(serials == list(range(1, len(serials) + 1)), len(serials), Assessor.objects.get().last_serial)
"""


def test_numbers_drawn_at_once_follow_one_another(platform: Fresh) -> None:
    drawn = AT_ONCE * sum(turn % 3 + 1 for turn in range(EACH) if turn % 4 != 3)

    assert platform.run(CODE) == f"True {drawn} {drawn}"
