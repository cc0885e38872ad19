"""Letters: numbered, worded in two languages, set in type, served with proof."""

from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from gongtu.base.errors import Broken, Refused
from gongtu.engines.casework import letters
from gongtu.engines.casework.models import Letter
from gongtu.engines.casework.refusals import AlreadyDone, WrongHands
from gongtu.engines.casework.services import (
    make_move,
    open_case,
    read_letter,
    serve_letter,
)
from gongtu.parties.models import Consent, Person
from gongtu.records.journal.models import JournalEntry
from gongtu.records.outbox.models import Message
from tests.engines.casework.conftest import DAY, City

AT = datetime(2026, 9, 10, 1, tzinfo=UTC)
AFTER = date(2026, 9, 9)


def decided(city: City) -> Letter:
    """The decision that grants the worker's claim."""
    number = city.claim().number
    make_move(number, "grant", by=city.officer, on=DAY)
    return make_move(number, "confirm", by=city.officer, on=AFTER).letters.get()


def refused(city: City) -> Letter:
    """A refusal issued to the worker."""
    number = city.claim().number
    make_move(number, "refuse", by=city.officer, on=DAY, reason="<b>不符</b>")
    return Letter.objects.get(case__number=number)


def test_a_letter_says_who_what_why_and_what_may_be_done(city: City) -> None:
    letter = refused(city)
    assert letter.zh == (
        "<p>不予补贴。理由：&lt;b&gt;不符&lt;/b&gt;</p>"
        "<p>对本决定有异议的，可以在办结之日起30日内通过本平台申请复核，复核由其他人员办理。</p>"
    )
    assert "within 30 days of the decision" in letter.en
    assert letter.basis == ["条例第16条"]


def test_each_body_numbers_its_letters_of_a_year_without_gaps(city: City) -> None:
    first, second = refused(city), refused(city)
    assert (first.number, second.number) == ("人社-2026-000001", "人社-2026-000002")


def test_the_pdf_holds_the_text_in_embedded_fonts(city: City) -> None:
    letter = decided(city)
    assert letter.title_en == "Decision granting the subsidy"
    made = letters.pdf_of(letter)
    assert made == letters.pdf_of(letter)
    page = PdfReader(BytesIO(made)).pages[0]
    text = "".join(page.extract_text().split())
    for words in ("准予补贴决定书", "人社-2026-000001", "准予补贴300.00元", "2026年9月9日"):
        assert words in text
    english = PdfReader(BytesIO(letters.pdf_of(letter, "en"))).pages[0].extract_text()
    assert "Decision granting the subsidy" in english


def test_without_consent_a_person_must_serve_it(city: City) -> None:
    letter = refused(city)
    assert letter.served_on is None
    with pytest.raises(Refused, match="没有同意电子送达"):
        serve_letter(letter.pk, how="electronic", by=city.officer, on=DAY)
    with pytest.raises(Refused, match="编号"):
        serve_letter(letter.pk, how="post", by=city.officer, on=DAY)
    with pytest.raises(WrongHands):
        serve_letter(letter.pk, how="post", proof="EMS1", by=city.worker, on=DAY)
    served = serve_letter(letter.pk, how="post", proof="EMS1", by=city.officer, on=DAY)
    assert (served.served_on, served.served_how, served.served_proof) == (DAY, "post", "EMS1")
    with pytest.raises(AlreadyDone):
        serve_letter(letter.pk, how="counter", proof="2", by=city.officer, on=DAY)


def test_with_consent_it_is_served_at_once(city: City) -> None:
    Consent.objects.create(
        person=Person.objects.get(pk=city.worker.person),
        purpose="electronic-service",
        given_on=DAY,
        evidence="本人勾选",
    )
    letter = refused(city)
    assert (letter.served_on, letter.served_how) == (DAY, "electronic")


def test_its_arrival_is_told_in_the_app_and_by_mail(city: City) -> None:
    refused(city)
    told = Message.objects.filter(subject__startswith="新文书：不予补贴决定书")
    assert set(told.values_list("channel", "to")) == {
        ("app", str(city.worker.account)),
        ("mail", f"{city.worker.person}@example.org"),
    }


def test_the_first_opening_by_the_addressee_is_proof_of_reading(city: City) -> None:
    letter = refused(city)
    assert read_letter(letter.pk, by=city.officer, on=AFTER, at=AT).read_at is None
    assert read_letter(letter.pk, by=city.worker, on=AFTER, at=AT).read_at == AT
    read_letter(letter.pk, by=city.worker, on=AFTER, at=datetime(2026, 9, 11, tzinfo=UTC))
    letter.refresh_from_db()
    assert (letter.read_at, letter.read_by_id) == (AT, city.worker.account)
    assert JournalEntry.objects.filter(kind="read").count() == 1
    with pytest.raises(WrongHands):
        read_letter(letter.pk, by=city.stranger, on=AFTER, at=AT)


def test_an_enterprise_reads_what_was_sent_to_it(city: City) -> None:
    case = open_case(
        "union-letter", answers={"enterprise": str(city.works.pk)}, by=city.union, on=DAY
    )
    make_move(case.number, "remind", by=city.union, on=DAY, answers={"finding": "加班未付"})
    letter = case.letters.get()
    assert (letter.addressee, letter.served_on) == ("甲公司", None)
    assert read_letter(letter.pk, by=city.enterprise, on=DAY, at=AT).read_at == AT


def test_a_text_that_names_the_unknown_is_our_mistake(tmp_path: Path) -> None:
    (tmp_path / "odd.zh.html").write_text("<p>{{ resaon }}</p>", "utf8")
    with pytest.raises(Broken, match="resaon"):
        letters.render(tmp_path / "odd.zh.html", "zh", {"reason": "不符"})
