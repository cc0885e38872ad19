"""Standards of fitters, drafted by 甲公司, as far as a test needs them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from gongtu.engines.casework import services as casework
from gongtu.engines.casework.models import Case
from gongtu.parties import services as parties
from gongtu.parties.capacity import CLOCK, Capacity
from gongtu.parties.queries import get_account, get_capacity
from gongtu.parties.roles import HRSS
from gongtu.registers.ladder import services as ladder
from gongtu.registers.ladder.choices import Wording
from gongtu.registers.ladder.models import WordingProposal
from gongtu.registers.standards.models import AbilityProject, StandardVersion
from tests.cast import DAY, FITTER, FOUNDED, Cast, oneself, somebody

TEXT = "# 职业道德\n爱岗敬业。\n# 装配\n技能：零件检查 60% 50% 40%\n技能：部件装配 40% 50% 60%"
UNTIL = DAY + timedelta(days=10)


def proposed(cast: Cast, *, by: Capacity | None = None, **more: Any) -> StandardVersion:
    """A specification for 初级工 to 高级工, under examination."""
    told = {
        "kind": "specification", "occupation": FITTER, "title": "装配钳工评价规范",
        "lowest": "junior", "highest": "senior", "text": TEXT, **more,
    }  # fmt: skip
    case = casework.open_case("occupational-standard", answers=told, by=by or cast.clerk, on=DAY)
    return StandardVersion.objects.get(case_number=case.number)


def opened(cast: Cast, **more: Any) -> StandardVersion:
    """The same, open to comments until `UNTIL`."""
    draft = proposed(cast, **more)
    move(draft, "accept", cast.zheng, until=UNTIL.isoformat())
    draft.refresh_from_db()
    return draft


def adopted(cast: Cast, *, since: date, number: str = "1号", **more: Any) -> StandardVersion:
    """The same, commented by nobody, and in force from that day."""
    wording = more.pop("wording", "")
    draft = opened(cast, **more)
    after = UNTIL + timedelta(days=1)
    move(draft, "send", more.get("by", cast.clerk), on=after)
    told = {"number": number, "in_force_from": since.isoformat(), "wording": wording}
    move(draft, "prepare", cast.zheng, on=after, **told)
    move(draft, "adopt", city_colleague(cast), on=after)
    draft.refresh_from_db()
    return draft


def move(
    draft: StandardVersion, key: str, by: Capacity, *, on: date = DAY, reason: str = "", **told: Any
) -> Case:
    """One move of the draft's case."""
    return casework.make_move(draft.case_number, key, answers=told, reason=reason, by=by, on=on)


def city_colleague(cast: Cast) -> Capacity:
    """Another officer of the city's human resources."""
    body = cast.bodies["city-hrss"]
    found = body.offices.filter(person__name="何处长").first()
    if found is None:
        person = somebody("何处长", 370, body.division)
        oneself(person)
        found = parties.grant_office(person, body, role=HRSS, title="经办人", by=CLOCK, on=FOUNDED)
    account = get_account(found.person.account.pk)
    return get_capacity(account, f"office:{found.pk}", DAY)


def worded(cast: Cast, edition: Wording = Wording.OF_2023) -> WordingProposal:
    """孙科长 read in a document which wording the standard of fitters uses."""
    told = ladder.Worded(
        occupation=FITTER, wording=edition, since=DAY, standard="装配钳工国家职业标准",
        source="人社厅发1号",
    )  # fmt: skip
    return ladder.propose_wording(told, by=cast.sun, on=DAY)


def ability(cast: Cast, *, name: str = "剪纸制作", number: str = "专1") -> AbilityProject:
    """A special ability proposed by the school, seen by 王师傅 and published."""
    told = {
        "name": name, "need": "craft", "grounds": "本地剪纸艺人需要证明。", "hours": 40,
        "norm": "# 剪制\n技能：剪样 60%\n技能：成品 40%",
    }  # fmt: skip
    case = casework.open_case("special-ability-project", answers=told, by=cast.school, on=DAY)
    colleague = city_colleague(cast)
    opinion = {"reviewer": str(cast.wang.person), "favours": True, "opinion": "可行。"}
    steps: tuple[tuple[str, Capacity, dict[str, Any]], ...] = (
        ("send", cast.zheng, {"experts": 1}),
        ("opine", cast.zheng, opinion),
        ("prepare", cast.zheng, {"number": number}),
        ("publish", colleague, {}),
    )
    for key, by, answers in steps:
        casework.make_move(case.number, key, answers=answers, by=by, on=DAY)
    return AbilityProject.objects.get(case_number=case.number)


def certified(cast: Cast, *, held_on: date, issued_on: date) -> str:
    """王师傅 passes in the school's session of 剪纸制作, 小李 does not; the session's case."""
    project, wang, li = ability(cast), cast.person(cast.wang), cast.person(cast.li)
    told = {"assessor": str(cast.school.organisation), "is_pilot": False}
    casework.make_move(project.case_number, "file_assessor", answers=told, by=cast.zheng, on=DAY)
    plan = {"ability": str(project.pk), "planned_on": held_on.isoformat(), "place": "一号实训室"}
    case = casework.open_case("special-ability-session", answers=plan, by=cast.school, on=DAY)
    steps: tuple[tuple[str, date, dict[str, Any]], ...] = (
        ("enrol", held_on, {"names": f"王师傅 {wang.birth}\n小李 {li.birth}"}),
        ("mark", held_on, {"marks": "王师傅 60\n小李 59"}),
        ("publish", held_on, {}),
        ("issue", issued_on, {}),
    )
    for key, on, answers in steps:
        casework.make_move(case.number, key, answers=answers, by=cast.school, on=on)
    return case.number
