"""A clerk proposes a guide to one of the staff, who agrees on their own page."""

from django.test import Client
from django.urls import reverse

from gongtu.parties.models import Membership
from tests.cast import FITTER, Cast

LIST, MINE = reverse("enterprise:list_career_guides"), reverse("worker:show_career_guides")
TOLD = {
    "goal": f"{FITTER}~grade-junior", "steps": "研修\n申报", "mentor": "李技师",
    "review_on": "2027-03-01",
}  # fmt: skip


def address(cast: Cast) -> str:
    return reverse("enterprise:show_career_guide", args=[cast.wang.person])


def text(client: Client, page: str) -> str:
    return client.get(page).content.decode()


def test_both_make_it_together(cast: Cast) -> None:
    clerk, wang = cast.client(cast.clerk), cast.client(cast.wang)
    assert "请先在名册中写明职业" in text(clerk, address(cast))
    Membership.objects.filter(kind="employment").update(occupation=FITTER)

    assert clerk.post(address(cast), {**TOLD, "mentor": ""}).status_code == 422
    assert clerk.post(address(cast), TOLD).status_code == 302
    assert "等职工确认" in text(clerk, LIST)
    page = text(wang, MINE)
    assert all(part in page for part in ("五级/初级工", "李技师", "我同意这一版"))

    answer = next(part for part in page.split('"') if part.endswith("/answer/"))
    assert cast.client(cast.li).post(answer, {"answer": "agree"}).status_code == 403
    assert wang.post(answer, {"answer": "agree"}).status_code == 302
    assert "双方已确认" in text(clerk, address(cast))
    clerk.post(address(cast), {**TOLD, "mentor": "王技师"})
    assert wang.post(answer.replace("/1/answer/", "/2/answer/"), {}).status_code == 422
    assert "仍在执行的一版" in text(wang, MINE)


def test_another_enterprise_is_refused(cast: Cast) -> None:
    assert cast.client(cast.other_clerk).get(address(cast)).status_code == 403


def test_the_first_proposal_begins_with_the_quickest_way_to_the_nearest_goal(cast: Cast) -> None:
    Membership.objects.filter(kind="employment").update(occupation=FITTER)
    clerk = cast.client(cast.clerk)

    form = clerk.get(address(cast)).context["form"]

    assert form["goal"].value() == f"{FITTER}~grade-junior"
    assert form["steps"].value().splitlines()[-1].endswith("：取得五级/初级工")
    clerk.post(address(cast), TOLD)
    assert clerk.get(address(cast)).context["form"]["steps"].value() == "研修\n申报"
