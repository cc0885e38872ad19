"""What was on record before a scenario began: schooling, abilities, honours, training."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from gongtu.base.money import Yuan
from gongtu.engines.casework import services as casework
from gongtu.engines.casework.models import Case
from gongtu.engines.ledger import services as ledger
from gongtu.parties.capacity import CLOCK, Capacity
from gongtu.parties.choices import MembershipKind
from gongtu.parties.models import Division, Organisation, Person
from gongtu.registers.education import services as education
from gongtu.registers.education.choices import ClassKind, Level, Qualified, SchoolKind
from gongtu.registers.honours import services as honours
from gongtu.registers.honours.choices import ContestLevel
from gongtu.registers.sittings import services as sittings
from gongtu.registers.sittings.models import Assignment, Examiner
from gongtu.registers.skills import services as skills
from gongtu.registers.skills.choices import Grade, RevocationReason
from gongtu.registers.skills.models import Certificate
from gongtu.registers.standards.models import AbilityAssessor, AbilityProject
from gongtu.registers.titles import services as titles
from gongtu.registers.titles.choices import TitleLevel
from gongtu.registers.training import services as training
from gongtu.registers.training.models import Trainee

FILED = date(2026, 3, 2)
BEFORE = "20250000001"  # the case that was paid before


def budget(fund: str) -> None:
    """As if a document had named the fund and a budget had been allotted."""
    for year in (2025, 2026, 2027):
        ledger.allot(
            fund, year=year, amount=Yuan(100_000), instrument="预算", by=CLOCK, on=date(2025, 1, 1)
        )


def degree(person: Person, told: dict[str, Any]) -> None:
    study = education.Study(
        told["number"],
        Level(told["level"]),
        told.get("school", "某学校"),
        SchoolKind(told.get("school_kind", "open-university")),
        told.get("full_time", False),
        ClassKind(told.get("class_kind", "none")),
    )
    education.enrol(person.pk, study, source="学校报送", by=CLOCK, on=told["began"])
    if "finished" in told:
        qualified = Qualified(told.get("qualified", "none"))
        education.graduate(study.number, qualified=qualified, by=CLOCK, on=told["finished"])
    if "subsidised_on" in told:
        education.record_subsidy(study.number, case_number=BEFORE, on=told["subsidised_on"])


def worked(person: Person, body: Organisation, occupation: str, told: dict[str, Any]) -> None:
    """An earlier job in the occupation, ended before the one that goes on."""
    person.memberships.create(
        organisation=body,
        kind=MembershipKind.EMPLOYMENT,
        occupation=occupation,
        since=told["since"],
        until=told["until"],
    )


def examiners(names: Sequence[str], occupation: str, *, by: Capacity) -> None:
    """People of the town whom human resources filed for every certified grade."""
    scope = skills.Scope(occupation, Grade.JUNIOR, Grade.SENIOR_TECHNICIAN)
    for name in names:
        sittings.file_examiner(
            Person.objects.get(name=name), [scope], instrument="考评员证", by=by, on=FILED
        )


def published(
    clerk: Capacity, colleague: Capacity, occupation: str, wang: str, *, on: date
) -> None:
    """A session of 五级 on public notice from that day; its list names the master as `wang`.

    One who was filed examined in it.
    """
    plan = {"occupation": occupation, "grade": "junior", "planned_on": on, "place": "一号车间"}
    case = casework.open_case("grade-assessment", answers=plan, by=clerk, on=on)
    casework.make_move(case.number, "approve", by=colleague, on=on)
    moves: tuple[tuple[str, dict[str, str]], ...] = (
        ("enrol", {"names": wang, "declared": "已核对。"}),
        ("name", {"numbers": Examiner.objects.get().number}),
        ("mark", {"marks": "王师傅 88 91"}),
        ("publish", {}),
    )
    for move, answers in moves:
        casework.make_move(case.number, move, answers=answers, by=clerk, on=on)


def planned(clerk: Capacity, colleague: Capacity, occupation: str, told: dict[str, Any]) -> None:
    """A session of the grade on that day, approved and still to come."""
    plan = {
        "occupation": occupation, "grade": told["grade"], "planned_on": told["day"],
        "place": "一号车间",
    }  # fmt: skip
    case = casework.open_case("grade-assessment", answers=plan, by=clerk, on=FILED)
    casework.make_move(case.number, "approve", by=colleague, on=FILED)


def title(person: Person, told: dict[str, Any]) -> None:
    granted = titles.Granted(
        told["number"], TitleLevel(told["level"]), told["series"], "某评审委员会"
    )
    titles.record_title(person.pk, granted, by=CLOCK, on=told["granted_on"])


def appealed(session: str, division: Division) -> None:
    """As if a candidate's appeal against the session were open."""
    Case.objects.create(
        number="20250000009", procedure="result-appeal", version="2026-03-01", title="评价成绩申诉",
        division=division, answers={"session": session}, opened_on=FILED, opener_role="worker",
        stage="deciding", stage_since=FILED,
    )  # fmt: skip


