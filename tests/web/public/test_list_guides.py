"""All guides, by who applies."""

from django.test import Client
from django.urls import reverse

from gongtu.engines.casework.registry import procedures


def test_every_procedure_has_its_guide(db: None) -> None:
    shown = Client().get(reverse("public:list_guides")).content.decode()

    for procedure in procedures():
        assert reverse("public:show_guide", args=[procedure.key]) in shown
