"""Training over the whole city: each trainee of a course begun by the day, and who trained."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from gongtu.engines.entitlement.city.columns import NOBODY, Column, Truths
from gongtu.engines.entitlement.city.suppliers import (
    Columns,
    Join,
    Kind,
    rows_of,
    supply,
    through,
)
from gongtu.engines.entitlement.parties.columns import of_person
from gongtu.engines.entitlement.snapshot.frames import Registers
from gongtu.engines.entitlement.snapshot.rows import Rows, taken
from gongtu.parties.roles import ENTERPRISE, SCHOOL, Role
from gongtu.records.changes.sources import Source
from gongtu.registers.skills.choices import CertificateStatus, Grade
from gongtu.registers.skills.columns import CERTIFICATE, OCCUPATION
from gongtu.registers.training.facts import Trained, Trainee

COURSE = Source(
    "course",
    table="training_course",
    columns={
        "id": int,
        "provider_id": int,
        "occupation_id": str,
        "in_catalogue": bool,
        "class_hours": int,
        "began_on": date,
    },
)
TRAINEE = Source(
    "trainee",
    table="training_trainee",
    columns={
        "id": int,
        "number": str,
        "course_id": int,
        "person_id": UUID,
        "completed_on": date,
        "certificate_id": int,
        "subsidised_on": date,
    },
    owner="person_id",
)


def begun(registers: Registers) -> Truths:
    """Whose course had begun by the day."""
    rows, courses = registers.rows(TRAINEE), registers.rows(COURSE)
    began = taken(courses.column("began_on"), rows.places_in(courses, "course_id"))
    return np.asarray(began.values <= registers.day)


def trainees(registers: Registers) -> Columns:
    """What is on record of each trainee, the course and the certificate."""
    rows, courses = registers.kind("trainee"), registers.rows(COURSE)
    course, gained = rows.places_in(courses, "course_id"), _gained(rows, registers)
    certificates = registers.rows(CERTIFICATE)
    valid = certificates.equals("status", CertificateStatus.VALID)
    certified = (gained != NOBODY) & (valid[gained] if len(valid) else gained != NOBODY)
    completed = rows.known("completed_on") & (rows.whole("completed_on") <= registers.day)
    return {
        "number": lambda: rows.column("number"),
        "occupation": lambda: _occupation(courses, course, registers),
        "in_catalogue": taken(courses.column("in_catalogue"), course),
        "class_hours": taken(courses.column("class_hours"), course),
        "began_on": taken(courses.column("began_on"), course),
        "completed": Column(np.asarray(completed).view(np.uint8)),
        "certified": Column(np.asarray(certified).view(np.uint8)),
        "grade": taken(certificates.column("grade", Grade), gained),
        "certified_on": taken(certificates.column("issued_on"), gained),
        "drawn": Column(rows.known("subsidised_on").view(np.uint8)),
    }


def trained(registers: Registers) -> Columns:
    """Whether the training was paid for that led to each certificate."""
    rows, certificates = registers.rows(TRAINEE), registers.rows(CERTIFICATE)
    paid = rows.known("subsidised_on") & (rows.whole("subsidised_on") <= registers.day)
    led_to = rows.places_in(certificates, "certificate_id")
    marked = np.zeros(certificates.size, dtype=np.uint8)
    marked[led_to[np.asarray(paid) & (led_to != NOBODY)]] = 1
    return {"at_public_cost": Column(marked)}


def trained_by(side: Role) -> Join:
    """For each trainee the organisation that trained; an enterprise need not be the employer."""

    def provider(registers: Registers) -> NDArray[np.int32]:
        courses = registers.rows(COURSE)
        course = registers.kind("trainee").places_in(courses, "course_id")
        return through(course, courses.places_in(registers.kind(side), "provider_id"))

    return provider


def trainees_of(side: Role) -> Kind:
    """The trainees whom organisations of that kind trained: to them their benefits are owed."""

    def theirs(registers: Registers) -> Truths:
        provider = np.full(registers.rows(TRAINEE).size, NOBODY, dtype=np.int32)
        provider[begun(registers)] = registers.places("trainee", side)
        return np.asarray(provider != NOBODY)

    def as_trainees(registers: Registers) -> NDArray[np.int32]:
        return registers.kind(name).places_in(registers.kind("trainee"), "id")

    name = f"trainee-of-{side}"
    return Kind(name, TRAINEE, named="number", joins={"trainee": as_trainees}, only=theirs)


def _gained(rows: Rows, registers: Registers) -> NDArray[np.int32]:
    """The certificate of each trainee that was issued by the day."""
    certificates = registers.rows(CERTIFICATE)
    place = rows.places_in(certificates, "certificate_id")
    issued_on = taken(certificates.column("issued_on"), place)
    return np.where(issued_on.values <= registers.day, place, NOBODY).astype(np.int32)


def _occupation(courses: Rows, course: NDArray[np.int32], registers: Registers) -> Column:
    occupations = registers.rows(OCCUPATION)
    place = through(course, courses.places_in(occupations, "occupation_id"))
    return taken(occupations.column("name"), place)


rows_of(
    Kind(
        "trainee",
        TRAINEE,
        named="number",
        joins={
            **of_person("trainee"),
            "enterprise": trained_by(ENTERPRISE),
            "school": trained_by(SCHOOL),
        },
        only=begun,
    )
)
rows_of(trainees_of(ENTERPRISE))
rows_of(trainees_of(SCHOOL))
supply(Trained, trained, reads=[TRAINEE, CERTIFICATE])
supply(Trainee, trainees, reads=[TRAINEE, COURSE, CERTIFICATE, OCCUPATION])
