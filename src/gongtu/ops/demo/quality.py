"""How assessing is watched over in the demo: plans, checks at every stage, complaints."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import cycle

from gongtu.engines.casework import services
from gongtu.ops.demo.plays import Play, Turn, carry_on, paper, perform
from gongtu.ops.demo.town import Town
from gongtu.parties.capacity import PUBLIC, Capacity
from gongtu.parties.models import Organisation
from gongtu.parties.roles import Role
from gongtu.registers.quality import queries as quality
from gongtu.registers.skills.models import Assessor

PLANNED_ON, NEXT_YEAR_IN = date(2026, 3, 16), 2  # the next year's plan was begun days ago
RECORD = "现场检查记录"
DRAWN = 20  # percent of the bodies of the district
ELSEWHERE = (("prepared", 2), ("checking", 4), ("weighing", 18), ("verifying", 35), ("hearing", 25))
COMPLAINANT = 20  # place among the staff


@dataclass(frozen=True, slots=True)
class Watch:
    """Two officers of an office, and the bodies of its district that assess."""

    first: Capacity
    second: Capacity
    bodies: Sequence[Organisation]


def watch_over(town: Town) -> None:
    """Two plans and some checks where the cast lives; elsewhere a check at each other stage."""
    home = _watch(town, town.home)
    _watch_home(town, home)
    others = [_watch(town, district) for district in town.districts[1:]] or [home]
    for (stage, ago), watch in zip(ELSEWHERE, cycle(others)):
        _check(town, watch, watch.bodies[0], chosen="lead", ago=ago, stage=stage)
    accepted = [Turn("accept", others[0].first, 2)]
    _complain(town, others[0].bodies[0], COMPLAINANT, ago=9, turns=accepted)


def _watch(town: Town, district: str) -> Watch:
    first, second = (town.office(Role.HRSS, district, place) for place in (0, 1))
    bodies = Assessor.objects.filter(organisation__division=district).order_by("id")
    return Watch(first, second, [one.organisation for one in bodies.select_related("organisation")])


def _watch_home(town: Town, home: Watch) -> None:
    """Some bodies checked as the plan says, one suspended, two things complained of."""
    largest, named, *_ = home.bodies
    plan = _plan(town, home.first, named)
    drawn = [one.organisation for one in quality.list_planned(quality.get_plan(plan))]
    waiting = [body for body in drawn if body != named]
    _check(town, home, named, chosen="risk", ago=60, stage="correcting")
    for body in waiting[:1]:
        _check(town, home, body, chosen="drawn", ago=90, stage="advised")
    others = [body for body in home.bodies if body not in (named, *waiting, largest)]
    leads = [*others, largest, largest][:2]  # a small district has few bodies
    for body, ago, stage in zip(leads, (40, 30), ("suspended", "deciding"), strict=True):
        _check(town, home, body, chosen="lead", ago=ago, stage=stage)
    _check(town, home, largest, chosen="lead", ago=12, stage="answering")
    answer = {"founded": "partly", "answer": "经检查，有一场评分表缺签名，已要求改正。"}
    answered = [Turn("accept", home.first, 2), Turn("answer", home.first, 12, answer)]
    _complain(town, largest, COMPLAINANT, ago=50, turns=answered)
    _complain(town, largest, COMPLAINANT + 1, ago=3)
    _complain(town, largest, None, ago=30, turns=answered)
    _complain(town, largest, None, ago=1)


def _plan(town: Town, officer: Capacity, named: Organisation) -> str:
    """The year's plan as adopted; the next one is being drafted, with one body named so far."""
    why = "去年有两名考生的成绩经申诉更正（合成事实）。"
    name = Turn("name", officer, 1, {"body": str(named.pk), "why": why})
    draft = {"year": str(town.on.year + 1)}
    opened = town.on - timedelta(days=NEXT_YEAR_IN)
    perform(town, Play("assessment-plan", officer, opened, draft, [name]))
    turns = [name, Turn("draw", officer, 1, {"percent": str(DRAWN)}), Turn("adopt", officer, 2)]
    told = {"year": str(PLANNED_ON.year)}
    return perform(town, Play("assessment-plan", officer, PLANNED_ON, told, turns))


