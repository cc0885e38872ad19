"""The printed certificate: an archive's PDF, every character drawn, the credential inside."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from gongtu.base import typeset
from gongtu.engines.credentials.choices import Verdict
from gongtu.engines.credentials.documents import Size, Unprintable, certificate
from gongtu.engines.credentials.models import Credential
from gongtu.engines.credentials.services import issue
from gongtu.engines.credentials.verify import verify
from tests.engines.credentials.documents import DAY, Clerk
from tests.engines.credentials.test_credentials import NUMBER, SUBJECT

pytestmark = pytest.mark.django_db
ADDRESS = f"https://gongtu.example/certificates/{NUMBER}/"
MILLIMETRE = 72 / 25.4
RARE = "王𬭎㛃𠅤"


def issued_to(name: str, factory: int) -> Credential:
    return issue(
        "skill-certificate", number=NUMBER, title="职业技能等级证书",
        subject={**SUBJECT, "name": name},
        valid_from=DAY, issuer_organisation=factory, by=Clerk(factory), on=DAY,
    )  # fmt: skip


def fonts_of(reader: PdfReader) -> list[Any]:
    fonts = [f.get_object() for page in reader.pages for f in page["/Resources"]["/Font"].values()]
    return [font["/DescendantFonts"][0].get_object() for font in fonts]


@pytest.mark.parametrize("size", Size)
def test_document_is_pdf_a_3_with_the_credential_as_its_source(size: Size, factory: int) -> None:
    credential = issued_to("王建国", factory)

    reader = PdfReader(BytesIO(certificate(credential, address=ADDRESS, size=size)))

    root: Any = reader.trailer["/Root"]
    about = root["/Metadata"].get_object().get_data()
    assert b"<pdfaid:part>3</pdfaid:part>" in about
    assert b"<pdfaid:conformance>B</pdfaid:conformance>" in about
    assert [one.get_object()["/S"] for one in root["/OutputIntents"]] == ["/GTS_PDFA1"]
    (associated,) = (one.get_object() for one in root["/AF"])
    assert associated["/AFRelationship"] == "/Source"
    assert associated["/EF"]["/F"].get_object()["/Subtype"] == "/application/vc"
    carried = json.loads(reader.attachments["credential.json"][0])
    assert verify(carried, on=DAY).verdict == Verdict.VALID
    assert "/Encrypt" not in reader.trailer


@pytest.mark.parametrize("size", Size)
def test_rare_name_is_drawn_and_every_font_is_inside(size: Size, factory: int) -> None:
    reader = PdfReader(BytesIO(certificate(issued_to(RARE, factory), address=ADDRESS, size=size)))

    assert RARE in reader.pages[0].extract_text().replace(" ", "")
    assert all("/FontFile3" in font["/FontDescriptor"] for font in fonts_of(reader))


def test_name_that_no_font_draws_is_refused_and_never_left_out(
    factory: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typeset, "more_fonts", typeset.fonts)

    with pytest.raises(Unprintable, match="張"):
        certificate(issued_to("張三", factory), address=ADDRESS)


def test_page_says_the_fields_in_both_languages(factory: int) -> None:
    english = {"gradeDisplay": "senior worker"}

    content = certificate(issued_to("王建国", factory), address=ADDRESS, english=english)

    said = PdfReader(BytesIO(content)).pages[0].extract_text()
    for text in ("Certificate of Vocational Skill Level", "Job type / direction", "senior worker"):
        assert text in said
    for text in ("证件号码", "工种/职业方向", "http://jndj.osta.org.cn", "http://pjjg.osta.org.cn"):
        assert text in said
    # A direction that there is none of is said to be none.
    assert "--" in said


def test_page_is_one_sheet_of_a4_and_card_has_two_sides(factory: int) -> None:
    credential = issued_to("王建国", factory)
    page, card = (
        PdfReader(BytesIO(certificate(credential, address=ADDRESS, size=size))).pages
        for size in (Size.PAGE, Size.CARD)
    )

    assert [size_of(one) for one in page] == [(210, 297)]
    assert [size_of(one) for one in card] == [(86, 54), (86, 54)]


def size_of(page: Any) -> tuple[int, int]:
    box = page.mediabox
    return round(box.width / MILLIMETRE), round(box.height / MILLIMETRE)


def test_equal_certificates_are_equal_files(factory: int) -> None:
    credential = issued_to("王建国", factory)

    assert certificate(credential, address=ADDRESS) == certificate(credential, address=ADDRESS)
