"""PAdES: the printed certificate signed by its issuer's document certificate, where it has one.

Nobody needs to believe the file, for the credential inside is signed; some readers of PDFs ask all
the same.  Off unless a folder of PKCS#12 files is named: `<organisation>.p12`, one for each issuer.
Needs the extra `pades`.  The profile is B-B: no time stamp, nothing is fetched.  Keys are RSA: with
curves a file becomes one of PDF 2.0, which PDF/A-3 is not.
"""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from django.conf import settings

from gongtu.base.errors import Broken

FIELD = "Issuer"


def signed(content: bytes, organisation: int) -> bytes:
    """The PDF with the issuer's signature added behind it; as it came where the issuer has none.

    Raises:
        Broken: The file of the issuer cannot be opened, or the extra is not installed.
    """
    folder = settings.GONGTU_PADES_KEYS
    file = folder and Path(folder) / f"{organisation}.p12"
    if not file or not file.is_file():
        return content
    try:
        from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
        from pyhanko.sign import fields, signers
    except ModuleNotFoundError:
        raise Broken("PAdES needs the extra `pades`: pip install gongtu[pades].") from None
    told = signers.PdfSignatureMetadata(
        field_name=FIELD, md_algorithm="sha256", subfilter=fields.SigSeedSubFilter.PADES
    )
    signer = _signer(file, file.stat().st_mtime)
    # What is added begins on a line of its own, which the file's last one may lack.
    out, before = BytesIO(), BytesIO(content.rstrip(b"\r\n") + b"\n")
    signers.sign_pdf(IncrementalPdfFileWriter(before), told, signer=signer, output=out)
    return out.getvalue()


@cache
def _signer(file: Path, _changed: float) -> Any:
    """The key and certificate in a file, read once until the file changes."""
    from pyhanko.sign import signers

    passphrase = settings.GONGTU_PADES_PASSPHRASE.encode() or None
    load: Any = signers.SimpleSigner.load_pkcs12  # its types are not told
    signer = load(file, passphrase=passphrase)
    if signer is None:
        raise Broken(f"{file} is no PKCS#12 file that GONGTU_PADES_PASSPHRASE opens.")
    if signer.signing_cert.public_key.algorithm != "rsa":
        raise Broken(f"{file} holds no RSA key; with another the file would be no PDF/A-3.")
    return signer
