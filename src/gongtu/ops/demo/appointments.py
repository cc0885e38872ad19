"""Special-grade technicians of the demo, proposed, on notice, appointed, renewed and ended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from gongtu.ops.demo.plays import WITHDRAW, Play, Turn, cut
from gongtu.ops.demo.skills import sign
from gongtu.ops.demo.town import Town
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Organisation, Person
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import AssessorFiling, Occupation

PLACES, CANDIDATE = 20, 12
CERTIFIED_ON, PROPOSED_ON = date(2023, 9, 4), date(2026, 3, 20)


def appointments(town: Town) -> Iterator[Play]:
    """One candidate of each of the larger enterprises, a senior technician for years."""
    for place, enterprise in enumerate(town.enterprises[1 : PLACES + 1]):
        filing = AssessorFiling.objects.filter(assessor__organisation=enterprise).order_by("id")[0]
        candidate = town.staff[enterprise.pk][CANDIDATE]
        _certify(town, enterprise, candidate, filing.occupation)
        answers = {
            "candidate": str(candidate.pk),
            "occupation": filing.occupation_id,
            "grade": Grade.SPECIAL_TECHNICIAN.value,
            "deeds": "主持三项工艺攻关，带出五名技师（合成事迹）。",
            "agreed": "true",
        }
        clerk = town.officer(enterprise.pk)
        turns = cut(_paths(clerk), place)
        opened = PROPOSED_ON + timedelta(days=place * 9)
        yield Play("chief-technician-appointment", clerk, opened, answers, turns)


def _paths(clerk: Capacity) -> list[Sequence[Turn]]:
    panel = {"members": 7, "in_favour": 6, "recused": "true", "passed": "true"}
    passed = Turn("shortlist", clerk, 12, panel)
    appointed = [passed, Turn("appoint", clerk, 16, {"until": "2029-12-31"})]
    renewal = Turn("renew", clerk, 40, {"renewed_until": "2031-12-31"}, reason="聘期考核优秀。")
    ending = {"cause": "post", "heard": "本人同意（合成陈述）。"}
    ended = Turn("end", clerk, 50, ending, reason="调任管理岗位。")
    rejected = [Turn("reject", clerk, 11, reason="评审组认为业绩材料不足。")]
    withdrawn = [Turn(WITHDRAW, clerk, 4, reason="人选请求下次再报。")]
    return [appointed, [*appointed, ended], rejected, [*appointed, renewal], withdrawn]


def _certify(town: Town, enterprise: Organisation, person: Person, occupation: Occupation) -> None:
    sign(enterprise, [(person, occupation, Grade.SENIOR_TECHNICIAN, CERTIFIED_ON)], town)
