"""Taking back a certificate of a special ability, after hearing its holder."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from gongtu.registers.skills.models import AbilityCertificate
from tests.cast import DAY, Cast
from tests.factories import standards

TOLD = {
    "reason": "issued-in-error", "told": "成绩登记有误。", "heard": "本人无异议。",
    "confirmed": "on",
}  # fmt: skip


ISSUED_ON = DAY + timedelta(days=14)


@pytest.fixture
def case(cast: Cast, settings: Settings) -> str:
    settings.GONGTU_TODAY = ISSUED_ON
    return standards.certified(cast, held_on=DAY, issued_on=ISSUED_ON)


def address() -> str:
    return reverse("desk:revoke_ability", args=[AbilityCertificate.objects.get().number])


def looked_up() -> str:
    asked = {"number": AbilityCertificate.objects.get().number, "name": "王师傅"}
    return Client().post(reverse("public:check_certificate"), asked).content.decode()


def test_its_issuer_revokes_it_from_the_case_after_hearing_the_holder(
    cast: Cast, case: str
) -> None:
    school = cast.client(cast.school)
    assert address() in school.get(reverse("cases:show_case", args=[case])).content.decode()

    unheard = school.post(address(), {**TOLD, "heard": ""})
    assert unheard.status_code == 422
    assert "持证人的陈述、申辩" in unheard.content.decode()
    assert "已撤销" not in looked_up()

    done = school.post(address(), TOLD, follow=True).content.decode()
    assert "查验时即刻显示为已撤销" in done
    assert "核发有误" in looked_up()
    assert school.post(address(), TOLD, follow=True).content.decode().count("已撤销") > 0
    again = school.post(address(), {**TOLD, "told": "另有原因。"})
    assert again.status_code == 422
    assert "该证书已不在有效状态" in again.content.decode()


@pytest.mark.usefixtures("case")
def test_only_its_issuer_and_the_office_of_the_place_revoke_it(cast: Cast) -> None:
    for other in (cast.wang, cast.clerk, cast.union):
        assert cast.client(other).post(address(), TOLD).status_code == 403
    assert cast.client(cast.liu).get(address()).status_code == 200
