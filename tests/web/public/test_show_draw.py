"""Anybody reads how it was drawn; nobody reads who."""

from django.test import Client
from django.urls import reverse

from tests.cast import Cast
from tests.factories.sittings import drawn
from tests.factories.skills import filing


def test_the_draw_is_public_without_names(cast: Cast) -> None:
    filing(cast)
    one = drawn(cast)

    shown = Client().get(reverse("public:show_draw", args=[one.draw_id])).content.decode()

    assert one.draw.seed in shown
    assert one.examiner.number in shown
    assert one.examiner.person.name not in shown
    assert Client().get(reverse("public:show_draw", args=[0])).status_code == 404
