"""Skilled workers of the demo who apply for titles, and professionals who come to be assessed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import islice

from gongtu.base.errors import Refused
from gongtu.ops.demo.people import second_officer
from gongtu.ops.demo.plays import WITHDRAW, Play, Turn, cut, perform
from gongtu.ops.demo.town import Town
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Membership, Person
from gongtu.parties.roles import Role
from gongtu.registers.equivalence.choices import Side
from gongtu.registers.equivalence.declare import Rung
from gongtu.registers.equivalence.services import Wanted, require_open
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import AssessorFiling, Certificate
from gongtu.registers.titles import services as titles
from gongtu.registers.titles.choices import Series, TitleLevel

APPLICANTS, EMPLOYERS = 14, 8
CERTIFIED_BY, APPLIED_ON, TITLED_ON = date(2024, 3, 1), date(2026, 5, 11), date(2024, 6, 3)
COMMITTEE = "工程系列职称评审委员会（演示）"
CHECKED = "用人单位出具的证明与岗位名册一致（演示）。"


def title_applications(town: Town) -> Iterator[Play]:
    """Senior workers who may apply for the assistant title, at every stage."""
    for place, held in enumerate(islice(_open_to_title(town), APPLICANTS)):
        answers = {
            "occupation": held.occupation_id,
            "level": TitleLevel.ASSISTANT.value,
            "series": Series.ENGINEERING.value,
            "speciality": "机械制造（演示）",
            "work": "在一线班组从事装配、调试，改进工装两项（合成事实）。",
        }
        worker = town.worker(held.person)
        turns = cut(_reviewed(town, worker, place), place)
        opened = APPLIED_ON + timedelta(days=place * 11)
        yield Play("title-application", worker, opened, answers, turns)


def _open_to_title(town: Town) -> Iterator[Certificate]:
    target = Rung(Side.TITLE, TitleLevel.ASSISTANT.value)
    cast = {account.person_id for account in town.cast.values()}
    held = Certificate.objects.filter(
        grade=Grade.SENIOR, status="valid", issued_on__lt=CERTIFIED_BY
    ).select_related("person")
    for one in held.exclude(person__in=cast).order_by("id"):
        wanted = Wanted(one.person_id, Side.GRADE, target, one.occupation_id, Series.ENGINEERING)
        if _is_open(wanted, APPLIED_ON):
            yield one


def _is_open(wanted: Wanted, on: date) -> bool:
    try:
        require_open(wanted, on=on)
    except Refused:
        return False
    return True


def _reviewed(town: Town, worker: Capacity, place: int) -> list[Sequence[Turn]]:
    first, second = (town.office(Role.HRSS, worker.division, officer) for officer in (0, 1))
    accept = Turn("accept", first, 4, {"checked": CHECKED})
    passed = Turn("shortlist", first, 20, {"committee": COMMITTEE})
    grant = Turn("grant", second, 14, {"number": f"ZG2026{place:04d}"})
    more = Turn("ask_more", first, 3, reason="证明缺少用人单位印章。")
    again = Turn("resubmit", worker, 5, reason="已加盖印章。")
    declined = Turn("decline", first, 18, reason="评审得票未过半。")
    withdrawn = Turn(WITHDRAW, worker, 2, reason="拟补充业绩后再报。")
    return [
        [accept, passed, grant],
        [more, again, accept, passed],
        [accept, declined],
        [withdrawn],
    ]


def assess_professionals(town: Town) -> None:
    """Employees with an assistant title, who ask to sit in a session their employer plans."""
    for place, (filing, person) in enumerate(_titled(town)):
        enterprise = filing.assessor.organisation
        clerk, opened = town.officer(enterprise.pk), town.on - timedelta(days=20 - place)
        plan = {
            "occupation": filing.occupation_id,
            "grade": Grade.SENIOR.value,
            "planned_on": (town.on + timedelta(days=30 + place)).isoformat(),
            "place": "本单位实训车间（演示）",
        }
        approve = [Turn("approve", second_officer(town, enterprise), 1)]
        session = perform(town, Play("grade-assessment", clerk, opened, plan, approve))
        answers = {"session": session, "body": str(enterprise.pk), "speciality": "机械制造（演示）"}
        worker = town.worker(person)
        checked = {"checked": "职称专业与本职业对应，依据职称证书（演示）。"}
        paths = [
            [Turn("admit", clerk, 3, checked)],
            [Turn("decline", clerk, 4, reason="职称专业与本职业不对应。")],
            [Turn(WITHDRAW, worker, 2, reason="本人改报下一场。")],
        ]
        asked = opened + timedelta(days=2)
        perform(town, Play("professional-assessment", worker, asked, answers, cut(paths, place)))


def _titled(town: Town) -> Iterator[tuple[AssessorFiling, Person]]:
    """One of each of some employers: a title is put on record, and the row opens by it."""
    filings = AssessorFiling.objects.select_related("assessor__organisation").order_by("id")
    of_employers = {one.assessor.organisation_id: one for one in reversed(filings)}
    found = (
        (filing, job.person)
        for filing in reversed(of_employers.values())
        if (job := _employee(town, filing)) is not None
    )
    return islice(found, EMPLOYERS)


def _employee(town: Town, filing: AssessorFiling) -> Membership | None:
    """The first long in the occupation, once an assistant title stands on record."""
    cast = {account.person_id for account in town.cast.values()}
    jobs = Membership.objects.filter(
        organisation=filing.assessor.organisation, kind="employment", until=None,
        occupation=filing.occupation_id, since__lt=TITLED_ON, person__certificates=None,
        person__titles=None,
    )  # fmt: skip
    job = jobs.exclude(person__in=cast).select_related("person").order_by("id").first()
    if job is None:
        return None
    number = f"ZP{filing.pk:06d}"
    granted = titles.Granted(number, TitleLevel.ASSISTANT, Series.ENGINEERING.label, COMMITTEE)
    titles.record_title(job.person_id, granted, by=town.builder, on=TITLED_ON)
    target = Rung(Side.GRADE, Grade.SENIOR.value)
    wanted = Wanted(job.person_id, Side.TITLE, target, filing.occupation_id)
    return job if _is_open(wanted, town.on) else None
