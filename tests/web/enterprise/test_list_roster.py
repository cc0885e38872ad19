"""The roster: masked, searched, paged at a constant cost."""

from django.urls import reverse

from tests.cast import Cast, hire, id_number
from tests.web.costs import queries_of

ADDRESS = reverse("enterprise:list_roster")


def staff(cast: Cast, since: int, count: int) -> None:
    for serial in range(since, since + count):
        hire(f"职工{serial}", serial, cast.bodies["works"])


def test_numbers_are_masked(cast: Cast) -> None:
    shown = cast.client(cast.clerk).get(ADDRESS).content.decode()

    assert "王师傅" in shown
    assert id_number(1) not in shown
    assert id_number(1)[:4] in shown


def test_roster_is_searched_by_name(cast: Cast) -> None:
    shown = cast.client(cast.clerk).get(ADDRESS, {"text": "小"}).content.decode()

    assert "小李" in shown
    assert "王师傅" not in shown


def test_other_enterprise_sees_its_own(cast: Cast) -> None:
    shown = cast.client(cast.other_clerk).get(ADDRESS).content.decode()

    assert "王师傅" not in shown
    assert "名册还是空的" in shown


def test_stranger_is_refused(cast: Cast) -> None:
    assert cast.client(cast.stranger).get(ADDRESS).status_code == 403


def test_roster_costs_the_same_at_any_length(cast: Cast) -> None:
    client = cast.client(cast.clerk)
    staff(cast, 100, 8)
    few = queries_of(client, ADDRESS)
    staff(cast, 200, 190)

    assert queries_of(client, ADDRESS) == few
    following = client.get(ADDRESS).context["next_page"]
    assert len(client.get(ADDRESS + following).context["workers"]) == 25
