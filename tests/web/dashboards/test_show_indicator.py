"""One figure: now, how it went, by division."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from gongtu.engines.indicators.queries import Figure
from gongtu.engines.indicators.registry import get_indicator, indicators
from gongtu.parties.models import Division
from gongtu.web.wording import figure_text
from tests.cast import Cast

KEY = "certificates-issued"


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_every_indicator_has_its_page(language: str, db: None) -> None:
    client = Client(headers={"accept-language": language})

    for indicator in indicators():
        page = client.get(reverse("dashboards:show_indicator", args=[indicator.key]))
        assert page.status_code == 200
        assert len(page.context["trend"]) == 6


@pytest.mark.parametrize(
    ("key", "one", "two"),
    [
        ("contest-awards", "1 award", "2 awards"),
        ("special-abilities-certified", "1 certificate", "2 certificates"),
        ("assessor-filings", "1 filing", "2 filings"),
        ("unasked-offers-made", "1 offer", "2 offers"),
        ("legal-aid-completed", "1 case", "2 cases"),
        ("craftsmen-named", "1 person", "2 people"),
        ("unasked-days-to-pay", "1 day", "2 days"),
    ],
)
def test_figure_is_told_in_its_unit(key: str, one: str, two: str) -> None:
    def told(value: int) -> str:
        year = (date(2026, 1, 1), date(2027, 1, 1))
        return figure_text(Figure(get_indicator(key), *year, value))

    with translation.override("en"):
        assert (told(1), told(2)) == (one, two)


def test_only_whoever_may_see_what_is_behind_is_led_there(cast: Cast) -> None:
    address, elsewhere = reverse("dashboards:show_indicator", args=[KEY]), {"division": "370203"}
    above = cast.district.parent
    Division.objects.create(code="370203", name="市北区", level="district", parent=above)
    liu, zheng = cast.client(cast.liu), cast.client(cast.zheng)

    led = [liu.get(address), zheng.get(address), zheng.get(address, elsewhere)]
    left = [Client().get(address), liu.get(address, elsewhere)]

    assert all("看数字背后" in page.content.decode() for page in led)
    assert all("看数字背后" not in page.content.decode() for page in left)
    assert led[2].context["behind"].endswith("?division=370203")


def test_every_other_span_of_the_trend_has_its_own_page(cast: Cast) -> None:
    client = cast.client(cast.liu)
    address = reverse("dashboards:show_indicator", args=[KEY])

    *earlier, now = client.get(address).context["trend"]
    page = client.get(address + earlier[-1]["address"])

    assert now["address"] == ""
    assert (earlier[-1]["label"], now["label"]) == ("2026年2季度", "2026年3季度")
    assert page.context["indicator"]["last_day"].isoformat() in earlier[-1]["address"]
    assert page.context["behind"].endswith(earlier[-1]["address"])


def test_unknown_figure_is_not_found(db: None) -> None:
    assert Client().get(reverse("dashboards:show_indicator", args=["none"])).status_code == 404
