"""Examiners are ticked where they are known, or named by their numbers, one a line."""

from django.urls import reverse

from gongtu.registers.sittings.models import Assignment
from tests.cast import Cast
from tests.factories import social
from tests.factories.sessions import enrolled, planned
from tests.factories.sittings import arranged, examined, examiners, named, outsider
from tests.factories.skills import filing


def address(number: str) -> str:
    return reverse("enterprise:name_examiners", args=[number])


def test_numbers_are_written_and_who_is_named_stands_on_the_session(cast: Cast) -> None:
    filing(cast)
    case = enrolled(cast)
    told = {"numbers": outsider(cast).number, "turn": case.turn}

    shown = cast.client(cast.clerk).post(address(case.number), told, follow=True).content.decode()

    assert "考评人员已写明" in shown
    assert outsider(cast).number in shown
    assert "已写明" in shown


def test_who_examined_for_the_body_before_is_ticked_and_nobody_else_is_offered(cast: Cast) -> None:
    filing(cast)
    (stranger,) = examiners(cast, 1)
    examined(cast)
    case = planned(cast)
    client = cast.client(cast.clerk)

    form = client.get(address(case.number)).content.decode()
    client.post(address(case.number), {"number": [outsider(cast).number]})
    again = client.get(address(case.number)).content.decode()

    assert outsider(cast).person.name in form
    assert stranger.number not in form
    assert stranger.person.name not in form
    assert " checked" not in form
    assert f'value="{outsider(cast).number}" checked' in again
    assert Assignment.objects.filter(session__case_number=case.number).count() == 1


def test_each_line_at_fault_is_told_and_kept(cast: Cast) -> None:
    filing(cast)
    case = enrolled(cast)

    told = {"numbers": f"{outsider(cast).number}\nK999999"}
    answer = cast.client(cast.clerk).post(address(case.number), told)

    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "第2行：没有编号为“K999999”的考评人员" in shown
    assert shown.count("K999999") > 1
    assert not Assignment.objects.exists()


def test_nobody_chosen_is_told(cast: Cast) -> None:
    filing(cast)

    answer = cast.client(cast.clerk).post(address(enrolled(cast).number), {})

    assert answer.status_code == 422
    assert "请先勾选考评人员" in answer.content.decode()


def test_of_an_arranged_session_it_is_not_offered_and_is_refused(cast: Cast) -> None:
    filing(cast)
    case = arranged(cast)
    client = cast.client(cast.clerk)
    session = client.get(reverse("enterprise:show_session", args=[case.number]))

    answer = client.post(address(case.number), {"numbers": outsider(cast).number})

    assert session.context["name"] == ""
    assert answer.status_code == 422
    assert "考评人员由抽取产生" in answer.content.decode()


def test_stale_page_is_told(cast: Cast) -> None:
    filing(cast)
    case = enrolled(cast)

    told = {"numbers": outsider(cast).number, "turn": str(case.turn - 1)}
    assert cast.client(cast.clerk).post(address(case.number), told).status_code == 409


def test_others_are_refused(cast: Cast) -> None:
    filing(cast)
    number = named(cast, enrolled(cast)).number

    assert cast.client(cast.other_clerk).get(address(number)).status_code == 403
    assert cast.client(social.filed(cast)).get(address(number)).status_code == 403
    assert cast.client(cast.liu).get(address(number)).status_code == 403
