"""A union reads the table of its own enterprise; nobody else comes here."""

from django.urls import reverse

from tests.cast import Cast

ADDRESS = reverse("union:show_equal_treatment")


def test_worker_and_clerk_are_refused(cast: Cast) -> None:
    assert cast.client(cast.wang).get(ADDRESS).status_code == 403
    assert cast.client(cast.clerk).get(ADDRESS).status_code == 403
