"""Certificates: what they say, revoked for a reason, and subsidised once."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.credentials import services as credentials
from gongtu.engines.credentials.building import Order
from gongtu.engines.ledger.marks import mark, unmark
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Person
from gongtu.parties.queries import masked_id_number
from gongtu.records.journal.lines import Line
from gongtu.records.journal.services import Actor, write
from gongtu.registers.skills.choices import (
    CertificateStatus,
    EventKind,
    Grade,
    RevocationReason,
)
from gongtu.registers.skills.models import Certificate, Occupation
from gongtu.registers.skills.queries import get_certificate
from gongtu.registers.skills.services.history import Happened, note

KIND, TITLE = "skill-certificate", "职业技能等级证书"


class CertificateNotValid(Refused):
    """The certificate is revoked or superseded already."""


class AlreadySubsidised(Refused):
    """A subsidy was paid for this certificate before."""


@transaction.atomic
def revoke_certificate(
    number: str,
    *,
    reason: RevocationReason,
    told: str,
    heard: str,
    by: Capacity,
    on: date,
) -> Certificate:
    """Revoke a certificate; `told` is the full reason, `heard` what its holder said before.

    Raises:
        CertificateUnknown: No such number.
        CertificateNotValid: It does not count any more.
        Refused: The holder was not heard.
    """
    certificate = get_certificate(number)
    if certificate.status not in (CertificateStatus.VALID, CertificateStatus.SUSPENDED):
        raise CertificateNotValid(_("该证书已不在有效状态。"))
    if not heard.strip():
        raise Refused(_("撤销前应当听取持证人的陈述、申辩，并记录在案。"))
    certificate.status, certificate.heard = CertificateStatus.REVOKED, heard
    certificate.revoked_on, certificate.revoked_for = on, reason.value
    certificate.save(update_fields=["status", "heard", "revoked_on", "revoked_for"])
    credentials.revoke(number, reason.value, told, by=by, on=on)
    happened = Happened(told=told, reason_class=reason.value)
    note([certificate], EventKind.REVOKED, happened, by=by, on=on)
    journal("revoked", certificate, text=told, by=by, on=on)
    return certificate


@transaction.atomic
def record_subsidy(number: str, *, case_number: str, on: date) -> None:
    """Note that a subsidy was paid for a certificate, so that it is never paid twice.

    Raises:
        AlreadySubsidised: Another case brought one before.
    """
    if not mark(Certificate.objects.filter(number=number), case_number, on=on):
        raise AlreadySubsidised(_("该证书已经享受过补贴。"))


def take_back_subsidy(number: str, *, case_number: str) -> None:
    """The case brought nothing after all: the certificate may bring its subsidy."""
    unmark(Certificate.objects.filter(number=number), case_number)


def order_for(certificate: Certificate) -> Order:
    """What the signed certificate says of its holder, in the fields of the official form."""
    return order_of(
        certificate.number, certificate.person, certificate.occupation, Grade(certificate.grade),
        on=certificate.issued_on,
        direction=certificate.session.direction if certificate.session else "",
    )  # fmt: skip


def order_of(
    number: str,
    holder: Person,
    occupation: Occupation,
    grade: Grade,
    *,
    on: date,
    direction: str = "",
) -> Order:
    """The same before there is a row."""
    return Order(
        number=number,
        title=TITLE,
        subject={
            "name": holder.name,
            "idType": "居民身份证",
            "idNumber": masked_id_number(holder),
            "occupationName": occupation.name,
            "occupationCode": occupation.code,
            **({"jobType": direction} if direction else {}),
            "gradeDisplay": grade.display,
            "grade": grade.value,
        },
        valid_from=on,
        holder_index=str(holder.pk),
    )


def journal(kind: str, certificate: Certificate, *, text: str, by: Actor, on: date) -> None:
    """Write what happened into the holder's chain."""
    line = line_about(kind, certificate, by=by, on=on)
    write(line.chain, line.kind, on=on, by=by, what=line.what, text=text)


def line_about(kind: str, certificate: Certificate, *, by: Actor, on: date) -> Line:
    """What the journal of its holder says happened to a certificate."""
    person, number = str(certificate.person_id), certificate.number
    return line_of(kind, number, person, certificate.issuer_id, by=by, on=on)


def line_of(kind: str, number: str, person: str, issuer: int, *, by: Actor, on: date) -> Line:
    """The same before there is a row."""
    what = {"person": person, "organisation": issuer, "certificate": number}
    return Line(chain=f"person:{person}", kind=kind, on=on, by=by, what=what)
