"""Whether a certificate counts: suspended and resumed, and a whole session's taken back at once."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.credentials import services as credentials
from gongtu.parties import access
from gongtu.parties.access import NotEntitled
from gongtu.parties.capacity import Capacity
from gongtu.parties.roles import HRSS
from gongtu.registers.skills.choices import (
    CertificateStatus,
    EventKind,
    RevocationReason,
    SessionState,
)
from gongtu.registers.skills.models import Certificate
from gongtu.registers.skills.queries import counting_of, get_certificate, get_session
from gongtu.registers.skills.services.certificates import (
    CertificateNotValid,
    journal,
    revoke_certificate,
)
from gongtu.registers.skills.services.history import Happened, note
from gongtu.registers.skills.services.sessions import SessionNotOpen


def supervised_certificate(number: str, *, by: Capacity, on: date) -> Certificate:
    """A certificate, for the office that covers its issuer; the look is in its holder's log.

    Raises:
        CertificateUnknown: There is none of that number.
        NotEntitled: Its issuer lies elsewhere.
    """
    found = get_certificate(number)
    access.require(by, "supervise-certificates", found.issuer, on=on)
    journal("viewed", found, text="", by=by, on=on)
    return found


@transaction.atomic
def suspend_certificate(number: str, *, told: str, by: Capacity, on: date) -> Certificate:
    """Stop a certificate from counting while something is looked into.

    Raises:
        CertificateUnknown, CertificateNotValid: There is none, or it does not count.
        Refused: No reason is told, or `by` is neither its issuer nor the office.
    """
    certificate = _locked(number)
    if certificate.status != CertificateStatus.VALID:
        raise CertificateNotValid(_("该证书已不在有效状态。"))
    credentials.suspend(number, told, by=by, on=on)
    return _become(certificate, CertificateStatus.SUSPENDED, told, by=by, on=on)


@transaction.atomic
def resume_certificate(number: str, *, told: str, by: Capacity, on: date) -> Certificate:
    """Let a suspended certificate count again.

    Raises:
        CertificateUnknown, CertificateNotValid: There is none, or it is not suspended.
        Refused: It is not told why, or `by` is neither its issuer nor the office.
    """
    certificate = _locked(number)
    if certificate.status != CertificateStatus.SUSPENDED:
        raise CertificateNotValid(_("该证书没有暂停。"))
    if not told.strip():
        raise Refused(_("请说明恢复的理由。"))
    credentials.resume(number, by=by, on=on)
    return _become(certificate, CertificateStatus.VALID, told, by=by, on=on)


@transaction.atomic
def withdraw_session(
    case_number: str, *, reason: RevocationReason, told: str, heard: str, by: Capacity, on: date
) -> list[Certificate]:
    """Take back by one decision every certificate of a session that counts or is suspended.

    `heard` is what its holders said before; those that were superseded are not taken back again,
    their successors are.

    Raises:
        NotEntitled: Only the human-resources office decides so.
        SessionNotOpen: No certificate of the session is left.
        Refused: The holders were not heard.
    """
    if by.role is not HRSS:
        raise NotEntitled(_("撤销一场评价由人力资源和社会保障部门决定。"))
    session = get_session(case_number)
    numbers = list(counting_of(case_number).values_list("number", flat=True))
    if not numbers:
        raise SessionNotOpen(_("该场评价没有可以撤销的证书。"))
    taken = [
        revoke_certificate(number, reason=reason, told=told, heard=heard, by=by, on=on)
        for number in numbers
    ]
    session.state = SessionState.WITHDRAWN
    session.save(update_fields=["state"])
    return taken


def _locked(number: str) -> Certificate:
    get_certificate(number)
    return Certificate.objects.select_for_update().get(number=number)


def _become(
    certificate: Certificate, status: CertificateStatus, told: str, *, by: Capacity, on: date
) -> Certificate:
    certificate.status = status
    certificate.save(update_fields=["status"])
    is_valid = status is CertificateStatus.VALID
    kind = EventKind.RESUMED if is_valid else EventKind.SUSPENDED
    note([certificate], kind, Happened(told=told), by=by, on=on)
    journal(kind, certificate, text=told, by=by, on=on)
    return certificate
