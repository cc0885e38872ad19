"""Assessment sessions of 甲公司, as far as a test needs them."""

from __future__ import annotations

from datetime import date

from gongtu.engines.casework import services as casework
from gongtu.engines.casework.models import Case
from gongtu.parties import services as parties
from gongtu.parties.capacity import CLOCK, Capacity
from gongtu.parties.models import Account, Office
from gongtu.parties.queries import get_capacity, get_organisation
from gongtu.parties.roles import Role
from tests.cast import DAY, FITTER, FOUNDED, Cast, oneself, somebody
from tests.factories import skills

APPROVER = "审批计划"


def planned(cast: Cast, planned_on: date = DAY, grade: str = "senior") -> Case:
    """A session of fitters, for 高级工 unless told, in the plan; 甲公司 must have its filing."""
    answers = {
        "occupation": FITTER, "grade": grade, "planned_on": planned_on, "place": "一号车间",
    }  # fmt: skip
    case = casework.open_case("grade-assessment", answers=answers, by=cast.clerk, on=DAY)
    return approved(case, cast.clerk)


def approved(case: Case, clerk: Capacity, on: date = DAY) -> Case:
    """The plan that a clerk drew up is approved by a colleague."""
    return casework.make_move(case.number, "approve", by=colleague(clerk), on=on)


def colleague(clerk: Capacity) -> Capacity:
    """Another who acts for the clerk's body; one and the same each time."""
    body = get_organisation(clerk.organisation or 0)
    office = Office.objects.filter(organisation=body, title=APPROVER).first()
    if office is None:
        person = somebody(f"{body.name}审批", 5000 + body.pk % 1000, body.division)
        oneself(person)
        office = parties.grant_office(
            person, body, role=Role(clerk.role), title=APPROVER, by=CLOCK, on=FOUNDED
        )
    account = Account.objects.get(person=office.person)
    return get_capacity(account, f"office:{office.pk}", DAY)


def enrolled(cast: Cast, planned_on: date = DAY) -> Case:
    """王师傅 and 小李 sit."""
    skills.seasoned(cast)
    case = planned(cast, planned_on)
    return casework.make_move(
        case.number,
        "enrol",
        by=cast.clerk,
        on=DAY,
        answers={"names": "王师傅\n小李", "declared": skills.CHECKED},
    )
