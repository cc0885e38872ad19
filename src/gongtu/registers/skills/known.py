"""The register's facts about one certificate, filing or session, ready for rules."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from gongtu.engines.entitlement.declare import Known, Subject
from gongtu.registers.skills import facts
from gongtu.registers.skills.choices import CertificateStatus, Grade
from gongtu.registers.skills.models import Candidate, Certificate
from gongtu.registers.skills.queries import find_filing, list_certificates


def certificates_known(person: UUID, *, applied_on: date) -> dict[str, Subject]:
    """Each certificate of a person by its number, seen on the day of a claim."""
    return {told.number: _seen(told, applied_on=applied_on) for told in list_certificates(person)}


def _seen(certificate: Certificate, *, applied_on: date) -> Subject:
    title = f"{certificate.occupation.name} {Grade(certificate.grade).label}"
    told = certificate_facts(certificate) | drawn_facts(certificate, applied_on=applied_on)
    return Subject(certificate.number, title, told)


def certificate_facts(certificate: Certificate) -> dict[str, Known]:
    """What is on record of a certificate."""
    return facts.Certificate.recorded(
        as_of=certificate.issued_on,
        number=certificate.number,
        grade=Grade(certificate.grade),
        occupation=certificate.occupation.name,
        issuer=certificate.issuer.name,
        issued_on=certificate.issued_on,
        registered=certificate.status == CertificateStatus.VALID,
    )


def drawn_facts(certificate: Certificate, *, applied_on: date) -> dict[str, Known]:
    """Which subsidies its holder drew before, besides the one this certificate itself brought."""
    drawn = Certificate.objects.filter(
        person=certificate.person_id, subsidised_on__isnull=False
    ).values_list("number", "occupation", "grade", "subsidised_on")
    others = [told for told in drawn if told[0] != certificate.number]
    ranks = [Grade(told[2]).rank for told in drawn if told[1] == certificate.occupation_id]
    rank = Grade(certificate.grade).rank
    return facts.Drawn.recorded(
        as_of=applied_on,
        applied_on=applied_on,
        this_year=sum(1 for told in others if told[3].year == applied_on.year),
        same_grade=rank in ranks,
        higher_grade=any(drawn_rank > rank for drawn_rank in ranks),
    )


def filing_facts(organisation: int, occupation: str, grade: Grade, *, on: date) -> dict[str, Known]:
    """Whether a filing in force that day covers the occupation and the grade."""
    covers = find_filing(organisation, occupation, grade, on=on) is not None
    return facts.Filing.recorded(as_of=on, covers=covers)


def session_facts(case_number: str, *, on: date) -> dict[str, Known]:
    """How many candidates a session has, and how many of them still lack a result."""
    candidates = Candidate.objects.filter(session__case_number=case_number)
    return facts.Session.recorded(
        as_of=on,
        candidates=candidates.count(),
        unmarked=candidates.filter(passed=None).count(),
    )
