"""The office that supervises an issuer suspends a certificate, and lets it count again."""

from django.test import Client
from django.urls import reverse

from gongtu.parties.models import Division
from gongtu.parties.roles import HRSS
from gongtu.registers.skills.models import Certificate
from tests.cast import Cast, appoint
from tests.factories.wallet import signed

SUSPEND = {"act": "suspend", "reason": "考评记录待核实"}


def address(number: str) -> str:
    return reverse("desk:show_certificate", args=[number])


def test_office_finds_it_by_looking_it_up_and_the_public_does_not(cast: Cast) -> None:
    number = signed(cast)
    asked = {"number": number, "name": "王师傅"}
    by_name, by_code = reverse("public:check_certificate"), reverse(
        "public:show_verdict", args=[number]
    )  # fmt: skip

    officer = cast.client(cast.liu)
    assert address(number) in officer.post(by_name, asked).content.decode()
    assert address(number) in officer.get(by_code).content.decode()
    for other in (Client(), cast.client(cast.clerk), cast.client(cast.wang)):
        assert address(number) not in other.post(by_name, asked).content.decode()


def test_office_of_another_place_is_led_nowhere(cast: Cast) -> None:
    number = signed(cast)
    north = Division.objects.create(
        code="370203", name="市北区", level="district", parent=cast.district.parent
    )
    officer = cast.client(appoint("北区刘科长", 21, HRSS, north))

    verdict = officer.get(reverse("public:show_verdict", args=[number])).content.decode()

    assert address(number) not in verdict
    assert officer.get(address(number)).status_code == 403
    assert officer.post(address(number), SUSPEND).status_code == 403
    assert Certificate.objects.get().status == "valid"


def test_office_suspends_and_resumes_with_reasons_that_the_holder_reads(cast: Cast) -> None:
    number = signed(cast)
    officer, holder = cast.client(cast.liu), cast.client(cast.wang)

    suspended = officer.post(address(number), SUSPEND, follow=True).content.decode()
    mine = holder.get(reverse("worker:show_certificate", args=[number])).content.decode()
    again = officer.post(address(number), SUSPEND, follow=True).content.decode()
    resumed = officer.post(
        address(number), {"act": "resume", "reason": "核实无误"}, follow=True
    ).content.decode()

    assert "恢复这份证书" in suspended
    assert "恢复这份证书" in again
    assert "考评记录待核实" in mine
    assert "暂停这份证书" in resumed
    assert Certificate.objects.get().status == "valid"


def test_holder_reads_that_the_office_looked(cast: Cast) -> None:
    number = signed(cast)
    cast.client(cast.liu).get(address(number))

    log = cast.client(cast.wang).get(reverse("account:show_access_log")).content.decode()

    assert "查看了档案" in log
    assert cast.bodies["hrss"].name in log


def test_reason_is_needed_and_others_decide_nothing(cast: Cast) -> None:
    number = signed(cast)

    assert cast.client(cast.liu).post(address(number), {"act": "suspend"}).status_code == 422
    for other in (cast.clerk, cast.wang, cast.union):
        assert cast.client(other).post(address(number), SUSPEND).status_code == 403
    assert cast.client(cast.liu).get(address("Y000037020001263000999")).status_code == 404
    assert Certificate.objects.get().status == "valid"
