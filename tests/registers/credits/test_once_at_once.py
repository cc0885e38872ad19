"""One certificate offered to several schools at the same instant; on the database of the tests."""

from __future__ import annotations

from pathlib import Path

from tests.fresh import fresh

SCHOOLS = 5
CODE = f"""
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from threading import Barrier
from django.db import connection
from gongtu.parties import services as parties
from gongtu.parties.capacity import CLOCK
from gongtu.parties.roles import SCHOOL
from gongtu.registers.credits import services as bank
from gongtu.registers.credits.models import Conversion, Credit
from tests.scenarios.credit_bank import COUNTED, counted, opened
from tests.scenarios.town import FOUNDED, found, furnish

town = found()
furnish(town, {{"certificates": [{{"grade": "senior", "issued_on": date(2026, 4, 1)}}]}})
schools = [
    replace(town.roles["school"], organisation=parties.register_organisation(
        name=f"学校{{n}}", kind=SCHOOL, division=town.district, key=f"s{{n}}", by=CLOCK, on=FOUNDED
    ).pk)
    for n in range({SCHOOLS})
]
for one in schools:
    opened(one, {{"needed": 20, "ceiling": 12, "certificate": {{"senior": {{"机械基础": 8}}}}}})
ready = Barrier({SCHOOLS})

def offer(school):
    ready.wait()
    try:
        counted(town.people["master"], school, number=str(school.organisation))
        return "counted"
    except bank.CreditsUsed as refused:
        return "told" if "8学分已在学校" in refused.reasons[0] else "?"
    finally:
        connection.close()

with ThreadPoolExecutor({SCHOOLS}) as pool:
    told = sorted(pool.map(offer, schools))
print(told.count("counted"), told.count("told"), Conversion.objects.count(), Credit.objects.count())
"""


def test_one_school_counts_it_and_the_others_are_told_where(tmp_path: Path) -> None:
    with fresh(tmp_path) as platform:
        assert platform.run(CODE) == f"1 {SCHOOLS - 1} 1 1"
