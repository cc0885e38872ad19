"""One's own certificate, with its code; nobody else's."""

from django.urls import reverse

from gongtu.engines.credentials import services as credentials
from gongtu.registers.skills.services.certificates import KIND, order_for
from tests.cast import DAY, Cast
from tests.factories.skills import certificate, filing


def test_holder_sees_the_code_and_gets_the_paper(cast: Cast) -> None:
    filing(cast)
    held = certificate(cast)
    works = cast.bodies["works"].pk
    credentials.issue_many(
        KIND, [order_for(held)], issuer_organisation=works, by=cast.clerk, on=DAY
    )
    client = cast.client(cast.wang)

    shown = client.get(reverse("worker:show_certificate", args=[held.number])).content.decode()
    paper = client.get(reverse("worker:download_certificate", args=[held.number]))

    assert "<svg" in shown
    assert paper.content.startswith(b"%PDF")


def test_somebody_elses_certificate_is_not_found(cast: Cast) -> None:
    held = certificate(cast)
    address = reverse("worker:show_certificate", args=[held.number])

    assert cast.client(cast.li).get(address).status_code == 404
