"""One session with its candidates."""

from datetime import timedelta

from django.urls import reverse

from gongtu.registers.sittings.services import declare_relative
from tests.cast import DAY, Cast, oneself
from tests.factories.cases import filing_case
from tests.factories.sessions import enrolled
from tests.factories.sittings import arranged, drawn, examined, examiners, move, named, outsider
from tests.factories.skills import filing


def test_candidates_and_next_steps_are_shown(cast: Cast) -> None:
    filing(cast)
    address = reverse("enterprise:show_session", args=[examined(cast).number])

    shown = cast.client(cast.clerk).get(address).content.decode()

    assert "考生2名" in shown
    assert "录入成绩" in shown
    assert "取消评价" in shown


def test_marks_are_entered_once_an_examiner_is_named(cast: Cast) -> None:
    filing(cast)
    case = enrolled(cast)
    client, address = (
        cast.client(cast.clerk),
        reverse("enterprise:show_session", args=[case.number]),
    )

    before = client.get(address)
    named(cast, case)
    after = client.get(address)

    assert before.context["mark"] == ""
    assert before.context["name"] != ""
    assert "还缺1名考评人员" in before.content.decode()
    assert after.context["mark"] != ""
    assert outsider(cast).number in after.content.decode()
    assert "已写明" in after.content.decode()


def test_other_enterprise_is_refused(cast: Cast) -> None:
    filing(cast)
    address = reverse("enterprise:show_session", args=[enrolled(cast).number])

    assert cast.client(cast.other_clerk).get(address).status_code == 403


def test_case_without_session_is_not_found(cast: Cast) -> None:
    address = reverse("enterprise:show_session", args=[filing_case(cast).number])

    assert cast.client(cast.clerk).get(address).status_code == 404


def test_who_examines_is_shown_with_what_keeps_them_out(cast: Cast) -> None:
    filing(cast)
    one = drawn(cast)
    declare_relative(cast.person(cast.li), by=oneself(one.examiner.person), on=DAY)
    address = reverse("enterprise:show_session", args=[one.session.case_number])

    shown = cast.client(cast.clerk).get(address).content.decode()

    assert one.examiner.number in shown
    assert "应当回避：与考生有亲属关系" in shown
    assert "还缺1名考评人员" in shown


def test_what_leads_nowhere_now_is_not_offered(cast: Cast) -> None:
    filing(cast)
    examiners(cast)
    case = arranged(cast, held_on=DAY + timedelta(days=9))
    move(case, "open_up", cast.clerk, rooms="一号机房 3")
    client, address = (
        cast.client(cast.clerk),
        reverse("enterprise:show_session", args=[case.number]),
    )

    def offered() -> set[str]:
        return {one["address"].split("/")[-2] for one in client.get(address).context["moves"]}

    assert offered() == {"draw", "seat", "note", "cancel"}
    move(case, "draw", cast.clerk)
    move(case, "seat", cast.clerk)

    assert offered() == {"replace", "note", "cancel"}
    shown = client.get(address)
    assert (shown.context["enrol"], shown.context["mark"]) == ("", "")
    assert "评价以后录入成绩" in shown.content.decode()
