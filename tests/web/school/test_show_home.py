"""A school's home: what waits, what it is owed for those it trained, what it can begin."""

from django.urls import reverse

from gongtu.engines.casework import services as casework
from tests.cast import DAY, Cast
from tests.factories.training import trainee
from tests.web.costs import queries_of

ADDRESS = reverse("school:show_home")
CLAIM = "gold-collar-training-school"


def shown(cast: Cast) -> str:
    return cast.client(cast.school).get(ADDRESS).content.decode()


def test_clerk_sees_what_is_owed_and_what_can_be_begun(cast: Cast) -> None:
    trainee(cast)

    page = shown(cast)

    assert "¥3,000.00" in page
    assert reverse("cases:start_case", args=[CLAIM]) in page
    assert reverse("cases:start_case", args=["gold-collar-training"]) not in page
    assert reverse("offers:list_entitlements") in page


def test_what_is_claimed_is_owed_no_more_and_waits_where_it_is_the_schools_turn(cast: Cast) -> None:
    number = trainee(cast)
    case = casework.open_case(CLAIM, answers={"trainee": number}, by=cast.school, on=DAY)
    assert "¥3,000.00" not in shown(cast)

    casework.make_move(case.number, "ask_more", by=cast.liu, on=DAY, reason="请说明。")

    assert case.number in shown(cast)


def test_a_letter_that_nobody_has_read_is_shown(cast: Cast) -> None:
    number = trainee(cast)
    case = casework.open_case(CLAIM, answers={"trainee": number}, by=cast.school, on=DAY)
    casework.make_move(case.number, "refuse", by=cast.liu, on=DAY, reason="不在目录。")

    assert "未读文书" in shown(cast)


def test_where_nothing_is_owed_it_says_so(cast: Cast) -> None:
    assert "现在没有可以申领的" in shown(cast)


def test_nobody_else_reads_it(cast: Cast) -> None:
    for somebody in (cast.wang, cast.clerk, cast.liu):
        answer = cast.client(somebody).get(ADDRESS)
        assert answer.status_code == 403
    assert "院校经办人" in answer.content.decode()


def test_home_costs_the_same_with_more_trainees(cast: Cast) -> None:
    client = cast.client(cast.school)
    trainee(cast)
    few = queries_of(client, ADDRESS)
    for serial in range(2, 5):
        trainee(cast, number=f"K{serial}")

    assert queries_of(client, ADDRESS) == few
