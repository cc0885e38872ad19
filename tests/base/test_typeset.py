"""Letters and certificates as PDF/A-3b."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from gongtu.base.errors import Broken
from gongtu.base.typeset import FOLDER, Attachment, pdf

DAY = date(2026, 9, 1)
TEMPLATE = """
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title)
#set text(font: "Noto Serif CJK SC", lang: "zh")
#text(font: "Noto Sans CJK SC", weight: "bold", data.title)
姓名：#data.name
"""
CREDENTIAL = Attachment("credential.json", '{"name": "张祎玥"}', "application/json", "可验证凭证")


@pytest.fixture
def template(tmp_path):
    file = tmp_path / "certificate.typ"
    file.write_text(TEMPLATE, "utf8")
    return file


def page_of(document: bytes):
    return PdfReader(BytesIO(document)).pages[0]


def test_text_is_text_even_in_rare_names(template):
    document = pdf(template, {"title": "职业技能等级证书", "name": "张祎玥喆堃"})

    assert page_of(document).extract_text() == "职业技能等级证书 姓名：张祎玥喆堃"


def test_fonts_are_inside_the_document(template):
    document = pdf(template, {"title": "决定书", "name": "王师傅"})

    fonts = [font.get_object() for font in page_of(document)["/Resources"]["/Font"].values()]
    described = [f["/DescendantFonts"][0].get_object()["/FontDescriptor"] for f in fonts]
    assert len(described) == 2
    assert all("/FontFile3" in each for each in described)


def test_document_says_that_it_is_pdf_a_3b(template):
    document = pdf(template, {"title": "决定书", "name": "王师傅"})

    assert b"<pdfaid:part>3</pdfaid:part>" in document
    assert b"<pdfaid:conformance>B</pdfaid:conformance>" in document


def test_attachment_comes_out_as_it_went_in(template):
    document = pdf(template, {"title": "证书", "name": "王师傅"}, [CREDENTIAL])

    assert PdfReader(BytesIO(document)).attachments == {
        "credential.json": ['{"name": "张祎玥"}'.encode()]
    }


def test_same_values_give_the_same_bytes_in_every_thread(template):
    with ThreadPoolExecutor(8) as threads:
        made = set(
            threads.map(
                lambda _: pdf(template, {"title": "证书", "name": "王师傅"}, on=DAY), range(24)
            )
        )

    assert len(made) == 1


def test_missing_value_names_the_template_and_the_value(template):
    with pytest.raises(Broken, match=r"certificate\.typ.*name"):
        pdf(template, {"title": "证书"})


def test_fonts_are_small_enough_to_be_carried_along():
    assert sum(font.stat().st_size for font in FOLDER.glob("*.otf")) < 12_000_000
