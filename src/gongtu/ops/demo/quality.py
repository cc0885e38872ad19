"""How assessing is watched over in the demo: a plan, checks at several stages, complaints."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from gongtu.engines.casework import services
from gongtu.ops.demo.plays import Play, Turn, paper, perform
from gongtu.ops.demo.town import Town
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Organisation
from gongtu.parties.roles import Role
from gongtu.registers.quality import queries as quality
from gongtu.registers.skills.models import Assessor

PLANNED_ON = date(2026, 3, 16)
RECORD = "现场检查记录"
DRAWN = 20  # percent of the bodies of the district


def watch_over(town: Town) -> None:
    """The district of the cast: some bodies checked, one suspended, two things complained of."""
    first, second = (town.office(Role.HRSS, town.home, place) for place in (0, 1))
    bodies = [
        one.organisation
        for one in Assessor.objects.filter(organisation__division=town.home)
        .select_related("organisation")
        .order_by("id")
    ]
    named = bodies[1]
    plan = _plan(town, first, named)
    ways = _ways(town, first, second)
    checked = [(named, "risk", 60, ways[0])]
    drawn = [one.organisation for one in quality.list_planned(quality.get_plan(plan))]
    waiting = [body for body in drawn if body != named]
    checked += [(body, "drawn", 90, ways[1]) for body in waiting[:1]]
    others = [body for body in bodies if body not in (named, *waiting, bodies[0])]
    leads = [*others, bodies[0], bodies[0]]  # a small district has few bodies
    checked += [
        (body, "lead", ago, way)
        for body, ago, way in zip(leads[:2], (40, 30), ways[2:4], strict=True)
    ]
    checked.append((bodies[0], "lead", 12, ways[4]))
    for body, chosen, ago, turns in checked:
        _check(town, first, second, body, chosen=chosen, ago=ago, turns=turns)
    _complain(town, first, bodies[0])


def _plan(town: Town, officer: Capacity, named: Organisation) -> str:
    why = "去年有两名考生的成绩经申诉更正（合成事实）。"
    turns = [
        Turn("name", officer, 1, {"body": str(named.pk), "why": why}),
        Turn("draw", officer, 1, {"percent": str(DRAWN)}),
        Turn("adopt", officer, 2),
    ]
    return perform(town, Play("assessment-plan", officer, PLANNED_ON, {"year": "2026"}, turns))


def _ways(town: Town, first: Capacity, second: Capacity) -> Sequence[Sequence[Turn]]:
    """What follows once the body is told: each way ends at another stage."""
    accept = Turn("answer", first, 3, {"finding": "1", "stance": "accepted"})
    handed = [accept, Turn("hand_in", first, 0)]
    due, hear_by = (town.on + timedelta(days=days) for days in (20, 10))
    order = Turn("order", first, 5, {"demand": "补齐评分记录。", "due_on": due.isoformat()})
    grounds = "评分记录不实，涉及两场评价（合成事实）。"
    told = {"step": "suspension", "grounds": grounds, "hear_by": hear_by.isoformat()}
    propose = Turn("propose", first, 4, told)
    state = Turn("state", first, 5, {"statement": "已更换考评人员并补齐记录。"})
    suspend = Turn("suspend", second, 4, {"decided_for": "事实清楚，陈述不改变事实。"})
    return (
        [*handed, order],
        [*handed, Turn("advise", first, 3, {"advice": "评分表当场签名、扫描存档。"})],
        [*handed, propose, state, suspend],
        [*handed, propose, state],
        [],
    )


def _check(  # noqa: PLR0913 - who checks whom, why, when, and what follows
    town: Town,
    first: Capacity,
    second: Capacity,
    body: Organisation,
    *,
    chosen: str,
    ago: int,
    turns: Sequence[Turn],
) -> None:
    opened = town.on - timedelta(days=ago)
    told = {"body": str(body.pk), "kind": "site", "chosen": chosen}
    visit = {"checked_on": opened.isoformat(), "sessions": "2", "certificates": "3"}
    look = [Turn("begin", first, 0, visit), Turn("join", second, 0)]
    number = perform(town, Play("assessment-check", first, opened, told, look))
    services.attach(number, paper(RECORD), f"{RECORD}.pdf", by=first, on=opened)
    found = "抽查的一场评价中，评分表没有考评人员签名（合成事实）。"
    noted = {"ground": "marks", "severity": "material", "told": found, "evidence": f"{RECORD}.pdf"}
    until = {"answer_by": (opened + timedelta(days=20)).isoformat()}
    day, clerk = opened, town.officer(body.pk)
    for turn in [Turn("note", first, 0, noted), Turn("tell", first, 1, until), *turns]:
        day += timedelta(days=turn.after)
        who = clerk if turn.move in ("answer", "hand_in", "state") else turn.who
        services.make_move(number, turn.move, by=who, on=day, answers=turn.answers)


def _complain(town: Town, officer: Capacity, body: Organisation) -> None:
    told = "技能考核时没有考评人员在场打分（合成事实）。"
    answers = {"body": str(body.pk), "ground": "marks", "told": told}
    answer = {"founded": "partly", "answer": "经检查，有一场评分表缺签名，已要求改正。"}
    answered = [Turn("accept", officer, 2), Turn("answer", officer, 12, answer)]
    for place, (ago, turns) in enumerate(((50, answered), (3, answered[:0]))):
        worker = town.worker(town.staff[body.pk][20 + place])
        opened = town.on - timedelta(days=ago)
        perform(town, Play("assessment-complaint", worker, opened, answers, turns))
