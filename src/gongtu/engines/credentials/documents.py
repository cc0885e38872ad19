"""The certificate as people hold it: a page or a card of PDF/A with the credential inside."""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.base.typeset import Attachment, MissingGlyphs, pdf
from gongtu.engines.credentials.models import Credential
from gongtu.engines.credentials.qr import svg

HERE = Path(__file__).parent
NONE = "--"
# The fields of the official form, in its order: names, and the member of the subject that holds it.
FIELDS = (
    ("姓名", "Name", "name"),
    ("证件类型", "Type of identity document", "idType"),
    ("证件号码", "Document number", "idNumber"),
    ("职业名称", "Occupation", "occupationName"),
    ("工种/职业方向", "Job type / direction", "jobType"),
    ("职业技能等级", "Skill level", "gradeDisplay"),
    ("证书编号", "Certificate number", "certificateNumber"),
)
ON_CARD = {"name", "occupationName", "gradeDisplay", "certificateNumber"}
# The look-ups of the form (人社部《关于进一步规范职业技能等级证书样式及有关工作的通知》, 2022).
LOOKUPS = (
    ("证书信息查询", "Certificate look-up", "http://jndj.osta.org.cn"),
    ("机构信息查询", "Assessor look-up", "http://pjjg.osta.org.cn"),
)
TITLES = {"职业技能等级证书": "Certificate of Vocational Skill Level"}
TEXT = "本证书表明，持证人经本机构评价，达到下列职业（工种）的技能等级。"
TEXT_EN = "The holder was assessed by this body and has reached the skill level named below."


class Unprintable(Refused):
    """A name has a character that no font at hand can draw."""


class Size(StrEnum):
    """How large it is printed; the value names the template."""

    PAGE = "certificate"
    CARD = "wallet"


def certificate(
    credential: Credential,
    *,
    address: str,
    english: Mapping[str, str] | None = None,
    size: Size = Size.PAGE,
) -> bytes:
    """The certificate as PDF/A-3b, made when somebody asks for it; equal each time.

    `address` is where it is checked, `english` what stands under a member of the subject. What the
    subject does not say is printed as `--`, never left blank.

    Raises:
        Unprintable: No font here has a character of it, and no other may stand for it.
    """
    says = _says(credential, address, english or {})
    carried = Attachment(
        name="credential.json",
        text=json.dumps(credential.document, ensure_ascii=False, indent=1),
        media_type="application/vc",
        says="可验证凭证",
    )
    try:
        return pdf(HERE / f"{size}.typ", says, [carried], on=credential.issued_on)
    except MissingGlyphs as missing:
        told = {"characters": missing.characters}
        raise Unprintable(
            _("本系统的字库里没有“%(characters)s”，暂时不能排印。") % told
        ) from missing


def _says(credential: Credential, address: str, english: Mapping[str, str]) -> dict[str, Any]:
    document, day = credential.document, credential.issued_on
    subject = {"certificateNumber": credential.number, **document["credentialSubject"]}
    fields = [
        {
            "zh": zh, "en": en, "member": member,
            "value": str(subject.get(member) or NONE), "value_en": english.get(member, ""),
        }
        for zh, en, member in FIELDS
    ]  # fmt: skip
    return {
        "title": document["name"],
        "title_en": TITLES.get(document["name"], ""),
        "text": str(subject.get("statement") or TEXT),
        "text_en": "" if subject.get("statement") else TEXT_EN,
        "fields": fields,
        "card": [row for row in fields if row["member"] in ON_CARD],
        "number": credential.number,
        "issuer": document["issuer"]["name"],
        "issued": f"{day.year}年{day.month}月{day.day}日",
        "issued_en": day.isoformat(),
        "address": address,
        "lookups": [{"zh": zh, "en": en, "address": where} for zh, en, where in LOOKUPS],
        "qr": svg(address, document),
    }
