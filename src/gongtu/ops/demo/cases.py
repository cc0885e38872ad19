"""Cases in every stage of every procedure, played by the people of the demo."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import islice
from typing import Any

from gongtu.ops.demo import crediting, equivalence, quality, recognition, sittings, social
from gongtu.ops.demo.abilities import abilities, examine
from gongtu.ops.demo.appointments import appointments
from gongtu.ops.demo.claims import claims, decide_together
from gongtu.ops.demo.corrections import look_into_certificates
from gongtu.ops.demo.examiners import examiner_for
from gongtu.ops.demo.learning import learn_and_ask
from gongtu.ops.demo.people import second_officer
from gongtu.ops.demo.plays import WITHDRAW, Play, Turn, cut, line_of, perform
from gongtu.ops.demo.qualifications import qualifications
from gongtu.ops.demo.town import Town
from gongtu.parties import queries
from gongtu.parties.models import Person
from gongtu.parties.roles import Role
from gongtu.registers.ladder.queries import steps_to
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import AssessorFiling

SUPERVISIONS, SESSIONS, FILINGS, CRAFTSMEN, AIDS = 48, 28, 30, 20, 36
REMINDED_AGO, PROPOSED_AGO = 12, 56
THIS_YEAR = date(2026, 3, 10)
SITTING, ASKED = 6, 40  # who sits in a session, and how many of the staff are asked


def play_all(town: Town) -> int:
    """Every play in the order of its first day; returns how many cases there are."""
    plays = [*claims(town), *_supervisions(town), *_sessions(town), *_filings(town)]
    plays += [*_craftsmen(town), *_aids(town), *recognition.recognitions(town)]
    plays += [*appointments(town), *equivalence.title_applications(town), *abilities(town)]
    plays += [*crediting.conversions(town), *qualifications(town)]
    for play in sorted(plays, key=lambda play: play.opened):
        perform(town, play)
    recognition.move_some(town)
    examine(town)
    equivalence.assess_professionals(town)
    crediting.finish_some(town)
    decide_together(town)
    look_into_certificates(town)
    for play in learn_and_ask(town):
        perform(town, play)
    _hold(town)
    quality.watch_over(town)
    social.take_part(town)
    return len(plays)


def _supervisions(town: Town) -> Iterator[Play]:
    """Letters of unions at every stage, and two that wait for members of the cast."""
    for place in range(SUPERVISIONS):
        union = town.unions[place % len(town.unions)]
        opened = THIS_YEAR + timedelta(days=place * 5)
        yield _supervision(town, union, opened, cut(_letters(town, union), place))
    reminded, proposed = town.unions[len(town.districts)], town.unions[0]
    for union, days, turns in ((reminded, REMINDED_AGO, 1), (proposed, PROPOSED_AGO, 4)):
        opened = town.on - timedelta(days=days)
        yield _supervision(town, union, opened, _letters(town, union)[0][:turns])


def _supervision(town: Town, union: Any, opened: date, turns: Sequence[Turn]) -> Play:
    answers = {
        "enterprise": str(union.parent_id),
        "breach": town.random.choice(("wages", "safety", "hours", "protected", "other")),
        "found_on": opened.isoformat(),
        "found": "现场查看和访谈发现，有班组的加班工资未按规定支付，涉及十余人（合成事实）。",
    }
    return Play("union-supervision", town.officer(union.pk), opened, answers, turns)


def _letters(town: Town, union: Any) -> list[list[Turn]]:
    chair, clerk = town.officer(union.pk), town.officer(union.parent_id)
    federation = town.office(Role.FEDERATION, union.division_id)
    department = queries.body_for(Role.DEPARTMENT, union.division_id, "district", key="emergency")
    officer = town.officer(department.pk)
    remind = Turn("remind", chair, 1, {"request": "请在期限内自查并支付所欠加班工资。"})
    opinion = {
        "verified": "true",
        "provisions": "劳动法关于加班工资的规定",
        "demand": "限期足额支付，并书面答复。",
    }
    advise = Turn("advise", chair, 20, opinion)
    refusal = Turn("find_refusal", chair, 25, reason="意见书送达后逾期未答复，当面催告仍拒绝支付。")
    proposal = {"department": str(department.pk), "proposal": "建议依法查处，并告知结果。"}
    path = [remind, advise, refusal, Turn("propose", federation, 4, proposal)]
    path += [
        Turn("file_case", officer, 6),
        Turn("report_back", officer, 30, {"outcome": "已责令限期支付，企业已付清。"}),
    ]
    settled = [
        remind,
        Turn("correct", clerk, 8, {"corrected": "已补发加班工资。", "corrected_on": "2026-10-09"}),
        Turn("confirm", chair, 5, reason="现场复核，职工均已收到。"),
    ]
    answered = [
        remind,
        Turn("answer", clerk, 9, {"answer": "经查属实，本月随工资补发。"}),
        Turn("accept", chair, 6, reason="说明有据，纳入回访。"),
    ]
    refused = [*path[:4], Turn("decline", officer, 5, reason="事项属于人力资源社会保障部门职责。")]
    dropped = [Turn("drop", chair, 6, reason="经核实，班组加班已安排补休。")]
    return [path, settled, answered, refused, dropped]


def _sessions(town: Town) -> Iterator[Play]:
    """Sessions of enterprises that have filed, from a plan to certificates."""
    filings = list(AssessorFiling.objects.select_related("assessor__organisation").order_by("id"))
    for place in range(SESSIONS):
        filing = filings[(place * 3) % len(filings)]
        enterprise = filing.assessor.organisation_id
        clerk = town.officer(enterprise)
        opened = THIS_YEAR + timedelta(days=place * 8)
        grade = (Grade.INTERMEDIATE, Grade.SENIOR)[place % 2]
        people = _open_to(town.staff[enterprise], filing.occupation_id, grade, opened)
        answers = {
            "occupation": filing.occupation_id,
            "grade": grade.value,
            "planned_on": (opened + timedelta(days=7)).isoformat(),
            "place": "本单位实训车间（演示）",
        }
        names = "\n".join(map(line_of, people))
        marks = "\n".join(f"{line_of(p)} {60 + n * 6} {58 + n * 7}" for n, p in enumerate(people))
        examiner = examiner_for(town, filing.occupation_id, enterprise)
        turns = [
            Turn("approve", second_officer(town, filing.assessor.organisation), 1),
            Turn("enrol", clerk, 2, {"names": names, "declared": sittings.CHECKED}),
            Turn("name", clerk, 0, {"numbers": examiner}),
            Turn("mark", clerk, 8, {"marks": marks}),
            Turn("publish", clerk, 2),
            Turn("issue", clerk, 14),
        ]
        officer = town.office(Role.HRSS, filing.assessor.organisation.division_id)
        stopped = [*turns[:2], Turn("stop", officer, 3, reason="抽查发现考评人员未回避。")]
        paths = [turns, turns, [Turn("give_up", clerk, 2)], [turns[0], Turn("cancel", clerk, 4)]]
        fitting = [*paths, stopped] if people else paths[2:]
        yield Play("grade-assessment", clerk, opened, answers, cut(fitting, place))


def _hold(town: Town) -> None:
    """The first enterprise that has people for it holds two sessions on the platform."""
    filings = AssessorFiling.objects.select_related("assessor__organisation").order_by("id")
    for filing in filings.filter(assessor__organisation__division=town.home):
        staff = town.staff[filing.assessor.organisation_id]
        days = sittings.HELD_FROM, town.on
        people = _open_to(staff, filing.occupation_id, Grade.INTERMEDIATE, *days)
        if len(people) == SITTING:
            sittings.hold(town, people, filing)
            return


def _open_to(staff: Sequence[Person], occupation: str, grade: Grade, *days: date) -> list[Person]:
    """The first few of the staff to whom the grade is shut on none of the days."""

    def is_open(one: Person) -> bool:
        steps = (steps_to(one.pk, occupation, (grade,), on=day) for day in days)
        return all(step.is_open is not False for (step,) in steps)

    return list(islice(filter(is_open, staff[5:ASKED]), SITTING))


def _filings(town: Town) -> Iterator[Play]:
    for place in range(FILINGS):
        enterprise = town.enterprises[60 + place]
        clerk, officer = (
            town.officer(enterprise.pk),
            town.office(Role.HRSS, enterprise.division_id),
        )
        trade = town.names.trades[(60 + place) % len(town.names.trades)]
        answers = {
            "occupation": trade.occupations[0],
            "lowest": "junior",
            "highest": "senior",
            "own_business": "true",
            "fund_drawn": "true" if place % 7 else "false",
            "staffed": "true",
        }
        more = Turn("ask_more", officer, 5, reason="考评人员名册缺少资格证明。")
        again = Turn("resubmit", clerk, 6, reason="已补交。")
        record = Turn("record", officer, 6, {"site": f"{900 + place:06d}"})
        decline = Turn("decline", officer, 5, reason="未按规定提取职工教育经费。")
        withdrawn = Turn(WITHDRAW, clerk, 3, reason="拟增加评价职业后再备案。")
        paths = [[record], [more, again, record], [withdrawn]]
        turns = cut(paths, place) if place % 7 else [decline]
        opened = THIS_YEAR + timedelta(days=place * 8)
        yield Play("assessor-filing", clerk, opened, answers, turns)


def _craftsmen(town: Town) -> Iterator[Play]:
    for place in range(CRAFTSMEN):
        union = town.unions[place % len(town.unions)]
        chair = town.officer(union.pk)
        first, second = (town.office(Role.FEDERATION, union.division_id, n) for n in (0, 1))
        answers = {
            "candidate": str(town.staff[union.parent_id or 0][6].pk),
            "deeds": "改进焊接工装，返修率明显下降，带出三名徒弟（合成事迹）。",
            "front_line": "true",
            "agreed": "true",
            "told_staff": "true",
        }
        turns = [
            Turn("shortlist", first, 12, reason="事迹突出，评审通过。"),
            Turn("name", second, 16),
        ]
        declined = [Turn("decline", first, 15, reason="本批名额有限，未进入前列。")]
        opened = date(2026, 6, 1) + timedelta(days=place * 8)
        turns_kept = cut([turns, declined], place)
        yield Play("craftsman-selection", chair, opened, answers, turns_kept)


def _aids(town: Town) -> Iterator[Play]:
    for place in range(AIDS):
        enterprise = town.enterprises[place * 4]
        person = town.staff[enterprise.pk][4]
        officer = town.office(Role.FEDERATION, person.division_id)
        answers = {
            "matter": ("pay", "contract", "injury", "insurance", "other")[place % 5],
            "told": "单位拖欠两个月加班工资，多次交涉没有结果（合成情况）。",
            "at_work": "true",
        }
        advice = Turn(
            "advise", officer, 3, {"advice": "可先申请调解；仲裁时效为一年，请保存证据。"}
        )
        helped = [
            Turn("appoint", officer, 4, {"lawyer": "演示律师"}),
            Turn("close", officer, 30, {"outcome": "经调解，单位已支付。"}),
        ]
        declined = [Turn("decline", officer, 3, reason="所述为邻里纠纷，与劳动关系无关。")]
        withdrawn = [Turn(WITHDRAW, town.worker(person), 2, reason="单位已经支付。")]
        opened = THIS_YEAR + timedelta(days=place * 7)
        turns = cut([[advice], helped, declined, withdrawn], place)
        yield Play("legal-aid", town.worker(person), opened, answers, turns)
