"""A year's plan names bodies for a reason or draws them; its draw is public in time."""

from datetime import date

import pytest

from gongtu.base.draws import in_drawn_order, seed_from
from gongtu.base.errors import Refused
from gongtu.engines.casework import services as casework
from gongtu.registers.quality.models import Plan, PlannedCheck
from gongtu.registers.quality.queries import PlanUnknown, get_public_plan
from tests.cast import DAY, Cast
from tests.factories.quality import checked, opened, planned


def test_the_draw_can_be_done_again_and_a_year_is_planned_once(cast: Cast) -> None:
    case = planned(cast)

    plan = Plan.objects.get()
    assert plan.seed == seed_from("", case.number, "drawn", plan.pool)
    assert plan.chosen == in_drawn_order(plan.pool, seed=plan.seed)
    assert PlannedCheck.objects.get().organisation == cast.bodies["works"]
    with pytest.raises(Refused, match="已有2026年度"):
        planned(cast)
    with pytest.raises(Refused, match="已经过去"):
        casework.open_case("assessment-plan", answers={"year": 2025}, by=cast.liu, on=DAY)


def test_the_draw_is_public_when_the_year_is_over(cast: Cast) -> None:
    plan = planned(cast)
    with pytest.raises(PlanUnknown):
        get_public_plan(plan.number, on=DAY)
    assert get_public_plan(plan.number, on=date(2027, 1, 1)).year == 2026


def test_a_drawn_body_is_checked_once_and_then_the_draw_is_public(cast: Cast) -> None:
    plan = checked(cast)

    assert get_public_plan(plan.number, on=DAY).chosen
    with pytest.raises(Refused, match="本年度计划没有这样列入"):
        opened(cast, chosen="drawn")


def test_a_draft_warns_nobody_and_plans_nothing(cast: Cast) -> None:
    plan = planned(cast, adopt=False)

    with pytest.raises(Refused, match="本年度计划没有这样列入"):
        opened(cast, chosen="drawn")
    with pytest.raises(PlanUnknown):
        get_public_plan(plan.number, on=date(2027, 1, 1))
