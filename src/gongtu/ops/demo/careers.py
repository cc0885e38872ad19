"""Enterprises that plan for their skilled staff: most take the default, the first its own."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from gongtu.ops.demo.town import Town
from gongtu.parties.roles import Role
from gongtu.registers.careers import queries, services
from gongtu.registers.careers.models import GuideVersion
from gongtu.registers.careers.rows import Line, read_treatment
from gongtu.registers.skills.choices import Grade

PLANNING, TREATING, OTHERS = 4, 3, 3
OWN_TREATMENT = "高级工 助理级\n技师 中级\n高级技师 副高级 学习进修、评优评奖、科研项目申报"
PROPOSED_ON, AGREED_ON, REVIEW_ON = date(2026, 9, 7), date(2026, 9, 10), date(2027, 3, 1)
STEPS = "今年：参加研修班\n明年：完成一项技术改进\n申报条件齐备当年：申报下一级"
ASKED = "上夜班，研修班改成周末行不行？"
ADOPTED_ON, REVISED_ON = date(2026, 4, 15), date(2026, 10, 12)


def plan(town: Town) -> None:
    """A few enterprises adopted the default; the cast's employer wants more since autumn."""
    for enterprise in town.enterprises[:PLANNING]:
        clerk = town.officer(enterprise.pk)
        services.adopt_usual_plan(enterprise.pk, by=clerk, on=ADOPTED_ON)
        services.adopt_usual_lattice(enterprise.pk, by=clerk, on=ADOPTED_ON)
    first = town.enterprises[0].pk
    usual = queries.lines_of(queries.PLANS.of(first)[0])
    wanted = [_more(line) for line in usual]
    clerk = town.officer(first)
    services.publish_plan(first, wanted, first_year=2027, by=clerk, on=REVISED_ON)


def want(town: Town, occupation: str, grade: Grade) -> None:
    """The cast's employer wants one more of them in the second year, and another in the third."""
    first = town.enterprises[0].pk
    there = queries.places_of(queries.staff_of(first, on=town.on)).get((occupation, grade), ())
    count = len(there)
    before = queries.lines_of(queries.PLANS.of(first)[0])
    lines = [one for one in before if (one.occupation, one.grade) != (occupation, grade)]
    lines.insert(0, Line(occupation, grade, (count, count + 1, count + 2)))
    services.publish_plan(first, lines, first_year=2027, by=town.officer(first), on=REVISED_ON)


def treat(town: Town) -> None:
    """Three enterprises publish as whom they treat their skilled staff, one of them its own way."""
    for enterprise in town.enterprises[:TREATING]:
        clerk = town.officer(enterprise.pk)
        services.adopt_usual_treatment(enterprise.pk, by=clerk, on=ADOPTED_ON)
    last = town.enterprises[TREATING - 1].pk
    rows = read_treatment(OWN_TREATMENT)
    services.publish_treatment(last, rows, by=town.officer(last), on=REVISED_ON)


def guide(town: Town) -> None:
    """The cast's worker has agreed; of two others one waits, one asked for a change."""
    first = town.enterprises[0].pk
    wang = town.member("wang", role=Role.WORKER)
    others = [one for one in queries.staff_of(first, on=PROPOSED_ON) if one.occupation]
    others = [one for one in others if one.person.pk != wang.person][:OTHERS]
    for member in others:
        _propose(town, member.person.pk, member.occupation)
    if others:
        made = _propose(town, others[0].person.pk, others[0].occupation)
        worker = town.worker(others[0].person)
        services.ask_change(made.guide_id, made.version, ASKED, by=worker, on=AGREED_ON)
    if wang.person is not None:
        mine = next(
            one for one in queries.staff_of(first, on=PROPOSED_ON) if one.person.pk == wang.person
        )
        made = _propose(town, wang.person, mine.occupation)
        services.agree(made.guide_id, made.version, by=wang, on=AGREED_ON)


def _propose(town: Town, person: UUID, occupation: str) -> GuideVersion:
    proposal = services.Proposal(
        occupation=occupation,
        goal="grade-technician",
        steps=STEPS,
        training="技师研修班，单位出学费",
        mentor="本车间技师",
        working_time="每周半天，计入工作时间",
        review_on=REVIEW_ON,
    )
    first = town.enterprises[0].pk
    return services.propose_guide(first, person, proposal, by=town.officer(first), on=PROPOSED_ON)


def _more(line: Line) -> Line:
    """Two more by the end, one of them a year before."""
    *early, before, last = line.wanted
    return line._replace(wanted=(*early, before + 1, last + 2))
