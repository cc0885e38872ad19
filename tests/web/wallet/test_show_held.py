"""What is no certificate of a grade is offered in every way that certificates are."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from gongtu.engines.credentials.qr import svg
from gongtu.engines.credentials.queries import find_credential
from gongtu.engines.credentials.verify import verify
from gongtu.records.addresses import address_of
from gongtu.registers.appointments import services as appointments
from gongtu.registers.skills.choices import Grade
from gongtu.registers.wallet.queries import list_shares
from tests.cast import DAY, Cast
from tests.factories.appointments import CASE, appointed
from tests.factories.skills import certificate
from tests.factories.wallet import signed


def page_of(cast: Cast, number: str, capacity: Any = None) -> Any:
    return cast.client(capacity or cast.wang).get(reverse("wallet:show_held", args=[number]))


@pytest.mark.parametrize("grade", [Grade.SPECIAL_TECHNICIAN, Grade.CHIEF_TECHNICIAN])
def test_an_appointment_has_its_page_with_all_that_its_holder_does(
    cast: Cast, grade: Grade
) -> None:
    number = appointed(cast, grade).number
    document = reverse("worker:download_certificate", args=[number])

    page = page_of(cast, number).content.decode()

    for part in (number, grade.label, "在聘", "甲公司", "2029年8月31日", "不是职业技能等级证书"):
        assert part in page
    for address in (
        document, f"{document}?size=card", reverse("wallet:share_certificate", args=[number]),
        reverse("wallet:present_certificate", args=[number]),
        reverse("public:show_verdict", args=[number]),
    ):  # fmt: skip
        assert f'{address}"' in page
    original = find_credential(number).document
    assert svg(address_of(reverse("public:show_verdict", args=[number])), original) in page


def test_every_way_to_show_an_appointment_says_the_same(cast: Cast) -> None:
    number = appointed(cast).number
    holder, card = cast.client(cast.wang), {"size": "card"}
    document = reverse("worker:download_certificate", args=[number])

    assert holder.get(document, card).content.startswith(b"%PDF")
    holder.post(reverse("wallet:share_certificate", args=[number]), {"days": 7, "purpose": "求职"})
    (link,) = list_shares(cast.person(cast.wang).pk)
    opened = reverse("public:show_share", args=[link.token])
    shared = Client().post(opened, {"name": "钱女士", "why": "核对"}).content.decode()
    asked = {"number": number, "name": "王师傅"}
    looked_up = Client().post(reverse("public:check_certificate"), asked).content.decode()
    for page in (page_of(cast, number).content.decode(), shared, looked_up):
        assert "在聘" in page
        assert "特级技师" in page
    assert verify(number, on=DAY).verdict == "valid"

    appointments.end_appointment(CASE, reason="岗位调整", by=cast.clerk, on=DAY)
    assert "已解聘" in page_of(cast, number).content.decode()


def test_the_wallet_and_the_list_of_certificates_lead_to_it(cast: Cast) -> None:
    number = appointed(cast).number
    address = reverse("wallet:show_held", args=[number])
    holder = cast.client(cast.wang)

    for page in ("wallet:list_held", "worker:show_home"):
        assert address in holder.get(reverse(page)).content.decode()


def test_a_certificate_of_a_grade_is_shown_too(cast: Cast) -> None:
    number = signed(cast)

    assert "装配钳工" in page_of(cast, number).content.decode()


def test_what_was_never_signed_or_is_somebody_elses_is_not_there(cast: Cast) -> None:
    assert page_of(cast, certificate(cast).number).status_code == 404
    assert page_of(cast, appointed(cast).number, cast.li).status_code == 404
    assert page_of(cast, "P2026000910101", cast.clerk).status_code == 403
