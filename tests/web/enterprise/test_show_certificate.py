"""The issuer reads what became of a certificate; other enterprises do not."""

from django.urls import reverse

from gongtu.engines.credentials import services as credentials
from gongtu.registers.skills import services as register
from gongtu.registers.skills.choices import RevocationReason
from gongtu.registers.skills.services.certificates import KIND, order_for
from tests.cast import DAY, Cast
from tests.factories.skills import certificate, filing


def test_issuer_reads_the_history_and_another_enterprise_nothing(cast: Cast) -> None:
    filing(cast)
    held = certificate(cast)
    credentials.issue_many(
        KIND, [order_for(held)], issuer_organisation=held.issuer_id, by=cast.clerk, on=DAY
    )
    register.revoke_certificate(
        held.number, reason=RevocationReason.ISSUED_IN_ERROR, told="重复核发", heard="无异议",
        by=cast.clerk, on=DAY,
    )  # fmt: skip
    address = reverse("enterprise:show_certificate", args=[held.number])

    shown = cast.client(cast.clerk).get(address).content.decode()

    assert "重复核发" in shown
    assert "核发有误" in shown
    assert cast.client(cast.other_clerk).get(address).status_code == 404
