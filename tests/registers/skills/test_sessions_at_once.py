"""Two sessions of one body issued at the same time: no number twice, nobody left out."""

from __future__ import annotations

from tests.fresh import Fresh

ALL, LOT = 24, 3
CODE = f"""
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from django.db import connection
from gongtu.engines.credentials.models import Credential
from gongtu.parties.capacity import CLOCK
from gongtu.records.journal.verify import verify_all
from gongtu.registers.skills import services as skills
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import AssessmentSession, Assessor, Candidate, Certificate
from gongtu.registers.skills.services import issuing
from tests.registers.skills.sitting import DAY, FITTER, many_sit
from tests.scenarios.town import found

issuing.LOT = {LOT}
first, second, ready = "20260000001", "20260000002", Barrier(2)
town = found()
many_sit(town, first, {ALL})
other = skills.plan_session(
    second, organisation=town.bodies["works"].pk, occupation=FITTER, grade=Grade.SENIOR,
    place="二号车间", on=DAY,
)
moved = Candidate.objects.order_by("pk").values_list("pk", flat=True)[: {ALL} // 2]
Candidate.objects.filter(pk__in=list(moved)).update(session=other)
AssessmentSession.objects.update(state="issuing")

def issue(case_number):
    ready.wait()
    try:
        return skills.issue_all(case_number, by=CLOCK, on=DAY)
    finally:
        connection.close()

with ThreadPoolExecutor(2) as pool:
    issued = list(pool.map(issue, [first, second]))
numbers = sorted(int(one[-6:]) for one in Certificate.objects.values_list("number", flat=True))
print(
    issued,
    numbers == list(range(1, {ALL} + 1)),
    Certificate.objects.values("person").distinct().count(),
    Credential.objects.values("status_list", "status_index").distinct().count(),
    Assessor.objects.get().last_serial,
    len(verify_all().problems),
)
"""


def test_two_sessions_issued_at_once_share_no_number(platform: Fresh) -> None:
    told = platform.run(CODE)

    assert told == f"[{ALL // 2}, {ALL // 2}] True {ALL} {ALL} {ALL} 0"
