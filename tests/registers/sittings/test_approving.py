"""A plan is approved by another than who drew it up, and it is said who and when."""

from datetime import timedelta

import pytest
from django.urls import reverse

from gongtu.engines.casework import services as casework
from gongtu.engines.casework.models import Case
from gongtu.engines.casework.refusals import WrongHands
from gongtu.registers.sittings import services as sittings
from gongtu.registers.skills.models import AssessmentSession
from tests.cast import DAY, FITTER, Cast
from tests.factories.sessions import approved, colleague

NEXT = DAY + timedelta(days=1)


@pytest.fixture
def plan(cast: Cast) -> Case:
    """What 陈经办 drew up for 甲公司."""
    answers = {"occupation": FITTER, "grade": "senior", "planned_on": DAY, "place": "一号车间"}
    return casework.open_case("grade-assessment", answers=answers, by=cast.clerk, on=DAY)


def test_who_drew_up_the_plan_does_not_approve_it(cast: Cast, plan: Case) -> None:
    with pytest.raises(WrongHands) as refused:
        casework.make_move(plan.number, "approve", by=cast.clerk, on=DAY)
    with pytest.raises(WrongHands, match="由本件的"):
        casework.make_move(plan.number, "approve", by=cast.liu, on=DAY)

    assert "“批准计划”须由本单位的另一名经办人办理" in refused.value.reasons[0]
    assert "录入任职名单" in refused.value.reasons[1]
    assert not AssessmentSession.objects.exists()
    assert approved(plan, cast.clerk).stage == "planned"


def test_the_page_of_the_case_says_whom_it_waits_for(cast: Cast, plan: Case) -> None:
    case = reverse("cases:show_case", args=[plan.number])
    move = reverse("cases:make_move", args=[plan.number, "approve"])
    own, other = cast.client(cast.clerk), cast.client(colleague(cast.clerk))

    shown = own.get(case).content.decode()
    refused = own.get(move)

    assert "陈经办于2026年9月1日拟定，须由本单位的另一名经办人批准" in shown
    assert move not in shown
    assert move in other.get(case).content.decode()
    assert refused.status_code == 403
    assert "须由本单位的另一名经办人办理" in refused.content.decode()


def test_who_approved_and_when_stands_on_the_pages_and_in_the_archive(
    cast: Cast, plan: Case
) -> None:
    approved(plan, cast.clerk, on=NEXT)
    name = cast.person(colleague(cast.clerk)).name
    says = f"计划由陈经办于2026年9月1日拟定，{name}于2026年9月2日批准"

    for who, page in ((cast.clerk, "enterprise:show_session"), (cast.liu, "desk:show_session")):
        shown = cast.client(who).get(reverse(page, args=[plan.number])).content.decode()
        assert says in shown
    told = sittings.archive(plan.number, by=cast.clerk, on=NEXT)

    assert told["plan"] == {
        "drawn_up": {"by": "陈经办", "on": "2026-09-01"},
        "approved": {"by": name, "on": "2026-09-02"},
    }
