"""A file that discloses chosen parts, for a verifier or for any."""

from typing import Any

import pytest
from django.urls import reverse

from gongtu.engines.credentials.sdjwt import Audience, verify_disclosed
from gongtu.registers.appointments import services as appointments
from tests.cast import DAY, Cast
from tests.factories.appointments import CASE, appointed
from tests.factories.skills import certificate
from tests.factories.wallet import signed


def present(cast: Cast, number: str, capacity: Any = None, **told: Any) -> Any:
    address = reverse("wallet:present_certificate", args=[number])
    return cast.client(capacity or cast.wang).post(address, told)


def test_file_discloses_just_the_parts_chosen(cast: Cast) -> None:
    number = signed(cast)

    answer = present(cast, number, parts=["name"])

    found = verify_disclosed(answer.content.decode(), on=DAY)
    assert answer["Content-Disposition"] == 'attachment; filename="certificate.sd-jwt"'
    assert found.verdict == "valid"
    assert found.claims["name"] == "王师傅"
    assert not {"idNumber", "certificateNumber"} & found.claims.keys()


def test_file_for_a_verifier_is_good_for_that_one_alone(cast: Cast) -> None:
    shown = present(cast, signed(cast), audience="乙公司", nonce="3141").content.decode()

    assert verify_disclosed(shown, on=DAY, to=Audience("乙公司", "3141")).verdict == "valid"
    assert verify_disclosed(shown, on=DAY, to=Audience("丙公司", "3141")).claims == {}


def test_appointment_is_presented_as_the_post_that_it_is(cast: Cast) -> None:
    held = appointed(cast)

    form = cast.client(cast.wang).get(reverse("wallet:present_certificate", args=[held.number]))
    shown = present(cast, held.number, parts=["name"]).content.decode()

    assert "特级技师" in form.content.decode()
    found = verify_disclosed(shown, on=DAY)
    assert found.verdict == "valid"
    assert (found.claims["appointedAs"], found.claims["name"]) == ("special_technician", "王师傅")
    appointments.end_appointment(CASE, reason="岗位调整", by=cast.clerk, on=DAY)
    assert verify_disclosed(shown, on=DAY).verdict == "revoked"


@pytest.mark.parametrize("told", [{"audience": "乙公司"}, {"nonce": "3141"}])
def test_half_of_a_binding_is_refused(cast: Cast, told: dict[str, str]) -> None:
    answer = present(cast, signed(cast), **told)

    assert answer.status_code == 422
    assert "要么都填，要么都不填" in answer.content.decode()


def test_certificate_without_a_signed_original_is_not_presented(cast: Cast) -> None:
    answer = present(cast, certificate(cast).number, parts=["name"])

    assert answer.status_code == 422
    assert "没有电子签名原件" in answer.content.decode()


def test_nobody_presents_somebody_elses_certificate(cast: Cast) -> None:
    number = signed(cast)

    assert present(cast, number, cast.li).status_code == 404
    assert present(cast, number, cast.clerk).status_code == 403
