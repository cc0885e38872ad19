"""Every amount and period with its document, or unconfirmed with who decides."""

from django.test import Client
from django.urls import reverse

from gongtu.policy import all_parameters


def test_every_parameter_is_listed_with_a_source_or_as_unconfirmed(db: None) -> None:
    groups = Client().get(reverse("public:list_parameters")).context["groups"]
    rows = [row for group in groups for row in group["values"]]

    assert {row["key"] for row in rows} == {parameter.key for parameter in all_parameters()}
    assert all(row["source"] or row["document"] for row in rows if not row["unconfirmed"])
    assert any(row["unconfirmed"] for row in rows)
