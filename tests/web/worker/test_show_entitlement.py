"""Why something is owed or not, condition by condition."""

from django.test import Client
from django.urls import reverse

from tests.cast import Cast
from tests.factories.skills import certificate, insured


def address(number: str) -> str:
    return reverse("worker:show_entitlement", args=["skill-upgrade-subsidy", number])


def test_every_condition_is_told_with_its_grounds(cast: Cast) -> None:
    held = certificate(cast)
    insured(cast)

    page = cast.client(cast.wang).get(address(held.number))

    assert len(page.context["findings"]) == 8
    assert all(finding["grounds"] for finding in page.context["findings"])


def test_somebody_elses_certificate_is_not_found(cast: Cast) -> None:
    held = certificate(cast)

    assert cast.client(cast.li).get(address(held.number)).status_code == 404


def test_signed_out_one_is_led_to_sign_in(cast: Cast) -> None:
    held = certificate(cast)

    assert Client().get(address(held.number)).status_code == 302
