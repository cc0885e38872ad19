"""The register's facts about trainees and what their training led to, ready for rules."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from gongtu.engines.entitlement.declare import Known, Subject
from gongtu.engines.entitlement.earlier import ANY, Earlier
from gongtu.registers.skills.choices import CertificateStatus, Grade
from gongtu.registers.training import facts
from gongtu.registers.training.models import Trainee
from gongtu.registers.training.queries import list_trainees, paid_trainings


def trainees_known(provider: int, *, on: date, earlier: Earlier = ANY) -> dict[str, Subject]:
    """Each trainee of the courses begun by that day, by number; one query."""
    trained = [one for one in list_trainees(provider) if one.course.began_on <= on]
    return {trainee.number: _seen(trainee, on, earlier) for trainee in trained}


def training_known(person: UUID, certificate: str, *, on: date) -> dict[str, Known]:
    """Whether a subsidy had been drawn by that day for the training that led to a certificate."""
    return training_facts(certificate in paid_trainings(person, on=on), on=on)


def training_facts(at_public_cost: bool, *, on: date) -> dict[str, Known]:
    """The same, where it is known already."""
    return facts.Trained.recorded(as_of=on, at_public_cost=at_public_cost)


def _seen(trainee: Trainee, on: date, earlier: Earlier) -> Subject:
    course, gained = trainee.course, trainee.certificate
    certificate = gained if gained is not None and gained.issued_on <= on else None
    told = facts.Trainee.recorded(
        as_of=trainee.completed_on or course.began_on,
        number=trainee.number,
        occupation=course.occupation.name,
        in_catalogue=course.in_catalogue,
        class_hours=course.class_hours,
        began_on=course.began_on,
        completed=trainee.completed_on is not None and trainee.completed_on <= on,
        certified=certificate is not None and certificate.status == CertificateStatus.VALID,
        grade=Grade(certificate.grade) if certificate else None,
        certified_on=certificate.issued_on if certificate else None,
        drawn=earlier.counts(trainee.subsidised_on, trainee.subsidised_by),
    )
    return Subject(trainee.number, f"{trainee.person.name} {course.occupation.name}", told)
