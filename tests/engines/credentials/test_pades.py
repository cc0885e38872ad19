"""A certificate's PDF signed by its issuer's document certificate: off by default, else whole."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    pkcs12,
)
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from pypdf import PdfReader
from pytest_django.fixtures import Settings

from gongtu.base.errors import Broken
from gongtu.engines.credentials.choices import Verdict
from gongtu.engines.credentials.documents import certificate
from gongtu.engines.credentials.pades import signed
from gongtu.engines.credentials.verify import verify
from tests.engines.credentials.documents import DAY
from tests.engines.credentials.test_documents import ADDRESS, issued_to
from tests.verapdf import faults, needs_verapdf

pytestmark = pytest.mark.django_db
PASSPHRASE = "opens the file of a test"


def keystore(file: Path, key: Any = None) -> asn1.Certificate:
    """A key, and a certificate that it signed itself, in a file."""
    key = key or rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "甲公司")])
    usage = dict.fromkeys(
        ("key_encipherment", "data_encipherment", "key_agreement", "key_cert_sign", "crl_sign",
         "encipher_only", "decipher_only"), False,
    )  # fmt: skip
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2040, 1, 1, tzinfo=UTC))
        .add_extension(
            x509.KeyUsage(digital_signature=True, content_commitment=True, **usage), critical=True
        )
        .sign(key, hashes.SHA256())
    )
    kept = BestAvailableEncryption(PASSPHRASE.encode())
    file.write_bytes(pkcs12.serialize_key_and_certificates(b"issuer", key, made, None, kept))
    return asn1.Certificate.load(made.public_bytes(Encoding.DER))


@pytest.fixture
def issuer(factory: int, settings: Settings, tmp_path: Path) -> asn1.Certificate:
    """The certificate with which the factory signs its PDFs."""
    settings.GONGTU_PADES_KEYS, settings.GONGTU_PADES_PASSPHRASE = tmp_path, PASSPHRASE
    return keystore(tmp_path / f"{factory}.p12")


def checked(content: bytes, issuer: asn1.Certificate) -> Any:
    (signature,) = PdfFileReader(BytesIO(content)).embedded_signatures
    trusted = ValidationContext(trust_roots=[issuer], allow_fetching=False)
    return validate_pdf_signature(signature, trusted)


def test_signed_paper_is_valid_whole_and_still_an_archive_with_its_credential(
    factory: int, issuer: asn1.Certificate
) -> None:
    content = certificate(issued_to("王建国", factory), address=ADDRESS)

    found = checked(content, issuer)
    assert (found.valid, found.intact, found.trusted) == (True, True, True)
    assert found.coverage.name == "ENTIRE_FILE"
    reader = PdfReader(BytesIO(content))
    root: Any = reader.trailer["/Root"]
    about = root["/Metadata"].get_object().get_data()
    assert b'pdfaid:part="3" pdfaid:conformance="B"' in about
    assert [one.get_object()["/S"] for one in root["/OutputIntents"]] == ["/GTS_PDFA1"]
    assert [one.get_object()["/AFRelationship"] for one in root["/AF"]] == ["/Source"]
    carried = json.loads(reader.attachments["credential.json"][0])
    assert verify(carried, on=DAY).verdict == Verdict.VALID
    (field,) = (one.get_object() for one in root["/AcroForm"]["/Fields"])
    assert field["/V"]["/SubFilter"] == "/ETSI.CAdES.detached"
    assert "/Version" not in root
    # PDF/A wants what stands on a page to be printed, and nothing hidden.
    assert field["/F"] & 0b111 == 0b100


@needs_verapdf
@pytest.mark.usefixtures("issuer")
def test_signed_paper_breaks_no_rule_of_an_archive(factory: int) -> None:
    content = certificate(issued_to("王建国", factory), address=ADDRESS)

    assert b"/ByteRange" in content
    assert faults(content) == []


def test_changed_byte_is_found(factory: int, issuer: asn1.Certificate) -> None:
    content = certificate(issued_to("王建国", factory), address=ADDRESS)
    at = content.index(b"/MediaBox") + len(b"/MediaBox[0 0 59")

    changed = content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]

    assert not checked(changed, issuer).intact


def test_without_a_keystore_of_the_issuer_nothing_is_signed(
    factory: int, settings: Settings, tmp_path: Path
) -> None:
    credential = issued_to("王建国", factory)
    plain = certificate(credential, address=ADDRESS)

    settings.GONGTU_PADES_KEYS = tmp_path

    assert certificate(credential, address=ADDRESS) == plain
    assert b"/ByteRange" not in plain


def test_keystore_that_cannot_be_opened_is_our_mistake(
    factory: int, issuer: asn1.Certificate, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    settings.GONGTU_PADES_PASSPHRASE = "another"

    with pytest.raises(Broken, match="GONGTU_PADES_PASSPHRASE"):
        signed(b"%PDF-1.7", factory)
    assert PASSPHRASE not in caplog.text


def test_key_on_a_curve_is_refused_for_the_archive(
    factory: int, settings: Settings, tmp_path: Path
) -> None:
    settings.GONGTU_PADES_KEYS, settings.GONGTU_PADES_PASSPHRASE = tmp_path, PASSPHRASE
    keystore(tmp_path / f"{factory}.p12", ec.generate_private_key(ec.SECP256R1()))

    with pytest.raises(Broken, match="RSA"):
        signed(b"%PDF-1.7", factory)
