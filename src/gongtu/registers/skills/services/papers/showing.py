"""Old paper certificates as the register reads them back: from the signed document alone."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from gongtu.engines.credentials.batches import complete
from gongtu.engines.credentials.models import Credential, CredentialBatch
from gongtu.engines.credentials.queries import find_credential
from gongtu.engines.credentials.verify import Authority
from gongtu.parties.queries import get_organisation
from gongtu.parties.roles import HRSS
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import Certificate, Occupation
from gongtu.registers.skills.numbers import PREFIX_LENGTH
from gongtu.registers.skills.queries import (
    CertificateUnknown,
    Certified,
    find_assessor,
    get_certificate,
    get_certified,
    was_filed,
)

KIND = "paper-certificate"


def list_batches(organisation: int) -> QuerySet[CredentialBatch]:
    """The batches of papers that an assessor or an archive entered, the latest first."""
    found = CredentialBatch.objects.filter(organisation=organisation, kind=KIND)
    return found.order_by("-id")


def shown_on(credential: Credential) -> Certificate:
    """The certificate of a credential; of an old paper one that is read off it, and not stored.

    Raises:
        CertificateUnknown: The register holds no certificate of that number.
    """
    if credential.kind != KIND:
        return get_certificate(credential.number)
    subject, since = credential.document["credentialSubject"], credential.document["validFrom"]
    code = subject.get("occupationCode", "")
    return Certificate(
        number=credential.number,
        occupation=Occupation(code=code, name=subject["occupationName"]),
        grade=subject["grade"],
        issuer=get_organisation(credential.issuer_organisation),
        issued_on=date.fromisoformat(since[:10]),
    )


def certified_on(credential: Credential) -> Certified:
    """The same in the fewest words, for every look-up.

    Raises:
        CertificateUnknown: The register holds no certificate of that number.
    """
    if credential.kind != KIND:
        return get_certified(credential.number)
    held = shown_on(credential)
    return Certified(held.occupation.name, Grade(held.grade), held.issuer.name, held.issued_on)


def issuer_called(credential: Credential) -> str:
    """The issuer as it was called on the day; of an old paper as the paper names it."""
    document = credential.document
    return str(document["credentialSubject"].get("issuedBy") or document["issuer"]["name"])


def paper_document(number: str) -> dict[str, Any]:
    """One paper with its batch and its way up to the root, to be checked by itself.

    Raises:
        CertificateUnknown: No old paper of this number was entered, or its batch is not signed yet.
    """
    credential = find_credential(number)
    document = credential and credential.kind == KIND and complete(credential.document)
    if not document:
        raise CertificateUnknown(_("没有补录过这一编号的纸质证书，或者所在的批次还没有签发。"))
    return document


def entitled_then(organisation: int, document: dict[str, Any], on: date) -> Authority:
    """Whether who issued an old paper might: by the archive or by a filing; else unknown."""
    subject = document["credentialSubject"]
    basis = subject.get("authorityBasis")
    if isinstance(basis, str) and get_organisation(organisation).kind == HRSS:
        return Authority(
            True, _("人力资源社会保障部门的档案载有授权依据：%(basis)s") % {"basis": basis}
        )
    code, grade = subject.get("occupationCode"), subject.get("grade")
    number = str(subject.get("certificateNumber"))
    body = find_assessor(number[:PREFIX_LENGTH])
    known = body is not None and isinstance(code, str) and grade in list(Grade)
    if body is not None and known and was_filed(body.pk, str(code), Grade(grade), on=on):
        return Authority(True, _("发证单位%(day)s的评价备案包括这一职业和等级") % {"day": on})
    return Authority(None, _("没有发证单位%(day)s备案或者授权的记录") % {"day": on})
