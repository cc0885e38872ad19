"""Marks in one table; each row at fault says why."""

import json

from django.urls import reverse

from gongtu.engines.casework import services as casework
from gongtu.engines.casework.queries import notice_of
from gongtu.registers.skills.models import Candidate
from tests.cast import DAY, Cast
from tests.factories.sessions import enrolled
from tests.factories.sittings import arranged, examined, examiners, move, second_clerk
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
    case = examined(cast)

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


def test_who_was_absent_is_ticked_and_stands_as_absent_everywhere(cast: Cast) -> None:
    filing(cast)
    case = enrolled(cast)
    wang, li = Candidate.objects.order_by("id")
    ticked = {f"theory_{li.pk}_absent": "on", f"practice_{li.pk}_absent": "on"}

    cast.client(cast.clerk).post(address(case.number), rows(("85", "90"), ("", "")) | ticked)

    li.refresh_from_db()
    assert (li.theory, li.practice, li.absent, li.passed) == (None, None, True, False)
    session = reverse("enterprise:show_session", args=[case.number])
    shown = cast.client(cast.clerk).get(session).content.decode()
    assert shown.count(">缺考</td>") == 2
    again = cast.client(cast.clerk).get(address(case.number)).content.decode()
    assert f'name="theory_{li.pk}_absent" checked' in again
    assert f'name="theory_{wang.pk}_absent" checked' not in again

    casework.make_move(case.number, "publish", by=cast.clerk, on=DAY)
    notice = reverse("public:show_notice", args=[notice_of(case).pk])
    assert "缺考" in cast.client(cast.stranger).get(notice).content.decode()
    mine = cast.client(cast.li).get(reverse("worker:list_sessions")).content.decode()
    assert "理论缺考，技能缺考" in mine
    file = cast.client(cast.clerk).post(reverse("enterprise:take_archive", args=[case.number]))
    told = json.loads(file.content)["candidates"]
    assert [(one["theory"], one["practice"]) for one in told] == [(85, 90), ("absent", "absent")]


def test_a_mark_and_a_tick_contradict_each_other(cast: Cast) -> None:
    filing(cast)
    case = enrolled(cast)
    wang = Candidate.objects.order_by("id")[0]
    ticked = {f"theory_{wang.pk}_absent": "on"}

    answer = cast.client(cast.clerk).post(
        address(case.number), rows(("85", "90"), ("77", "80")) | ticked
    )

    assert answer.status_code == 422
    assert "勾选了缺考的，不能再填成绩" in answer.content.decode()
    assert not Candidate.objects.exclude(theory=None).exists()


def test_marks_without_an_examiner_are_refused_with_what_to_do(cast: Cast) -> None:
    filing(cast)
    case = enrolled(cast)

    told = rows(("85", "90"), ("59", "88"))
    answer = cast.client(cast.clerk).post(address(case.number), told)

    assert answer.status_code == 422
    assert "没有安排的写明考评人员" in answer.content.decode()
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
