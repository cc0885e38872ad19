"""The door for machines, and where its description lies."""

import re

from django.test import Client
from django.urls import reverse


def test_every_address_named_there_answers(db: None) -> None:
    client = Client()
    shown = client.get(reverse("public:show_api")).content.decode()

    named = set(re.findall(r'href="(/api/[^"]*)"', shown)) - {reverse("public:show_api")}
    assert named
    assert {client.get(address).status_code for address in named} == {200}
