"""The certificate as people hold it: one page of PDF with the signed credential inside."""

import json
from pathlib import Path

from gongtu.base.typeset import Attachment, pdf
from gongtu.engines.credentials.models import Credential
from gongtu.engines.credentials.qr import svg

TEMPLATE = Path(__file__).parent / "certificate.typ"
NONE = "--"
# The fields of the official form, in its order: name, and the member of the subject that holds it.
FIELDS = (
    ("姓名", "name"),
    ("证件类型", "idType"),
    ("证件号码", "idNumber"),
    ("职业名称", "occupationName"),
    ("工种/职业方向", "jobType"),
    ("职业技能等级", "gradeDisplay"),
)


def certificate(credential: Credential, *, address: str, lookups: tuple[str, ...] = ()) -> bytes:
    """The certificate as PDF/A; `address` is where it is checked and what its QR code says.

    `lookups` are further addresses to print, such as the national look-up.  What the subject does
    not say is printed as `--`, never left blank.
    """
    document, day = credential.document, credential.issued_on
    subject = document["credentialSubject"]
    says = {
        "title": document["name"],
        "fields": [[name, str(subject.get(member) or NONE)] for name, member in FIELDS],
        "number": credential.number,
        "issuer": document["issuer"]["name"],
        "issued": f"{day.year}年{day.month}月{day.day}日",
        "address": address,
        "lookups": list(lookups),
        "qr": svg(address),
        "text": str(subject.get("statement") or ""),
    }
    carried = Attachment(
        name="credential.json",
        text=json.dumps(document, ensure_ascii=False, indent=1),
        media_type="application/vc",
        says="可验证凭证",
    )
    return pdf(TEMPLATE, says, [carried], on=day)
