"""One figure: now, how it went, by division."""

import pytest
from django.test import Client
from django.urls import reverse

from gongtu.engines.indicators.registry import indicators


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_every_indicator_has_its_page(language: str, db: None) -> None:
    client = Client(headers={"accept-language": language})

    for indicator in indicators():
        page = client.get(reverse("dashboards:show_indicator", args=[indicator.key]))
        assert page.status_code == 200
        assert len(page.context["trend"]) == 6


def test_unknown_figure_is_not_found(db: None) -> None:
    assert Client().get(reverse("dashboards:show_indicator", args=["none"])).status_code == 404
