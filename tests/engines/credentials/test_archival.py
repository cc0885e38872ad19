"""What is printed, held against every rule of PDF/A-3b by veraPDF, the archives' own measure."""

from __future__ import annotations

import pytest

from gongtu.engines.credentials.documents import Size, certificate
from tests.engines.credentials.test_documents import ADDRESS, RARE, issued_to
from tests.factories.photos import picture
from tests.verapdf import faults, needs_verapdf

pytestmark = [pytest.mark.django_db, needs_verapdf]


@pytest.mark.parametrize("size", Size)
@pytest.mark.parametrize("name", ["王建国", RARE])
def test_a_certificate_breaks_no_rule(size: Size, name: str, factory: int) -> None:
    assert faults(certificate(issued_to(name, factory), address=ADDRESS, size=size)) == []


def test_nor_does_one_with_a_photo(factory: int) -> None:
    content = certificate(issued_to("王建国", factory), address=ADDRESS, photo=picture())

    assert faults(content) == []


def test_a_broken_rule_is_told(factory: int) -> None:
    content = certificate(issued_to("王建国", factory), address=ADDRESS)

    other = content.replace(b"<pdfaid:part>3", b"<pdfaid:part>7")

    assert any(fault.startswith("6.6.4") for fault in faults(other))
