"""One's own certificate, with its code; nobody else's."""

from django.urls import reverse

from gongtu.engines.credentials import services as credentials
from gongtu.records.outbox.models import Message
from gongtu.registers.skills import services as register
from gongtu.registers.skills.models import Assessor
from gongtu.registers.skills.services import Said
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


def signed(cast: Cast) -> str:
    filing(cast)
    held = certificate(cast)
    credentials.issue_many(
        KIND, [order_for(held)], issuer_organisation=held.issuer_id, by=cast.clerk, on=DAY
    )
    Assessor.objects.update(last_serial=1)
    return held.number


def test_what_checking_finds_is_told_in_the_language_of_the_reader(cast: Cast) -> None:
    address = reverse("worker:show_certificate", args=[signed(cast)])

    shown = cast.client(cast.wang).get(address, headers={"accept-language": "en"}).content.decode()

    assert "<strong>Signature</strong>" in shown
    assert "发证单位的密钥" not in shown


def test_holder_reads_what_was_corrected_old_and_new_side_by_side(cast: Cast) -> None:
    number = signed(cast)
    new = register.correct_certificate(
        number, Said(name="汪师傅"), told="户口簿曾用名页", by=cast.clerk, on=DAY
    )

    client = cast.client(cast.wang)
    shown = client.get(reverse("worker:show_certificate", args=[new.number])).content.decode()

    assert "<del>王师傅</del> → <ins>汪师傅</ins>" in shown
    assert "户口簿曾用名页" in shown
    assert Message.objects.filter(to=str(cast.wang.account), subject__contains="更正换发").exists()


def test_holder_asks_for_a_correction_without_telling_what_is_on_record(cast: Cast) -> None:
    number = signed(cast)

    form = cast.client(cast.wang).post(
        reverse("worker:correct_certificate", args=[number]), follow=True
    )

    assert form.redirect_chain[-1][0].endswith("/certificate-correction/")
    assert number in form.content.decode()
    assert "甲公司" in form.content.decode()


def test_somebody_elses_certificate_is_not_found(cast: Cast) -> None:
    held = certificate(cast)
    address = reverse("worker:show_certificate", args=[held.number])

    assert cast.client(cast.li).get(address).status_code == 404
