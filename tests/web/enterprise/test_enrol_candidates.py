"""Candidates are ticked on the roster or pasted as a list."""

from django.urls import reverse

from gongtu.registers.skills.models import Candidate
from tests.cast import Cast
from tests.factories.sessions import enrolled, planned
from tests.factories.skills import filing


def address(number: str) -> str:
    return reverse("enterprise:enrol_candidates", args=[number])


def test_ticked_employees_become_candidates(cast: Cast) -> None:
    filing(cast)
    case = planned(cast)
    birth = cast.person(cast.wang).birth

    cast.client(cast.clerk).post(
        address(case.number), {"name": [f"王师傅 {birth}"], "names": "小李", "turn": case.turn}
    )

    assert Candidate.objects.count() == 2


def test_listed_candidates_are_not_offered_again(cast: Cast) -> None:
    filing(cast)
    case = enrolled(cast)

    shown = cast.client(cast.clerk).get(address(case.number)).content.decode()

    assert "名册上没有可以录入的职工" in shown


def test_unknown_name_is_told_by_its_line(cast: Cast) -> None:
    filing(cast)
    case = planned(cast)

    answer = cast.client(cast.clerk).post(address(case.number), {"names": "王师傅\n查无此人"})

    assert answer.status_code == 422
    assert "第2行：名单中没有“查无此人”" in answer.content.decode()
    assert not Candidate.objects.exists()


def test_nobody_chosen_is_told(cast: Cast) -> None:
    filing(cast)

    answer = cast.client(cast.clerk).post(address(planned(cast).number), {})

    assert "请先勾选考生" in answer.content.decode()


def test_other_enterprise_is_refused(cast: Cast) -> None:
    filing(cast)

    assert cast.client(cast.other_clerk).get(address(planned(cast).number)).status_code == 403


def test_stale_page_is_told(cast: Cast) -> None:
    filing(cast)
    case = planned(cast)

    answer = cast.client(cast.clerk).post(
        address(case.number), {"names": "小李", "turn": str(case.turn - 1)}
    )

    assert answer.status_code == 409
