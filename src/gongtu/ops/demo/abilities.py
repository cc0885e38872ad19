"""Special abilities of the demo: proposed, published, examined by filed bodies, retired."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from gongtu.ops.demo.plays import Play, Turn, line_of, perform
from gongtu.ops.demo.town import Town
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Person
from gongtu.parties.roles import HRSS
from gongtu.registers.standards.models import AbilityAssessor

BEGUN_ON = date(2026, 3, 18)
EVERY, EXPERTS = 21, 2
SITTING, FIRST = 4, 20  # how many sit in a session, and the first of the staff who does
COMING = 14  # days until a session that is only planned
SESSIONS = ((4, 200), (3, 5), (2, 3), (1, 2))  # how many turns are made, from how many days ago
NORM = "# 要求\n按工序独立完成（演示文本）。\n知识：安全与材料 100%\n技能：准备 30%\n技能：制作 70%"
ABILITIES = (  # the last move that is made of each
    ("剪纸制作", "craft", "file_assessor"),
    ("海草房苫盖", "craft", "file_assessor"),
    ("直播电商选品", "new-trade", "retire"),
    ("充电桩巡检", "new-technique", "publish"),
    ("花边镶拼", "craft", "prepare"),
    ("啤酒酿造品评", "local-industry", "opine"),
    ("无人机植保", "new-technique", "send"),
    ("家政整理收纳", "new-trade", "decline"),
    ("智能家居调试", "new-technique", "ask_more"),
    ("贝雕制作", "craft", ""),
)


def abilities(town: Town) -> Iterator[Play]:
    """One at each stage of the course, the first ones open to be examined."""
    for place, (name, need, last) in enumerate(ABILITIES):
        answers = {
            "name": f"{name}（演示）",
            "need": need,
            "grounds": "本地从业人员需要证明，现有职业标准没有覆盖（合成情况）。",
            "hours": 40,
            "norm": NORM,
        }
        opener = town.officer(town.schools[place % len(town.schools)].pk)
        opened = BEGUN_ON + timedelta(days=place * EVERY)
        turns = _turns(town, place, last)
        yield Play("special-ability-project", opener, opened, answers, turns)


def _turns(town: Town, place: int, last: str) -> list[Turn]:
    """What happens to a project, up to the last move of that name."""
    one, other = (town.city_office(HRSS, officer) for officer in (0, 1))
    assessor = town.schools[(place + 1) % len(town.schools)]
    filed = {"assessor": str(assessor.pk), "is_pilot": "true" if place % 2 else "false"}
    course = [
        Turn("send", one, 3, {"experts": EXPERTS}),
        *_opinions(town, one),
        Turn("prepare", one, 2, {"number": f"演专{place + 1:03d}"}),
        Turn("publish", other, 2),
        Turn("file_assessor", one, 5, filed),
        Turn("retire", one, 60, {"why": "已有国家职业标准覆盖（演示）。"}),
    ]
    aside = [
        Turn("decline", one, 4, reason="已有职业标准覆盖（演示）。"),
        Turn("ask_more", one, 4, reason="请写明安全操作的要求（演示）。"),
    ]
    for turn in aside:
        if turn.move == last:
            return [turn]
    made = [n for n, turn in enumerate(course, start=1) if turn.move == last]
    return course[: max(made, default=0)]


def _opinions(town: Town, officer: Capacity) -> list[Turn]:
    """What two of an enterprise's staff say as experts."""
    staff = town.staff[town.enterprises[0].pk]
    said = {"favours": "true", "opinion": "需求明确，规范可行（演示）。"}
    return [
        Turn("opine", officer, 3, {"reviewer": str(expert.pk), **said})
        for expert in staff[9 : 9 + EXPERTS]
    ]


def examine(town: Town) -> None:
    """One session with its certificates, one on public notice, one with marks, one planned."""
    filings = AbilityAssessor.objects.filter(until=None, project__retired_on=None)
    filing = filings.select_related("project").order_by("id").first()
    if filing is None:
        return
    staff, by = town.staff[town.enterprises[0].pk], town.officer(filing.organisation_id)
    for place, (turns, ago) in enumerate(SESSIONS):
        first = FIRST + place * SITTING
        people, opened = staff[first : first + SITTING], town.on - timedelta(days=ago)
        answers = {
            "ability": str(filing.project_id),
            "planned_on": (opened + timedelta(days=1 if turns > 1 else COMING)).isoformat(),
            "place": "非遗工坊（演示）",
        }
        path = _sitting(by, people)[:turns]
        perform(town, Play("special-ability-session", by, opened, answers, path))


def _sitting(by: Capacity, people: Sequence[Person]) -> list[Turn]:
    """All of them sit; the last does not pass."""
    marks = [f"{line_of(one)} {86 - 10 * place}" for place, one in enumerate(people)]
    return [
        Turn("enrol", by, 0, {"names": "\n".join(map(line_of, people))}),
        Turn("mark", by, 1, {"marks": "\n".join(marks)}),
        Turn("publish", by, 1),
        Turn("issue", by, 30),
    ]
