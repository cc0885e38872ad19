"""Certificates issued elsewhere: checked when they come, kept apart, dropped at a word."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

import rfc8785
from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.credentials.dids import organisation_of
from gongtu.engines.credentials.enveloped import content_of
from gongtu.engines.credentials.handed_in import find_document
from gongtu.engines.credentials.issuers import issuer_id
from gongtu.engines.credentials.lists import note_lists
from gongtu.engines.credentials.verify import Verification, verify
from gongtu.parties.capacity import Capacity
from gongtu.policy import shared
from gongtu.records.journal.services import write
from gongtu.registers.wallet.models import Elsewhere
from gongtu.registers.wallet.queries import get_elsewhere, holder_in, list_elsewhere

TITLE_LENGTH, ISSUER_LENGTH = 200, 300


class ElsewhereUnfit(Refused):
    """What was brought is not kept: first in plain words, then each member that is wrong."""


@transaction.atomic
def keep(content: bytes, *, by: Capacity, on: date) -> Elsewhere:
    """Keep a certificate that somebody else signed; the same one twice is kept once.

    `content` is a file or text as people hand it in: see `handed_in`.

    Raises:
        NoCredential: There is no credential in it that can be read.
        ElsewhereUnfit: Its signature does not hold, it is one of ours, or there are too many.
    """
    person = holder_in(by)
    document = _genuine(find_document(content), on)
    digest = hashlib.sha256(rfc8785.dumps(document)).hexdigest()
    known = list_elsewhere(person).filter(digest=digest).first()
    if known is not None:
        return known
    most = shared.platform.count("wallet_imports_most", on=on) or 0
    if list_elsewhere(person).count() >= most:
        raise ElsewhereUnfit(_("最多存放%(most)d张别处签发的证书。") % {"most": most})
    said = content_of(document)
    told = {"title": _title(said), "issuer": _issuer(said), "kept_on": on}
    # Of two at once the second finds what the first has kept.
    kept, is_new = Elsewhere.objects.get_or_create(
        person_id=person, digest=digest, defaults={"document": document, **told}
    )
    if is_new:
        _note("elsewhere-kept", kept, by=by, on=on)
    return kept


@transaction.atomic
def drop(kept: int, *, by: Capacity, on: date) -> None:
    """Delete a certificate of elsewhere for good.

    Raises:
        ElsewhereUnknown: The person keeps none of that number.
    """
    found = get_elsewhere(holder_in(by), kept)
    _note("elsewhere-dropped", found, by=by, on=on)
    found.delete()


def _genuine(document: Any, on: date) -> dict[str, Any]:
    """The document, whose signature was checked here and is by whom it names."""
    found = verify(document, on=on)
    if not found.is_genuine:
        raise ElsewhereUnfit(_why(found), *map(str, found.problems))
    if organisation_of(issuer_id(content_of(document))) is not None:
        raise ElsewhereUnfit(_("这是本平台签发的证书，已在“我的证书”里，不用再导入。"))
    note_lists(document, found, on=on)
    checked: dict[str, Any] = document
    return checked


def _why(found: Verification) -> str:
    """In plain words, why a document that could be read is not kept."""
    worded = {
        "key": _("凭证读出来了，但签名者的公钥不在凭证里，这里核验时也不联网去取，所以不能核验。"
                 "能存的是自带公钥（did:key）的凭证和本市认可的外部单位签发的凭证；"
                 "其他的请到签发单位指明的网站查验。"),
        "signature": _("凭证读出来了，但内容和签名对不上，可能被改动过。请向签发单位重新要一份。"),
    }  # fmt: skip
    last = found.steps[-1]
    if last.key == "signature" and last.passed is None:
        return _(
            "凭证读出来了，内容和签名相符，但签名写明的时间还没有到。请核对时间，或者过后再交。"
        )
    incomplete = _("文件读出来了，但不是一份完整的可验证凭证。请交签发单位给您的原件，不要改动。")
    return worded.get(last.key, incomplete)


def _title(said: dict[str, Any]) -> str:
    """What it is called: its name, its achievement's, or its last type."""
    subject = said["credentialSubject"]
    subject = subject[0] if isinstance(subject, list) else subject
    achievement = subject.get("achievement") if isinstance(subject, dict) else None
    named = achievement.get("name") if isinstance(achievement, dict) else None
    types = said["type"]
    last = types[-1] if isinstance(types, list) else types
    return (_word(said.get("name")) or _word(named) or str(last))[:TITLE_LENGTH]


def _issuer(said: dict[str, Any]) -> str:
    issuer = said["issuer"]
    named = _word(issuer.get("name")) if isinstance(issuer, dict) else ""
    return (f"{named}（{issuer_id(said)}）" if named else issuer_id(said))[:ISSUER_LENGTH]


def _word(value: Any) -> str:
    """Text, or the first of texts in several languages."""
    first = value[0] if isinstance(value, list) and value else value
    word = first.get("@value") if isinstance(first, dict) else first
    return word if isinstance(word, str) else ""


def _note(kind: str, kept: Elsewhere, *, by: Capacity, on: date) -> None:
    what = {"person": str(kept.person_id), "elsewhere": kept.pk}
    write(f"person:{kept.person_id}", kind, on=on, by=by, what=what)
