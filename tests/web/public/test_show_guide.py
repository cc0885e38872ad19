"""A guide is read off the declaration, and sends each reader to the right door."""

import pytest
from django.test import Client
from django.urls import reverse

from gongtu.engines.casework.registry import procedures
from tests.cast import Cast


def address(key: str) -> str:
    return reverse("public:show_guide", args=[key])


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_every_guide_shows_conditions_steps_and_basis(language: str, db: None) -> None:
    client = Client(headers={"accept-language": language})

    for procedure in procedures():
        shown = client.get(address(procedure.key))
        assert shown.status_code == 200
        assert shown.context["guide"]["steps"]


def test_unconfirmed_amount_says_who_decides(db: None) -> None:
    shown = Client().get(address("skill-upgrade-subsidy")).content.decode()

    assert "待核" in shown
    assert "由人力资源社会保障部门决定" in shown


def test_only_who_may_open_it_gets_the_button(cast: Cast) -> None:
    start = reverse("cases:start_case", args=["assessor-filing"])

    assert start in cast.client(cast.clerk).get(address("assessor-filing")).content.decode()
    assert start not in cast.client(cast.wang).get(address("assessor-filing")).content.decode()


def test_unknown_guide_is_not_found(db: None) -> None:
    assert Client().get(address("no-such-thing")).status_code == 404
