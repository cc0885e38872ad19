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
from gongtu.engines.credentials.kinds import kind_of
from gongtu.engines.credentials.models import Credential
from gongtu.engines.credentials.pades import signed
from gongtu.engines.credentials.printed import in_words, said_by
from gongtu.engines.credentials.qr import svg

HERE = Path(__file__).parent
NONE = "--"


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
    photo: bytes = b"",
) -> bytes:
    """The certificate as PDF/A-3b, made when somebody asks for it; equal each time, if not signed.

    `address` is where it is checked, `english` what stands under a member of the subject. What the
    subject does not say is printed as `--`, never left blank.  `photo` is a JPEG, five to seven.

    Raises:
        Unprintable: No font here has a character of it, and no other may stand for it.
    """
    says = _says(credential, address, english or {}) | {"photo": list(photo)}
    carried = Attachment(
        name="credential.json",
        text=json.dumps(credential.document, ensure_ascii=False, indent=1),
        media_type="application/vc",
        says="可验证凭证",
    )
    try:
        made = pdf(HERE / f"{size}.typ", says, [carried], on=credential.issued_on)
    except MissingGlyphs as missing:
        told = {"characters": missing.characters}
        raise Unprintable(
            _("本系统的字库里没有“%(characters)s”，暂时不能排印。") % told
        ) from missing
    return signed(made, credential.issuer_organisation)


def _says(credential: Credential, address: str, english: Mapping[str, str]) -> dict[str, Any]:
    document, form = credential.document, kind_of(credential).form
    subject = said_by(document, credential.number)
    fields = [
        {
            "zh": zh, "en": en, "member": member,
            "value": str(subject.get(member) or NONE), "value_en": english.get(member, ""),
        }
        for zh, en, member in form.fields
    ]  # fmt: skip
    statement = str(subject.get("statement") or "")
    return {
        "title": document["name"],
        "title_en": form.titles.get(document["name"], ""),
        "text": statement or form.text[0],
        "text_en": "" if statement else form.text[1],
        "fields": fields,
        "card": [row for row in fields if row["member"] in form.on_card],
        "number": credential.number,
        "issuer": {"zh": form.issuer[0], "en": form.issuer[1], "name": document["issuer"]["name"]},
        "issued": {
            "zh": form.issued[0], "en": form.issued[1],
            "day": in_words(credential.issued_on),
            "day_en": credential.issued_on.isoformat(),
        },
        "address": address,
        "lookups": [{"zh": zh, "en": en, "address": where} for zh, en, where in form.lookups],
        "has_photo": form.has_photo,
        "qr": svg(address, document),
    }  # fmt: skip