def examiner_number(name: str) -> str:
    """The number of the one called so; of nobody in particular: who was drawn, or who is filed."""
    if name:
        return Examiner.objects.get(person__name=name).number
    drawn = Assignment.objects.filter(stood_down_on=None).first()
    return drawn.examiner.number if drawn else Examiner.objects.get().number


def ability(person: Person, issuer: Organisation, told: dict[str, Any]) -> None:
    shown = skills.Shown(told["number"], told["name"], issuer.pk)
    skills.record_ability(person.pk, shown, by=CLOCK, on=told["issued_on"])
    if "revoked_on" in told:
        skills.revoke_ability(
            shown.number, reason=RevocationReason.ISSUED_IN_ERROR, told="核发有误。",
            heard="本人无异议。", by=replace(CLOCK, organisation=issuer.pk), on=told["revoked_on"],
        )  # fmt: skip
    if "subsidised_on" in told:
        on = told["subsidised_on"]
        skills.record_ability_subsidy(shown.number, case_number=BEFORE, on=on)


def examiner(body: Organisation, told: dict[str, Any]) -> None:
    """A special ability published before, which the body is filed to examine."""
    published = AbilityProject.objects.create(
        case_number="20250000008", name="剪纸制作", need="craft", grounds="传承。", hours=40,
        norm=[], proposer=body, proposed_on=FILED, number="专1", published_on=FILED,
    )  # fmt: skip
    AbilityAssessor.objects.create(
        project=published, organisation=body, is_pilot=False, since=told["filed"]
    )


def honour(person: Person, told: dict[str, Any]) -> None:
    number, granted_on = told["number"], told["granted_on"]
    honours.grant_honour(
        person.pk, told["kind"], number=number, document="公布文件", by=CLOCK, on=granted_on
    )
    for year in told.get("paid_years", ()):
        claimed_on = granted_on.replace(year=granted_on.year + year - 1)
        honours.record_allowance(number, case_number=BEFORE, claimed_on=claimed_on, on=claimed_on)
    if "withdrawn_on" in told:
        honours.withdraw_honour(number, reason="不实。", by=CLOCK, on=told["withdrawn_on"])


def award(person: Person, occupation: str, told: dict[str, Any]) -> None:
    win = honours.Win(
        told["number"], told["contest"], ContestLevel(told["level"]), occupation, told["rank"]
    )
    honours.record_award(person.pk, win, by=CLOCK, on=told["awarded_on"])


def trained(person: Person, provider: Organisation, occupation: str, told: dict[str, Any]) -> None:
    """One course K1 with one trainee K1-001, who gained the person's certificate where told."""
    plan = training.Plan("K1", occupation, told["class_hours"], told["in_catalogue"])
    course = training.open_course(provider.pk, plan, by=CLOCK, on=told["began"])
    (trainee,) = training.enter(course, [person.pk])
    if "completed" in told:
        gained = Certificate.objects.get(person=person).number if "certificate" in told else ""
        training.complete(trainee.number, certificate=gained, by=CLOCK, on=told["completed"])
    if "subsidised_on" in told:
        on = told["subsidised_on"]
        training.record_subsidy(trainee.number, case_number=BEFORE, on=on)
        assert Trainee.objects.get(number=trainee.number).subsidised_on == on
