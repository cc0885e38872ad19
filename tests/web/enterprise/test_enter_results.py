"""Marks in one table; each row at fault says why."""

from django.urls import reverse

from gongtu.registers.skills.models import Candidate
from tests.cast import Cast
from tests.factories.sessions import enrolled
from tests.factories.sittings import arranged, examiners, move, second_clerk
from tests.factories.skills import filing


def address(number: str) -> str:
    return reverse("enterprise:enter_results", args=[number])


def rows(*marks: tuple[str, str]) -> dict[str, str]:
    candidates = Candidate.objects.order_by("id")
    return {
        f"{part}_{one.pk}": mark
        for one, told in zip(candidates, marks, strict=True)
        for part, mark in zip(("theory", "practice"), told, strict=True)
    }


def test_marks_decide_who_passes(cast: Cast) -> None:
    filing(cast)
    case = enrolled(cast)

    cast.client(cast.clerk).post(address(case.number), rows(("85", "90"), ("59", "88")))

    assert list(Candidate.objects.order_by("id").values_list("passed", flat=True)) == [True, False]


def test_each_row_at_fault_says_why_and_nothing_is_lost(cast: Cast) -> None:
    filing(cast)
    case = enrolled(cast)

    answer = cast.client(cast.clerk).post(address(case.number), rows(("185", "90"), ("77", "")))

    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "成绩应是0至100的整数" in shown
    assert "理论和技能成绩都要填写" in shown
    assert 'value="185"' in shown
    assert not Candidate.objects.exclude(theory=None).exists()


def test_empty_table_is_told(cast: Cast) -> None:
    filing(cast)

    answer = cast.client(cast.clerk).post(address(enrolled(cast).number), {})

    assert "请至少填写一名考生的成绩" in answer.content.decode()


def test_office_enters_no_marks(cast: Cast) -> None:
    filing(cast)

    assert cast.client(cast.liu).get(address(enrolled(cast).number)).status_code == 403


def test_two_clerks_enter_the_marks_of_an_arranged_session(cast: Cast) -> None:
    filing(cast)
    examiners(cast)
    case = move(arranged(cast), "draw", cast.clerk)
    second, third = second_clerk(cast), second_clerk(cast, 351)

    cast.client(cast.clerk).post(address(case.number), rows(("85", "90"), ("59", "88")))
    own = cast.client(cast.clerk).get(address(case.number)).content.decode()
    blind = cast.client(second).get(address(case.number)).content.decode()
    cast.client(second).post(address(case.number), rows(("85", "90"), ("95", "88")))
    look = cast.client(third).get(address(case.number)).content.decode()

    assert "您能录入的都已经录入" in own
    assert 'value="85"' not in blind
    assert "59 88 / 95 88" in look
    assert "王师傅" not in look.split("<main")[1]
    assert list(Candidate.objects.order_by("id").values_list("passed", flat=True)) == [True, None]
