"""A worker sees what could be counted where, applies in two taps, and reads where it went."""

from django.urls import reverse

from gongtu.engines.casework import services as casework
from gongtu.engines.casework.models import Case
from tests.cast import DAY, Cast
from tests.factories.skills import certificate
from tests.scenarios.credit_bank import opened, programme_of
from tests.web.costs import queries_of

ADDRESS = reverse("worker:show_credits")
APPLY = reverse("worker:apply_credits")
DIPLOMA = reverse("worker:apply_diploma")
RULES = {"needed": 8, "ceiling": 8, "certificate": {"senior": {"机械基础": 6, "钳工实训": 2}}}


def posted(cast: Cast, **more: str) -> dict[str, str]:
    school = cast.bodies["school"]
    return {"school": str(school.pk), "programme": programme_of(school), **more}


def test_worker_applies_in_two_taps_and_follows_it_to_the_diploma(cast: Cast) -> None:
    opened(cast.school, RULES)
    held, wang = certificate(cast), cast.client(cast.wang)
    page = wang.get(ADDRESS).content.decode()
    assert "甲技师学院" in page
    assert "8 学分" in page

    check = wang.post(APPLY, posted(cast, source=held.number), follow=True)
    assert check.redirect_chain[-1][0] == reverse("cases:check_answers", args=["credit-conversion"])
    assert "机械制造 · 甲技师学院" in check.content.decode()
    wang.post(check.redirect_chain[-1][0], {"once": "1"})
    case = Case.objects.get(procedure="credit-conversion")
    casework.make_move(case.number, "grant", by=cast.school, on=DAY)

    page = wang.get(ADDRESS).content.decode()
    assert "8学分已在甲技师学院用于课程机械基础、钳工实训" in page
    transcript = wang.get(reverse("worker:show_transcript", args=[f"J{case.number}"]))
    assert "学分已满" in transcript.content.decode()
    check = wang.post(DIPLOMA, posted(cast), follow=True)
    wang.post(check.redirect_chain[-1][0], {"once": "2"})
    given = Case.objects.get(procedure="credit-diploma")
    casework.make_move(
        given.number, "confer", answers={"number": "B1"}, by=cast.school, on=DAY.replace(day=2)
    )
    page = wang.get(reverse("worker:show_transcript", args=[f"J{case.number}"])).content.decode()
    assert "已取得学业证书" in page


def test_who_holds_nothing_is_told_what_comes_next(cast: Cast) -> None:
    assert "还没有等级证书" in cast.client(cast.wang).get(ADDRESS).content.decode()


def test_more_certificates_cost_no_more_queries(cast: Cast) -> None:
    opened(cast.school, RULES)
    certificate(cast)
    client = cast.client(cast.wang)
    few = queries_of(client, ADDRESS)
    for serial in (2, 3, 4):
        certificate(cast, serial)

    assert queries_of(client, ADDRESS) == few
