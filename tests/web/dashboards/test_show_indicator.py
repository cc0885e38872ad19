"""One figure: now, how it went, by division."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from gongtu.engines.indicators.queries import Figure
from gongtu.engines.indicators.registry import get_indicator, indicators
from gongtu.web.wording import figure_text


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


def test_unknown_figure_is_not_found(db: None) -> None:
    assert Client().get(reverse("dashboards:show_indicator", args=["none"])).status_code == 404
