"""Bodies by name, a page at a time."""

from django.test import Client
from django.urls import reverse

from tests.cast import Cast
from tests.factories import skills


def test_bodies_stand_by_name_and_lead_to_their_page(cast: Cast) -> None:
    address = reverse("public:list_assessors")
    assert "没有找到" in Client().get(address).content.decode()
    skills.filing(cast)

    shown = Client().get(address).content.decode()

    assert reverse("public:show_assessor", args=[cast.bodies["works"].pk]) in shown
