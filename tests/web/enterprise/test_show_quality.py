"""A body sees its own figures, the checks it was told of, and may comment; nobody else's."""

from django.urls import reverse

from gongtu.registers.quality.models import Comment
from tests.cast import Cast
from tests.factories import skills
from tests.factories.quality import heard, move, opened, told

ADDRESS = reverse("enterprise:show_quality")


def test_a_body_sees_its_figures_and_checks_once_told_and_comments(cast: Cast) -> None:
    clerk = cast.client(cast.clerk)
    assert "还没有评价备案" in clerk.get(ADDRESS).content.decode()
    skills.filing(cast)
    untold = opened(cast)
    assert "还没有告知本单位的检查" in clerk.get(ADDRESS).content.decode()
    case = told(cast)

    assert clerk.post(ADDRESS, {"told": " "}).status_code == 422
    for _click in range(2):
        assert clerk.post(ADDRESS, {"told": "已增加考评人员。"}).status_code == 302

    shown = clerk.get(ADDRESS).content.decode()
    assert case.number in shown
    assert untold.number not in shown
    assert "1中的1" in shown
    assert "已增加考评人员。" in shown
    assert Comment.objects.get().told_by == cast.person(cast.clerk)
    desk = cast.client(cast.liu).get(reverse("desk:show_body", args=[cast.bodies["works"].pk]))
    assert "已增加考评人员。" in desk.content.decode()


def test_findings_stand_on_the_page_of_the_case_where_they_are_answered(cast: Cast) -> None:
    skills.filing(cast)
    case = told(cast)
    address = reverse("cases:show_case", args=[case.number])

    shown = cast.client(cast.clerk).get(address).content.decode()

    assert "评分表没有签名。" in shown
    assert "现场照片.pdf" in shown
    assert "逐项答复" in shown
    assert "刘科长" in shown
    move(case, "answer", cast.clerk, finding=1, stance="contested", statement="副本有签名。")
    assert "副本有签名。" in cast.client(cast.liu).get(address).content.decode()
    assert cast.client(cast.other_clerk).get(address).status_code == 403


def test_what_is_proposed_and_said_to_it_stands_there_too(cast: Cast) -> None:
    skills.filing(cast)
    case = heard(cast)

    shown = cast.client(cast.sun).get(reverse("cases:show_case", args=[case.number]))

    assert "已补签。" in shown.content.decode()
    assert "决定暂停备案" in shown.content.decode()
    mine = cast.client(cast.liu).get(reverse("cases:show_case", args=[case.number]))
    assert "决定暂停备案" not in mine.content.decode()
