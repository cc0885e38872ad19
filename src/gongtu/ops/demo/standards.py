"""Standards of the demo at every stage: drafts, comments with answers, editions; and wordings."""

from __future__ import annotations

from datetime import date, timedelta

from gongtu.ops.demo.plays import Play, Turn, carry_on, perform
from gongtu.ops.demo.town import Town
from gongtu.parties.capacity import Capacity
from gongtu.parties.roles import HRSS
from gongtu.registers.ladder import services as ladder
from gongtu.registers.ladder.choices import Wording
from gongtu.registers.skills.models import Occupation
from gongtu.registers.standards import services as standards
from gongtu.registers.standards.choices import Outcome
from gongtu.registers.standards.models import StandardVersion

WELDER, LATHE = "6-18-02-04", "6-18-01-01"
FIRST, SECOND, OPEN, OVER = date(2026, 3, 9), date(2026, 6, 8), 12, 40
ROUND = timedelta(days=30)
TEXT = """# 职业道德
遵章守纪，安全生产（演示文本）。
知识：职业守则 20% 15% 10%
# 基础知识
知识：识图 40% 40% 40%
知识：安全与环境保护 40% 45% 50%
# 操作
技能：准备 40% 30% 20%
技能：作业 50% 55% 60%
技能：检验 10% 15% 20%"""
LATER = TEXT.replace("作业 50% 55% 60%", "作业 40% 45% 50%").replace(
    "检验 10% 15% 20%", "检验 20% 25% 30%"
)


def draft_standards(town: Town) -> None:
    """Two editions of one specification, and a draft at each stage of its course."""
    clerk, school = town.officer(town.enterprises[0].pk), town.officer(town.schools[0].pk)
    for opened, text, number in ((FIRST, TEXT, "1号"), (SECOND, LATER, "7号")):
        told = f"演评规〔2026〕{number}（演示）"
        case = _commented(town, clerk, opened, WELDER, text)
        _answer(case, clerk, opened + ROUND)
        carry_on(town, case, opened + ROUND, _to_adoption(town, clerk, opened, told))
    opened = town.on - timedelta(days=OPEN)
    industry, provider = (
        town.officer(body.pk) for body in (town.industry_bodies[0], town.providers[0])
    )
    _commented(town, industry, opened, LATHE, TEXT)
    _send_for_review(town, school, town.on - timedelta(days=OVER))
    change = Turn("ask_more", town.city_office(HRSS), 4, reason="请写明检验的要求（演示）。")
    no = Turn("decline", town.city_office(HRSS), 6, reason="已有国家职业标准（演示）。")
    for who, occupation, turns in (
        (school, "6-20-01-01", []),
        (provider, "6-30-05-02", [change]),
        (industry, "6-31-07-03", [no]),
    ):
        _play(town, who, opened, occupation, turns)
    _word(town)


def _send_for_review(town: Town, by: Capacity, opened: date) -> None:
    """Drafts after their comment round: about to be adopted, being reviewed, sent back."""
    send, prepare, _adopt = _to_adoption(town, by, opened, "待定")
    back = Turn("send_back", town.city_office(HRSS), 3, reason="检验的比重与正文不一致（演示）。")
    for occupation, turns in (
        ("6-31-01-03", [send, prepare]),
        ("6-02-06-01", [send]),
        ("4-07-05-04", [send, back]),
    ):
        case = _commented(town, by, opened, occupation, TEXT)
        _answer(case, by, opened + ROUND)
        carry_on(town, case, opened + ROUND, turns)


def _to_adoption(town: Town, by: Capacity, opened: date, number: str) -> list[Turn]:
    in_force = opened + ROUND + timedelta(days=30)
    told = {"number": number, "in_force_from": in_force.isoformat()}
    return [
        Turn("send", by, 2),
        Turn("prepare", town.city_office(HRSS), 4, told),
        Turn("adopt", town.city_office(HRSS, 1), 2),
    ]


def _commented(town: Town, by: Capacity, opened: date, occupation: str, text: str) -> str:
    """A draft laid open, with what a few people said of it."""
    accept = Turn("accept", town.city_office(HRSS), 1, {"until": (opened + ROUND).isoformat()})
    case = _play(town, by, opened, occupation, [accept], text)
    _comment(town, case, opened + timedelta(days=5))
    return case


def _play(
    town: Town, by: Capacity, opened: date, occupation: str, turns: list[Turn], text: str = TEXT
) -> str:
    name = Occupation.objects.get(code=occupation).name
    answers = {
        "kind": "specification",
        "occupation": occupation,
        "title": f"{name}评价规范（演示）",
        "lowest": "junior",
        "highest": "senior",
        "drafters": "演示行业协会",
        "text": text,
    }
    return perform(town, Play("occupational-standard", by, opened, answers, turns))


def _comment(town: Town, case: str, on: date) -> None:
    draft = StandardVersion.objects.get(case_number=case)
    for who, section, text in (
        (town.member("wang"), "操作", "检验的比重偏低，现场返修多因检验不到位。"),
        (town.member("li"), "", "建议写明考核用时。"),
        (town.member("chen"), "基础知识", "识图部分建议增加数字化图纸。"),
    ):
        standards.comment(draft.pk, text, section=section, by=who, on=on)


def _answer(case: str, clerk: Capacity, on: date) -> None:
    answers = (
        (Outcome.ACCEPTED, ""),
        (Outcome.DECLINED, "考核用时由考核方案规定。"),
        (Outcome.PARTLY, "在高级工写明。"),
    )
    made = StandardVersion.objects.get(case_number=case).comments.order_by("id")
    for comment, (outcome, reason) in zip(made, answers, strict=True):
        standards.answer(comment.pk, outcome, reason=reason, by=clerk, on=on)


def _word(town: Town) -> None:
    """An officer has read a standard; nobody has confirmed it yet."""
    told = ladder.Worded(
        occupation=LATHE,
        wording=Wording.OF_2018,
        since=date(2019, 1, 1),
        standard="车工国家职业技能标准（演示）",
        source="演示用来源，不是真实文件",
        confidence="medium",
    )
    ladder.propose_wording(told, by=town.member("liu"), on=town.on)
