"""The people behind a count of near misses; each look stands in their record."""

from django.urls import reverse

from gongtu.records.journal.queries import entries_about_person
from tests.cast import Cast
from tests.factories.offers import near_miss

ADDRESS = reverse("desk:show_near_miss", args=["skill-upgrade-subsidy", "registered"])


def test_human_resources_see_who_and_are_seen_to_look(cast: Cast) -> None:
    near_miss(cast)

    shown = cast.client(cast.liu).get(ADDRESS).content.decode()

    assert "王师傅" in shown
    looked = entries_about_person(str(cast.wang.person)).filter(kind="viewed").get()
    assert looked.what["part"] == "near-miss"
    assert looked.actor_organisation == cast.liu.organisation


def test_of_another_division_nobody_is_shown(cast: Cast) -> None:
    near_miss(cast, division="370203")

    assert "王师傅" not in cast.client(cast.liu).get(ADDRESS).content.decode()
    assert "王师傅" not in cast.client(cast.liu).get(ADDRESS + "?after=0").content.decode()


def test_others_see_nobody_and_leave_no_trace_of_looking(cast: Cast) -> None:
    near_miss(cast)

    assert cast.client(cast.federation).get(ADDRESS).status_code == 403
    assert not entries_about_person(str(cast.wang.person)).filter(kind="viewed").exists()
