"""Two sessions held on the platform from first to last: one archived, one about to be held."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from gongtu.ops.demo.examiners import file_one
from gongtu.ops.demo.people import SINCE, let_act, second_officer
from gongtu.ops.demo.plays import Play, Turn, line_of, perform
from gongtu.ops.demo.town import Town
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Office, Organisation, Person
from gongtu.parties.roles import Role
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import AssessorFiling

HELD_FROM = date(2026, 5, 11)
AHEAD, BEFORE = 6, 9  # days to the session that is still to be held, and since it was planned
PREPARED = 5  # days that preparing a session takes
EXAMINERS, OUTSIDERS = 2, 4
ROOMS = "一号机房 12\n二号实训间 8"
CHECKED = "已按所用的国家职业标准核对申报条件，工作证明存单位档案（演示）。"


def hold(town: Town, people: Sequence[Person], filing: AssessorFiling) -> None:
    """The people sit in two sessions of the filing's enterprise, examined by outsiders."""
    enterprise = filing.assessor.organisation
    _file_examiners(town, enterprise, filing.occupation_id)
    second = second_officer(town, enterprise)
    clerks = [town.officer(enterprise.pk), second, _third(town, enterprise)]
    half = len(people) // 2
    _play(town, clerks, filing, HELD_FROM, people[:half], held=True)
    _play(town, clerks, filing, town.on - timedelta(days=BEFORE), people[half:], held=False)


def _file_examiners(town: Town, enterprise: Organisation, occupation: str) -> None:
    others = [one for one in town.enterprises[1:] if one.division_id == town.home]
    for body in [one for one in others if one != enterprise][:OUTSIDERS]:
        file_one(town, town.staff[body.pk][4], occupation)


def _third(town: Town, enterprise: Organisation) -> Capacity:
    """One more of the staff, who looks again: nobody enters or reviews the same marks twice."""
    office = Office.objects.create(
        person=town.staff[enterprise.pk][-2], organisation=enterprise, role=Role.ENTERPRISE,
        title="考务", since=SINCE,
    )  # fmt: skip
    let_act(town, office)
    return town.officer(enterprise.pk, 2)


def _play(
    town: Town,
    clerks: Sequence[Capacity],
    filing: AssessorFiling,
    opened: date,
    people: Sequence[Person],
    *,
    held: bool,
) -> None:
    clerk = clerks[0]
    planned_on = opened + timedelta(days=BEFORE + AHEAD)
    answers = {
        "occupation": filing.occupation_id,
        "grade": Grade.INTERMEDIATE.value,
        "planned_on": planned_on.isoformat(),
        "place": "本单位实训车间（演示）",
    }
    names = "\n".join(map(line_of, people))
    marks = "\n".join(f"{line_of(one)} {66 + n} {70 + n}" for n, one in enumerate(people))
    percent = "100" if held else "50"
    turns = [
        Turn("approve", clerks[1], 1),
        Turn("arrange", clerk, 0, {"examiners": str(EXAMINERS), "sample_percent": percent}),
        Turn("open_up", clerk, 0, {"rooms": ROOMS}),
        Turn("enrol", clerk, 2, {"names": names, "declared": CHECKED}),
        Turn("draw", clerk, 1),
        Turn("seat", clerk, 1),
    ]
    if held:
        turns += _held(clerks, planned_on, planned_on - opened, marks)
    perform(town, Play("grade-assessment", clerk, opened, answers, turns))


def _held(clerks: Sequence[Capacity], planned_on: date, ahead: timedelta, marks: str) -> list[Turn]:
    """The day itself and what follows, up to certificates."""
    clerk, second, third = clerks
    told = "停电十分钟，考试顺延（合成事实）。"
    noted = {"kind": "equipment", "happened_on": planned_on.isoformat(), "told": told}
    return [
        Turn("note", clerk, ahead.days - PREPARED, noted),
        Turn("mark", clerk, 1, {"marks": marks}),
        Turn("correct", second, 0, {"marks": marks}),
        Turn("sample", clerk, 1),
        Turn("review", third, 1, {"reviews": marks}),
        Turn("publish", clerk, 1),
        Turn("issue", clerk, 20),
    ]
