"""A social body of the demo: filed, one session held, two to come that anybody may register for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from gongtu.ops.demo.examiners import examiner_for
from gongtu.ops.demo.plays import Play, Turn, perform
from gongtu.ops.demo.sittings import CHECKED
from gongtu.ops.demo.skills import WELDER
from gongtu.ops.demo.town import Town
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Person
from gongtu.parties.queries import read_id_number
from gongtu.parties.roles import Role
from gongtu.registers.ladder.queries import steps_of
from gongtu.registers.skills.choices import Grade

FILED_ON, HELD_FROM = date(2026, 4, 13), date(2026, 9, 7)
LATHE, SITE = "6-18-01-01", "000801"
BEFORE, AHEAD = 9, 12  # days since the sessions to come were planned, and to their day
SITTING, ASKED = 5, 60  # who sits in a session, and how many of a staff are asked
ROOMS = "一号考场 6\n二号考场 6"
PLACE = "启航实训基地（演示）"
LOOKED_INTO = "已按省的公告核对法人资格、考评人员和场地（演示）。"


def take_part(town: Town) -> None:
    """It files for two occupations, assesses people of an enterprise, and opens two sessions."""
    body = town.assessors[0]
    clerk = town.officer(body.pk)
    for occupation in (WELDER, LATHE):
        _file(town, clerk, occupation)
    _hold(town, clerk, _fitting(town))
    li = Person.objects.get(account=town.cast["li"])
    _open(town, clerk, LATHE, Grade.SENIOR, (li,))
    _open(town, clerk, WELDER, Grade.TECHNICIAN, ())


def _file(town: Town, clerk: Capacity, occupation: str) -> None:
    answers = {
        "occupation": occupation,
        "lowest": Grade.JUNIOR.value,
        "highest": Grade.SENIOR_TECHNICIAN.value,
        "staffed": "true",
    }
    officer = town.office(Role.HRSS, clerk.division)
    record = Turn("record", officer, 6, {"site": SITE, "checked": LOOKED_INTO})
    perform(town, Play("assessor-filing", clerk, FILED_ON, answers, [record]))


def _fitting(town: Town) -> list[Person]:
    """The first few of several enterprises' people to whom the grade is not shut."""
    people = {p.pk: p for body in _asked(town) for p in town.staff[body][5:ASKED]}
    steps = steps_of(people, LATHE, Grade.INTERMEDIATE, on=HELD_FROM)
    return [people[who] for who, step in steps if step.is_open is not False][:SITTING]


def _asked(town: Town) -> list[int]:
    """The enterprises whose people it assesses."""
    return [one.pk for one in town.enterprises[1:4]]


def _hold(town: Town, clerk: Capacity, people: Sequence[Person]) -> None:
    marks = "\n".join(f"{one.name} {one.birth} {78 + n} {81 + n}" for n, one in enumerate(people))
    turns = [
        Turn("approve", town.officer(clerk.organisation or 0, 1), 1),
        Turn("enrol", clerk, 2, _listed(people)),
        Turn("name", clerk, 0, {"numbers": examiner_for(town, LATHE, *_asked(town))}),
        Turn("mark", clerk, 9, {"marks": marks}),
        Turn("publish", clerk, 1),
        Turn("issue", clerk, 12),
    ]
    _play(
        town, clerk, HELD_FROM, (LATHE, Grade.INTERMEDIATE, HELD_FROM + timedelta(days=11)), turns
    )


def _open(
    town: Town, clerk: Capacity, occupation: str, grade: Grade, people: Sequence[Person]
) -> None:
    opened, day = town.on - timedelta(days=BEFORE), town.on + timedelta(days=AHEAD)
    turns = [
        Turn("approve", town.officer(clerk.organisation or 0, 1), 1),
        Turn("arrange", clerk, 0, {"examiners": "2", "sample_percent": "50"}),
        Turn("open_up", clerk, 0, {"rooms": ROOMS}),
    ]
    if people:
        turns.append(Turn("enrol", clerk, 2, _listed(people)))
    _play(town, clerk, opened, (occupation, grade, day), turns)


def _listed(people: Sequence[Person]) -> Mapping[str, str]:
    names = "\n".join(f"{one.name} {read_id_number(one)}" for one in people)
    return {"names": names, "declared": CHECKED}


def _play(
    town: Town,
    clerk: Capacity,
    opened: date,
    plan: tuple[str, Grade, date],
    turns: Sequence[Turn],
) -> None:
    occupation, grade, planned_on = plan
    answers = {
        "occupation": occupation,
        "grade": grade.value,
        "planned_on": planned_on.isoformat(),
        "place": PLACE,
    }
    perform(town, Play("grade-assessment", clerk, opened, answers, turns))
