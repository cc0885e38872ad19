"""Special abilities of the demo: proposed, looked at by experts, published, retired."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from gongtu.ops.demo.plays import Play, Turn
from gongtu.ops.demo.town import Town
from gongtu.parties.queries import body_for
from gongtu.parties.roles import HRSS

BEGUN_ON = date(2026, 3, 18)
EVERY, EXPERTS = 21, 2
NORM = "# 要求\n按工序独立完成（演示文本）。\n知识：安全与材料 100%\n技能：准备 30%\n技能：制作 70%"
ABILITIES = (
    ("剪纸制作", "craft"),
    ("海草房苫盖", "craft"),
    ("直播电商选品", "new-trade"),
    ("充电桩巡检", "new-technique"),
    ("花边镶拼", "craft"),
    ("啤酒酿造品评", "local-industry"),
    ("无人机植保", "new-technique"),
    ("家政整理收纳", "new-trade"),
)


def abilities(town: Town) -> Iterator[Play]:
    """One at each stage of the course, the first ones open to be examined."""
    office = body_for(HRSS, town.city.division, "city").pk
    one, other = town.officer(office), town.officer(office, 1)
    staff = town.staff[town.enterprises[0].pk]
    opinions = [
        Turn("opine", one, 3, {"reviewer": str(staff[9 + n].pk), "favours": "true",
                               "opinion": "需求明确，规范可行（演示）。"})
        for n in range(EXPERTS)
    ]  # fmt: skip
    for place, (name, need) in enumerate(ABILITIES):
        assessor = town.schools[(place + 1) % len(town.schools)]
        filed = {"assessor": str(assessor.pk), "is_pilot": "true" if place % 2 else "false"}
        course = [
            Turn("send", one, 3, {"experts": EXPERTS}),
            *opinions,
            Turn("prepare", one, 2, {"number": f"演专{place + 1:03d}"}),
            Turn("publish", other, 2),
            Turn("file_assessor", one, 5, filed),
            Turn("retire", one, 60, {"why": "已有国家职业标准覆盖（演示）。"}),
        ]
        left_out = (1, 1, 0, 2, 3, 5, 6, 7)[place]
        declined = [Turn("decline", one, 4, reason="已有职业标准覆盖（演示）。")]
        answers = {
            "name": f"{name}（演示）",
            "need": need,
            "grounds": "本地从业人员需要证明，现有职业标准没有覆盖（合成情况）。",
            "hours": 40,
            "norm": NORM,
        }
        opener = town.officer(town.schools[place % len(town.schools)].pk)
        opened = BEGUN_ON + timedelta(days=place * EVERY)
        turns = declined if left_out == len(course) else course[: len(course) - left_out]
        yield Play("special-ability-project", opener, opened, answers, turns)
