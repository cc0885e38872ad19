"""Letters nobody can ignore unseen: sent, answered, due, late."""

from datetime import date

from django.urls import reverse

from gongtu.engines.casework import services as casework
from gongtu.engines.casework.models import Case
from tests.cast import DAY, Cast
from tests.factories.cases import reminded
from tests.web.costs import queries_of

ADDRESS = reverse("union:show_home")


def home(cast: Cast) -> str:
    return str(cast.client(cast.union).get(ADDRESS).content.decode())


def test_letter_waits_for_its_answer(cast: Cast) -> None:
    reminded(cast)

    assert "等待答复，期限待核" in home(cast)


def test_answered_letter_says_so(cast: Cast) -> None:
    case = reminded(cast)
    casework.make_move(case.number, "answer", by=cast.clerk, on=DAY, answers={"answer": "已补发。"})

    assert "对方已有回应" in home(cast)
    assert "等您办理" in home(cast)


def test_silence_past_the_term_names_who_is_late(cast: Cast) -> None:
    case = reminded(cast)
    Case.objects.filter(pk=case.pk).update(due_order=date(2026, 8, 25))

    assert "已逾期7天未答复" in home(cast)


def test_federation_starts_nothing_but_sees_its_page(cast: Cast) -> None:
    assert "发出的建议书" in cast.client(cast.federation).get(ADDRESS).content.decode()


def test_enterprise_is_refused(cast: Cast) -> None:
    answer = cast.client(cast.clerk).get(ADDRESS)

    assert answer.status_code == 403
    assert "这是工会的页面" in answer.content.decode()


def test_home_costs_the_same_with_more_letters(cast: Cast) -> None:
    client = cast.client(cast.union)
    for _ in range(5):
        reminded(cast)
    few = queries_of(client, ADDRESS)
    for _ in range(25):
        reminded(cast)

    assert queries_of(client, ADDRESS) == few
    assert client.get(ADDRESS).context["next_page"]
