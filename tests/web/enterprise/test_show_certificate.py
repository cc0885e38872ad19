"""The issuer reads what became of a certificate; other enterprises do not."""

from django.test import Client
from django.urls import reverse

from gongtu.engines.credentials import services as credentials
from gongtu.parties.capacity import Capacity
from gongtu.registers.skills import services as register
from gongtu.registers.skills.choices import RevocationReason
from gongtu.registers.skills.models import Certificate
from gongtu.registers.skills.queries import get_certificate
from gongtu.registers.skills.services.certificates import KIND, order_for
from gongtu.web.certificate_standing import StandingForm, change_standing
from gongtu.web.http import Request
from tests.cast import DAY, Cast
from tests.factories.skills import certificate, filing


def asked_by(by: Capacity) -> Request:
    asked = Request()
    asked.capacity, asked.on = by, DAY
    return asked


def signed(cast: Cast) -> str:
    filing(cast)
    held = certificate(cast)
    credentials.issue_many(
        KIND, [order_for(held)], issuer_organisation=held.issuer_id, by=cast.clerk, on=DAY
    )
    return held.number


def test_issuer_suspends_and_resumes_with_reasons_that_the_holder_reads(cast: Cast) -> None:
    number = signed(cast)
    address = reverse("enterprise:show_certificate", args=[number])
    clerk = cast.client(cast.clerk)

    suspended = clerk.post(
        address, {"act": "suspend", "reason": "考评记录待核实"}, follow=True
    ).content.decode()
    public = Client().get(reverse("public:show_verdict", args=[number])).content.decode()
    mine = cast.client(cast.wang).get(reverse("worker:show_certificate", args=[number]))
    resumed = clerk.post(
        address, {"act": "resume", "reason": "核实无误"}, follow=True
    ).content.decode()

    assert "恢复这份证书" in suspended
    assert "已暂停" in public
    assert "考评记录待核实" not in public
    assert "考评记录待核实" in mine.content.decode()
    assert "暂停这份证书" in resumed


def test_a_second_click_does_not_take_the_first_one_back(cast: Cast) -> None:
    address = reverse("enterprise:show_certificate", args=[signed(cast)])
    clerk, told = cast.client(cast.clerk), {"act": "suspend", "reason": "考评记录待核实"}

    answers = [clerk.post(address, told).status_code for _click in range(2)]

    assert answers == [302, 302]
    assert Certificate.objects.get().status == "suspended"


def test_two_clicks_at_the_same_instant_are_both_told_it_is_done(cast: Cast) -> None:
    slower = get_certificate(signed(cast))
    register.suspend_certificate(slower.number, told="考评记录待核实", by=cast.clerk, on=DAY)
    form = StandingForm({"act": "suspend", "reason": "考评记录待核实"})
    assert form.is_valid()

    change_standing(slower, form, asked_by(cast.clerk))

    assert slower.status == get_certificate(slower.number).status == "suspended"


def test_what_cannot_be_suspended_any_more_is_told(cast: Cast) -> None:
    number = signed(cast)
    register.revoke_certificate(
        number, reason=RevocationReason.ISSUED_IN_ERROR, told="重复核发", heard="无异议",
        by=cast.clerk, on=DAY,
    )  # fmt: skip
    address = reverse("enterprise:show_certificate", args=[number])

    answer = cast.client(cast.clerk).post(address, {"act": "suspend", "reason": "核查"})

    assert answer.status_code == 422
    assert Certificate.objects.get().status == "revoked"


def test_suspension_without_a_reason_is_not_made(cast: Cast) -> None:
    address = reverse("enterprise:show_certificate", args=[signed(cast)])

    answer = cast.client(cast.clerk).post(address, {"act": "suspend", "reason": ""})

    assert answer.status_code == 422
    assert Certificate.objects.get().status == "valid"


def test_another_enterprise_suspends_nothing(cast: Cast) -> None:
    address = reverse("enterprise:show_certificate", args=[signed(cast)])

    answer = cast.client(cast.other_clerk).post(address, {"act": "suspend", "reason": "核查"})

    assert answer.status_code == 404
    assert Certificate.objects.get().status == "valid"


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
