"""A plan is entered line by line; a line at fault comes back named, beside what was entered."""

from django.urls import reverse

from tests.cast import FITTER, Cast

REVISE = reverse("enterprise:revise_staff_plan")


def test_a_line_at_fault_is_named_beside_the_form(cast: Cast) -> None:
    told = {"first_year": 2027, "years": 2, "needs": f"{FITTER} 大师 1 2"}

    answer = cast.client(cast.clerk).post(REVISE, told)

    assert answer.status_code == 422
    assert "第1行：没有“大师”这个等级" in answer.content.decode()
