"""Bodies by name, a page at a time."""

from django.test import Client
from django.urls import reverse

from tests.cast import Cast
from tests.factories import skills, social


def test_bodies_stand_by_name_and_lead_to_their_page(cast: Cast) -> None:
    address = reverse("public:list_assessors")
    assert "没有找到" in Client().get(address).content.decode()
    skills.filing(cast)

    shown = Client().get(address).content.decode()

    assert reverse("public:show_assessor", args=[cast.bodies["works"].pk]) in shown


def test_a_body_that_assesses_anybody_is_marked(cast: Cast) -> None:
    skills.filing(cast)
    address = reverse("public:list_assessors") + "?q="
    assert '<span class="tag">' not in Client().get(address).content.decode()
    social.filed(cast)

    assert '<span class="tag">面向社会</span>' in Client().get(address).content.decode()