def _check(
    town: Town, watch: Watch, body: Organisation, *, chosen: str, ago: int, stage: str
) -> None:
    opened = town.on - timedelta(days=ago)
    told = {"body": str(body.pk), "kind": "site", "chosen": chosen}
    number = perform(town, Play("assessment-check", watch.first, opened, told))
    if turns := _turns(town, watch, town.officer(body.pk), opened)[stage]:
        services.attach(number, paper(RECORD), f"{RECORD}.pdf", by=watch.first, on=opened)
        carry_on(town, number, opened, turns)


def _turns(town: Town, watch: Watch, clerk: Capacity, opened: date) -> Mapping[str, Sequence[Turn]]:
    """What makes a check of the clerk's body reach each stage."""
    first, second = watch.first, watch.second
    visit = {"checked_on": opened.isoformat(), "sessions": "2", "certificates": "3"}
    begun = [Turn("begin", first, 0, visit)]
    found = "抽查的一场评价中，评分表没有考评人员签名（合成事实）。"
    noted = {"ground": "marks", "severity": "material", "told": found, "evidence": f"{RECORD}.pdf"}
    until = {"answer_by": (opened + timedelta(days=20)).isoformat()}
    looked = [Turn("join", second, 0), Turn("note", first, 0, noted)]
    told = [*begun, *looked, Turn("tell", first, 1, until)]
    accept = Turn("answer", clerk, 3, {"finding": "1", "stance": "accepted"})
    handed = [*told, accept, Turn("hand_in", clerk, 0)]
    return {
        "prepared": [],
        "checking": begun,
        "answering": told,
        "weighing": handed,
        "advised": [*handed, Turn("advise", first, 3, {"advice": "评分表当场签名、扫描存档。"})],
        **{stage: [*handed, *more] for stage, more in _correction(town, first, clerk).items()},
        **{stage: [*handed, *more] for stage, more in _suspension(town, watch, clerk).items()},
    }


def _correction(town: Town, officer: Capacity, clerk: Capacity) -> Mapping[str, Sequence[Turn]]:
    due_on = (town.on + timedelta(days=20)).isoformat()
    order = Turn("order", officer, 5, {"demand": "补齐评分记录。", "due_on": due_on})
    report = Turn("report", clerk, 9, {"report": "两场的评分记录已经补齐（合成事实）。"})
    return {"correcting": [order], "verifying": [order, report]}


def _suspension(town: Town, watch: Watch, clerk: Capacity) -> Mapping[str, Sequence[Turn]]:
    hear_by = (town.on + timedelta(days=10)).isoformat()
    grounds = "评分记录不实，涉及两场评价（合成事实）。"
    told = {"step": "suspension", "grounds": grounds, "hear_by": hear_by}
    propose = Turn("propose", watch.first, 4, told)
    state = Turn("state", clerk, 5, {"statement": "已更换考评人员并补齐记录。"})
    suspend = Turn("suspend", watch.second, 4, {"decided_for": "事实清楚，陈述不改变事实。"})
    return {
        "hearing": [propose],
        "deciding": [propose, state],
        "suspended": [propose, state, suspend],
    }


def _complain(
    town: Town, body: Organisation, place: int | None, *, ago: int, turns: Sequence[Turn] = ()
) -> None:
    """One of the staff complains of their own employer; `place` None: without an account."""
    stranger = replace(PUBLIC, division=body.division_id)
    who = stranger if place is None else town.worker(town.staff[body.pk][place])
    told = "技能考核时没有考评人员在场打分（合成事实）。"
    answers = {"body": str(body.pk), "ground": "marks", "told": told}
    opened = town.on - timedelta(days=ago)
    perform(town, Play("assessment-complaint", who, opened, answers, turns))
