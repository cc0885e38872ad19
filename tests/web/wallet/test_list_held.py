"""One's certificates as cards, each with the verdict that anybody would get today."""

import json
from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from gongtu.engines.credentials import services as credentials
from gongtu.engines.credentials.verify import verify
from gongtu.parties.capacity import CLOCK
from gongtu.registers.appointments import services as appointments
from gongtu.registers.honours import services as honours
from gongtu.registers.skills.choices import RevocationReason
from gongtu.registers.skills.services.certificates import revoke_certificate
from tests.cast import DAY, Cast
from tests.factories.appointments import CASE, appointed
from tests.factories.skills import certificate
from tests.factories.wallet import signed


def shown(cast: Cast, capacity=None) -> str:
    page = cast.client(capacity or cast.wang).get(reverse("wallet:list_held"))
    return page.content.decode()


def test_card_bears_occupation_grade_number_issuer_and_verdict(cast: Cast) -> None:
    number = signed(cast)

    page = shown(cast)

    for part in ("装配钳工", number, "甲公司", '<span class="tag good">有效</span>'):
        assert part in page


def test_revoked_certificate_says_revoked_and_why(cast: Cast) -> None:
    number = signed(cast)
    revoke_certificate(
        number, reason=RevocationReason.ISSUED_IN_ERROR, told="重复核发", heard="无异议",
        by=cast.clerk, on=DAY,
    )  # fmt: skip

    page = shown(cast)

    assert "已撤销" in page
    assert "核发有误" in page


def test_suspended_certificate_is_not_called_valid(cast: Cast) -> None:
    credentials.suspend(signed(cast), "待核", by=cast.clerk, on=DAY)

    page = shown(cast)

    assert "无法判断" in page
    assert 'tag good">有效' not in page


def test_certificate_without_a_signed_original_says_so_and_cannot_be_shared(cast: Cast) -> None:
    certificate(cast)

    page = shown(cast)

    assert "没有电子签名原件" in page
    assert "/share/" not in page


def test_appointment_is_a_card_apart_with_its_term_paper_and_share(cast: Cast) -> None:
    signed(cast)
    held = appointed(cast)

    page = shown(cast)

    certificates, posts = page.split("<h2>聘任</h2>")
    assert held.number not in certificates
    for part in (
        held.number,
        "特级技师",
        "在聘",
        "2029年8月31日",
        "不是职业技能等级证书",
        "甲公司",
    ):
        assert part in posts
    assert reverse("wallet:share_certificate", args=[held.number]) in posts
    assert reverse("wallet:present_certificate", args=[held.number]) in posts

    appointments.end_appointment(CASE, reason="岗位调整", by=cast.clerk, on=DAY)
    assert "已解聘" in shown(cast)


def test_paper_of_an_appointment_says_what_it_is_and_is_nobody_elses(cast: Cast) -> None:
    held = appointed(cast)
    address = reverse("worker:download_certificate", args=[held.number])

    reader = PdfReader(BytesIO(cast.client(cast.wang).get(address).content))

    said = reader.pages[0].extract_text().translate(dict.fromkeys(map(ord, " \n")))
    for part in ("特级技师聘任", "聘任单位", "甲公司", "自2026年9月1日起", "不是职业技能等级证书"):
        assert part in said
    for part in ("评价机构", "osta.org.cn", "照片"):
        assert part not in said
    carried = json.loads(reader.attachments["credential.json"][0])
    assert verify(carried, on=DAY).verdict == "valid"
    assert cast.client(cast.li).get(address).status_code == 404


def test_honour_of_nearly_the_same_name_is_no_card(cast: Cast) -> None:
    honours.grant_honour(
        cast.person(cast.wang).pk, "city-chief-technician", number="R1", document="公布",
        by=CLOCK, on=DAY,
    )  # fmt: skip

    assert "首席技师" not in shown(cast)


def test_empty_wallet_says_what_will_come(cast: Cast) -> None:
    assert "您名下还没有证书" in shown(cast, cast.li)


@pytest.mark.parametrize("who", ["clerk", "liu", "union"])
def test_wallet_is_nobodys_who_acts_for_a_body(cast: Cast, who: str) -> None:
    page = cast.client(getattr(cast, who)).get(reverse("wallet:list_held"))

    assert page.status_code == 403
