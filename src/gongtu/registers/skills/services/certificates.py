"""Certificates: issued to everybody who passed, revoked for a reason, and subsidised once."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from gongtu.base.errors import Refused
from gongtu.engines.credentials import services as credentials
from gongtu.parties.capacity import Capacity
from gongtu.records.journal.services import Line, write, write_many
from gongtu.registers.skills.choices import (
    CertificateStatus,
    Grade,
    RevocationReason,
    SessionState,
)
from gongtu.registers.skills.models import Assessor, Candidate, Certificate
from gongtu.registers.skills.numbers import certificate_number
from gongtu.registers.skills.queries import get_certificate, get_session

KIND = "skill-certificate"


class CertificateNotValid(Refused):
    """The certificate is revoked or superseded already."""


class AlreadySubsidised(Refused):
    """A subsidy was granted for this certificate before."""


@transaction.atomic
def issue_certificates(case_number: str, *, by: Capacity, on: date) -> list[Certificate]:
    """Issue a signed certificate to every candidate who passed, in the order they were listed.

    Numbers follow one another without gaps: the assessor's row is locked while they are drawn,
    and given back if anything fails.
    """
    session = get_session(case_number)
    assessor = Assessor.objects.select_for_update().get(pk=session.filing.assessor_id)
    passed = session.candidates.filter(passed=True).select_related("person")
    issued = [_issue(candidate, assessor, by=by, on=on) for candidate in passed]
    assessor.save(update_fields=["last_serial"])
    session.state = SessionState.ISSUED
    session.save(update_fields=["state"])
    write_many(_line("issued", certificate, by=by, on=on) for certificate in issued)
    return issued


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
    if certificate.status != CertificateStatus.VALID:
        raise CertificateNotValid("该证书已不在有效状态。")
    if not heard.strip():
        raise Refused("撤销前应当听取持证人的陈述、申辩，并记录在案。")
    certificate.status, certificate.heard = CertificateStatus.REVOKED, heard
    certificate.revoked_on, certificate.revoked_for = on, reason
    certificate.save(update_fields=["status", "heard", "revoked_on", "revoked_for"])
    credentials.revoke(number, reason_class=reason.value, reason=told, by=by, on=on)
    line = _line("revoked", certificate, by=by, on=on)
    write(line.chain, line.kind, on=on, by=by, what=line.what, text=told)
    return certificate


@transaction.atomic
def record_subsidy(number: str, *, case_number: str, on: date) -> None:
    """Note that a subsidy was granted for a certificate, so that it is never granted twice.

    Raises:
        AlreadySubsidised: One was granted before.
    """
    noted = Certificate.objects.filter(number=number, subsidised_on=None).update(
        subsidised_on=on, subsidised_by=case_number
    )
    if not noted:
        raise AlreadySubsidised("该证书已经享受过补贴。")


def _issue(candidate: Candidate, assessor: Assessor, *, by: Capacity, on: date) -> Certificate:
    filing = candidate.session.filing
    grade = Grade(candidate.session.grade)
    assessor.last_serial += 1
    number = certificate_number(
        assessor.prefix, year=on.year, grade=grade, serial=assessor.last_serial
    )
    certificate = Certificate.objects.create(
        number=number,
        person=candidate.person,
        occupation=filing.occupation,
        grade=grade,
        issuer_id=assessor.organisation_id,
        session=candidate.session,
        issued_on=on,
    )
    credentials.issue(
        KIND,
        number=number,
        subject=_subject(certificate),
        issuer_organisation=assessor.organisation_id,
        valid_from=on,
        by=by,
        on=on,
    )
    return certificate


def _subject(certificate: Certificate) -> dict[str, str]:
    """What the signed certificate says of its holder."""
    grade = Grade(certificate.grade)
    return {
        "person": str(certificate.person_id),
        "name": certificate.person.name,
        "occupation": certificate.occupation.name,
        "occupation_code": certificate.occupation_id,
        "grade": grade.display,
        "grade_key": grade.value,
    }


def _line(kind: str, certificate: Certificate, *, by: Capacity, on: date) -> Line:
    what = {
        "person": str(certificate.person_id),
        "organisation": certificate.issuer_id,
        "certificate": certificate.number,
    }
    return Line(chain=f"person:{certificate.person_id}", kind=kind, on=on, by=by, what=what)
