"""A certificate that takes another's place: corrected with proof, or issued again.

The new one is of the same day as the old: a grade is held since it was assessed. It gets a number
of its own, and the subsidy drawn for the old one goes with it, so that none is paid twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.credentials import services as credentials
from gongtu.engines.credentials.queries import find_credential, name_on
from gongtu.parties.capacity import Capacity
from gongtu.registers.skills.choices import CertificateStatus, EventKind, Grade
from gongtu.registers.skills.models import Certificate, Occupation
from gongtu.registers.skills.queries import get_certificate
from gongtu.registers.skills.services.certificates import (
    KIND,
    CertificateNotValid,
    journal,
    order_for,
)
from gongtu.registers.skills.services.history import Happened, note
from gongtu.registers.skills.services.serials import draw_numbers


class NothingToCorrect(Refused):
    """What is to be corrected is as it should be already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a certificate says of its holder, as far as it can be said wrongly; None: as it is."""

    name: str | None = None
    occupation: str | None = None
    grade: Grade | None = None

    def shown(self) -> dict[str, str]:
        """What is said, by the names of the official form."""
        told = {one.name: getattr(self, one.name) for one in fields(self)}
        return {name: str(value) for name, value in told.items() if value is not None}


@transaction.atomic
def correct_certificate(
    number: str, right: Said, *, told: str, case_number: str = "", by: Capacity, on: date
) -> Certificate:
    """Supersede a certificate by one that says what is right; `told` is on which proof.

    Raises:
        CertificateUnknown, CertificateNotValid: There is none, or it does not count.
        NothingToCorrect: It says so already, or nothing is told to be wrong.
        Refused: No proof is named, or `by` is neither its issuer nor the office.
    """
    if not told.strip():
        raise Refused(_("请写明更正所依据的证明。"))
    old = _replaceable(number)
    is_said, right = said_by(old), _plain(right)
    after = {name: one for name, one in right.shown().items() if is_said[name] != one}
    if not after:
        raise NothingToCorrect(_("证书上已经如此，没有需要更正的内容。"))
    before = {name: is_said[name] for name in after}
    happened = Happened(told=told, before=before, after=after, case_number=case_number)
    return _succeed(old, {**is_said, **after}, EventKind.CORRECTED, happened, by=by, on=on)


@transaction.atomic
def reissue_certificate(
    number: str, *, told: str, case_number: str = "", by: Capacity, on: date
) -> Certificate:
    """Issue a lost or damaged certificate again: whoever shows the old one is led to the new.

    Raises:
        CertificateUnknown, CertificateNotValid: There is none, or it does not count.
        Refused: It is not said why, or `by` is neither its issuer nor the office.
    """
    if not told.strip():
        raise Refused(_("请写明补发的原因。"))
    old = _replaceable(number)
    happened = Happened(told=told, case_number=case_number)
    return _succeed(old, said_by(old), EventKind.REISSUED, happened, by=by, on=on)


def said_by(certificate: Certificate) -> dict[str, str]:
    """What the certificate says now; its name is the one certified, not the one of today."""
    signed = find_credential(certificate.number)
    return {
        "name": name_on(signed) if signed else certificate.person.name,
        "occupation": certificate.occupation_id,
        "grade": certificate.grade,
    }


def _plain(right: Said) -> Said:
    name = " ".join(right.name.split()) if right.name else None
    if right.occupation and not Occupation.objects.filter(pk=right.occupation).exists():
        raise Refused(_("没有这一职业代码。"))
    return replace(right, name=name, occupation=right.occupation or None)


def _replaceable(number: str) -> Certificate:
    certificate = get_certificate(number)
    if certificate.status != CertificateStatus.VALID:
        raise CertificateNotValid(_("该证书已不在有效状态。"))
    return certificate


def _succeed(
    old: Certificate,
    says: Mapping[str, str],
    kind: EventKind,
    happened: Happened,
    *,
    by: Capacity,
    on: date,
) -> Certificate:
    new = _next(old, says, on=on)
    old.status, old.subsidised_on, old.subsidised_by = CertificateStatus.SUPERSEDED, None, ""
    old.save(update_fields=["status", "subsidised_on", "subsidised_by"])
    new.save(force_insert=True)
    order = order_for(new)
    named = replace(order, subject={**order.subject, "name": says["name"]})
    credentials.issue_many(KIND, [named], issuer_organisation=new.issuer_id, by=by, on=on)
    credentials.supersede(old.number, new.number, by=by, on=on)
    note([old], kind, happened, by=by, on=on)
    note([new], EventKind.ISSUED, Happened(case_number=happened.case_number), by=by, on=on)
    journal(kind, old, text=happened.told, by=by, on=on)
    return new


def _next(old: Certificate, says: Mapping[str, str], *, on: date) -> Certificate:
    """The certificate that follows, under the issuer's next number; not yet saved."""
    grade = Grade(says["grade"])
    [number] = draw_numbers(old.issuer_id, [grade], on=on)
    return Certificate(
        number=number,
        person=old.person,
        occupation=Occupation.objects.get(pk=says["occupation"]),
        grade=grade,
        issuer_id=old.issuer_id,
        session=old.session,
        issued_on=old.issued_on,
        predecessor=old,
        subsidised_on=old.subsidised_on,
        subsidised_by=old.subsidised_by,
    )
