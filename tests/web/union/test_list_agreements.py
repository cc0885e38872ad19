"""A union sees the recognition agreements of its own enterprise, and the case behind each."""

from django.urls import reverse

from gongtu.engines.casework import services as casework
from tests.cast import DAY, FITTER, Cast
from tests.factories.recognition import agreement
from tests.factories.skills import filing

ADDRESS = reverse("union:list_agreements")


def test_union_sees_them(cast: Cast) -> None:
    agreement(cast)

    assert "甲公司 – 乙公司" in cast.client(cast.union).get(ADDRESS).content.decode()


def test_federation_has_none_of_its_own(cast: Cast) -> None:
    agreement(cast)

    assert "甲公司 – 乙公司" not in cast.client(cast.federation).get(ADDRESS).content.decode()


def test_union_reads_the_case_and_moves_nothing(cast: Cast) -> None:
    filing(cast)
    other = str(cast.bodies["other"].pk)
    answers = {
        "partner": other, "scope": f"{FITTER} 初级工 技师", "since": DAY.isoformat(),
        "until": "2028-09-01", "notice_days": 30,
    }  # fmt: skip
    case = casework.open_case("mutual-recognition", answers=answers, by=cast.clerk, on=DAY)
    client = cast.client(cast.union)
    move = reverse("cases:make_move", args=[case.number, "accept"])

    assert client.get(reverse("cases:show_case", args=[case.number])).status_code == 200
    assert client.post(move, {"turn": case.turn, "once": "u"}).status_code == 403


def test_worker_is_refused(cast: Cast) -> None:
    assert cast.client(cast.wang).get(ADDRESS).status_code == 403
