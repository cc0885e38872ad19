"""The register's facts about one certificate, filing or session, ready for rules."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from gongtu.engines.credentials.queries import is_same_name
from gongtu.engines.entitlement.declare import Known, Subject
from gongtu.engines.entitlement.earlier import ANY, Earlier
from gongtu.parties.queries import get_organisation, get_person
from gongtu.parties.roles import ASSESSOR
from gongtu.policy.city import active_city
from gongtu.registers.skills import facts
from gongtu.registers.skills.choices import CertificateStatus, Grade
from gongtu.registers.skills.models import AbilityCertificate, Candidate, Certificate
from gongtu.registers.skills.queries import (
    counting_of,
    find_filing,
    list_certificates,
)
from gongtu.registers.skills.queries.abilities import list_abilities


def certificates_known(
    person: UUID, *, applied_on: date, earlier: Earlier = ANY
) -> dict[str, Subject]:
    """Each certificate of a person by its number, seen on the day of a claim; one query."""
    held = list(list_certificates(person))
    drawn = [one for one in held if earlier.counts(one.subsidised_on, one.subsidised_by)]
    return {told.number: _seen(told, drawn, applied_on=applied_on) for told in held}


def _seen(certificate: Certificate, drawn: Sequence[Certificate], *, applied_on: date) -> Subject:
    title = f"{certificate.occupation.name} {Grade(certificate.grade).label}"
    told = certificate_facts(certificate) | drawn_facts(certificate, drawn, applied_on=applied_on)
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


def drawn_facts(
    certificate: Certificate, drawn: Sequence[Certificate], *, applied_on: date
) -> dict[str, Known]:
    """What the subsidies mean for this certificate that were `drawn` for any of its holder's."""
    years = [one.subsidised_on.year for one in drawn if one.subsidised_on and one != certificate]
    alike = [one for one in drawn if one.occupation_id == certificate.occupation_id]
    ranks = [Grade(one.grade).rank for one in alike]
    rank = Grade(certificate.grade).rank
    return facts.Drawn.recorded(
        as_of=applied_on,
        applied_on=applied_on,
        this_year=years.count(applied_on.year),
        same_grade=rank in ranks,
        higher_grade=max(ranks, default=0) > rank,
    )


def holder_known(person: UUID, *, on: date) -> dict[str, Known]:
    """Whether a valid certificate of the senior grade or above was issued by that day."""
    held = [
        Grade(one.grade).rank
        for one in list_certificates(person)
        if one.status == CertificateStatus.VALID and one.issued_on <= on
    ]
    enough = max(held, default=0) >= Grade.SENIOR.rank
    return facts.Holder.recorded(as_of=on, senior_or_above=enough)


def abilities_known(person: UUID, *, on: date, earlier: Earlier = ANY) -> dict[str, Subject]:
    """Each certificate of a special ability issued by that day, by its number; one query."""
    held = [one for one in list_abilities(person) if one.issued_on <= on]
    drawn = {one.name for one in held if earlier.counts(one.subsidised_on, one.subsidised_by)}
    return {one.number: _ability(one, drawn, on=on) for one in held}


def _ability(held: AbilityCertificate, drawn: set[str], *, on: date) -> Subject:
    told = facts.Ability.recorded(
        as_of=held.issued_on,
        number=held.number,
        name=held.name,
        issued_on=held.issued_on,
        since_statute=held.issued_on >= active_city().in_force_from,
        registered=held.revoked_on is None or held.revoked_on > on,
        drawn=held.name in drawn,
    )
    return Subject(held.number, held.name, told)


def filing_facts(organisation: int, occupation: str, grade: Grade, *, on: date) -> dict[str, Known]:
    """Whether a filing in force that day covers the occupation and the grade."""
    covers = find_filing(organisation, occupation, grade, on=on) is not None
    return facts.Filing.recorded(as_of=on, covers=covers)


def body_facts(organisation: int, *, on: date) -> dict[str, Known]:
    """Whether the body is one that assesses anybody."""
    return facts.Body.recorded(as_of=on, social=get_organisation(organisation).role is ASSESSOR)


def session_facts(case_number: str, *, on: date) -> dict[str, Known]:
    """How many candidates a session has, and how many of them still lack a result."""
    candidates = Candidate.objects.filter(session__case_number=case_number)
    return facts.Session.recorded(
        as_of=on,
        candidates=candidates.count(),
        unmarked=candidates.filter(passed=None).count(),
    )


def looked_up_facts(number: str, holder: UUID | None, name: str, *, on: date) -> dict[str, Known]:
    """Whether the number is on record, and the name of whose certificate was looked up."""
    on_record = Certificate.objects.filter(number=number).exists()
    if holder is None:
        return facts.LookedUp.recorded(as_of=on, on_record=on_record)
    held_by = get_person(holder).name
    agrees = is_same_name(held_by, name)
    return facts.LookedUp.recorded(as_of=on, on_record=on_record, name=held_by, agrees=agrees)


def issued_facts(case_number: str, *, on: date) -> dict[str, Known]:
    """How many certificates of a session can still be taken back."""
    return facts.Issued.recorded(as_of=on, certificates=counting_of(case_number).count())
