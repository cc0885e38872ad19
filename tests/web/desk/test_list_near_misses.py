"""How many lack one condition only, for human resources of the division."""

from django.urls import reverse

from tests.cast import Cast
from tests.factories.offers import near_miss

ADDRESS = reverse("desk:list_near_misses")


def test_counts_open_the_people_behind(cast: Cast) -> None:
    near_miss(cast)
    shown = cast.client(cast.liu).get(ADDRESS).content.decode()

    assert "证书有效且可联网查询" in shown
    assert reverse("desk:show_near_miss", args=["skill-upgrade-subsidy", "registered"]) in shown


def test_another_division_and_other_offices_see_none(cast: Cast) -> None:
    near_miss(cast, division="370203")

    assert "证书有效且可联网查询" not in cast.client(cast.liu).get(ADDRESS).content.decode()
    for stranger in (cast.federation, cast.wang, cast.clerk):
        assert cast.client(stranger).get(ADDRESS).status_code == 403
