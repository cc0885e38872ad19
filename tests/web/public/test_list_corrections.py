"""Every repair of the printed text, with reason and source."""

from django.test import Client
from django.urls import reverse


def test_every_correction_has_reason_source_and_day(db: None) -> None:
    rows = Client().get(reverse("public:list_corrections")).context["corrections"]

    assert len(rows) >= 8
    assert all(row["why"] and row["source"] and row["by"] and row["day"] for row in rows)
