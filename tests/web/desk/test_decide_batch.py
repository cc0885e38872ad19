"""One decision for many cases: each stands for itself."""

from django.urls import reverse

from gongtu.engines.casework import services as casework
from tests.cast import DAY, Cast
from tests.factories.cases import filing_case

ADDRESS = reverse("desk:decide_batch")


def test_each_case_has_its_own_outcome(cast: Cast) -> None:
    good, stale = filing_case(cast), filing_case(cast)
    casework.take(stale.number, by=cast.sun, on=DAY)
    told = {
        "number": [good.number, stale.number], "move": "ask_more", "reason": "请补充场地证明。",
        f"turn-{good.number}": good.turn, f"turn-{stale.number}": stale.turn,
    }  # fmt: skip

    page = cast.client(cast.liu).post(ADDRESS, told).content.decode()

    good.refresh_from_db()
    stale.refresh_from_db()
    assert (good.stage, stale.stage) == ("supplement", "acceptance")
    assert "办成1件，未办成1件" in page
    assert "请刷新后再办理" in page


def test_nothing_ticked_is_told(cast: Cast) -> None:
    answer = cast.client(cast.liu).post(ADDRESS, {"move": "ask_more"})

    assert answer.status_code == 422
    assert "请先勾选" in answer.content.decode()


def test_enterprise_decides_nothing(cast: Cast) -> None:
    told = {"number": filing_case(cast).number, "move": "ask_more"}

    assert cast.client(cast.clerk).post(ADDRESS, told).status_code == 403
