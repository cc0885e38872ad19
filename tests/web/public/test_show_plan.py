"""The draw of a year's plan is followed by anybody, once it warns nobody."""

from django.test import Client
from django.urls import reverse

from gongtu.registers.quality.models import Plan
from tests.cast import Cast
from tests.factories import skills
from tests.factories.quality import checked, planned


def test_the_draw_is_shown_with_all_one_needs_to_do_it_again(cast: Cast) -> None:
    skills.filing(cast)
    case = checked(cast)

    shown = Client().get(reverse("public:show_plan", args=[case.number])).content.decode()

    plan = Plan.objects.get()
    assert plan.seed in shown
    assert plan.chosen[0] in shown
    told = Client().get(f"/api/v1/assessment-plans/{case.number}").json()
    assert (told["seed"], told["pool"], told["chosen"]) == (plan.seed, plan.pool, plan.chosen)


def test_it_is_not_there_while_somebody_drawn_waits_to_be_checked(cast: Cast) -> None:
    skills.filing(cast)
    case = planned(cast)

    assert Client().get(reverse("public:show_plan", args=[case.number])).status_code == 404
    assert Client().get(f"/api/v1/assessment-plans/{case.number}").status_code == 404
