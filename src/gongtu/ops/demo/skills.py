"""Filings, and certificates issued over the last years, every one really signed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from gongtu.engines.credentials.services import issue_many
from gongtu.ops.demo.town import Town
from gongtu.parties.models import Membership, Organisation, Person
from gongtu.registers.insurance.models import InsuranceMonths
from gongtu.registers.ladder import services as ladder
from gongtu.registers.skills import services as skills
from gongtu.registers.skills.choices import EventKind, Grade
from gongtu.registers.skills.models import Assessor, Certificate, CertificateEvent, Occupation
from gongtu.registers.skills.numbers import certificate_number
from gongtu.registers.skills.services import Scope
from gongtu.registers.skills.services.certificates import KIND, order_for

ASSESSORS = 40
SHARE = 3
GRADES = (
    Grade.JUNIOR,
    Grade.JUNIOR,
    Grade.INTERMEDIATE,
    Grade.INTERMEDIATE,
    Grade.SENIOR,
    Grade.SENIOR,
    Grade.TECHNICIAN,
)
FILED_ON = date(2021, 5, 24)
WANG_MONTHS, LI_MONTHS = 62, 8
FIRST_DAY = date(2023, 6, 1)
WELDER = "6-18-02-04"
CREW = slice(6, 9)  # of the first enterprise's staff: long welders, whom the next grade is open to
CREW_SINCE, CREW_GRADED = date(2016, 3, 1), date(2021, 6, 15)


def classify(town: Town) -> None:
    """The national classification, what was added since, and the standards' wordings."""
    skills.load_classification(town.city)
    ladder.load_added(town.city.added_occupations_path)
    ladder.load_wordings(town.city.wordings_path)


def certify(town: Town) -> None:
    """The larger enterprises have filed, and have issued certificates to a part of their staff."""
    occupations = Occupation.objects.in_bulk()
    for place, enterprise in enumerate(town.enterprises[:ASSESSORS]):
        _file(town, enterprise, place)
        _issue(town, enterprise, occupations)
    _for_the_cast(town, occupations)


def _file(town: Town, enterprise: Organisation, place: int) -> None:
    trade = town.names.trades[place % len(town.names.trades)]
    for occupation in trade.occupations:
        skills.record_filing(
            enterprise.pk,
            Scope(occupation, Grade.JUNIOR, Grade.SENIOR_TECHNICIAN),
            site=f"{place + 1:06d}",
            by=town.builder,
            on=FILED_ON,
        )


def _issue(town: Town, enterprise: Organisation, occupations: dict[str, Occupation]) -> None:
    kept = ("wang", "li")
    spared = {town.cast[key].person_id for key in kept}
    jobs = Membership.objects.filter(organisation=enterprise, kind="employment")
    holders = [
        (job.person, occupations[job.occupation])
        for job in jobs.select_related("person").order_by("id")
        if job.person_id not in spared and job.occupation in occupations
    ][::SHARE]
    days = sorted(town.names.day(FIRST_DAY, town.on) for _ in holders)
    sign(
        enterprise,
        [
            (person, occupation, town.random.choice(GRADES), day)
            for (person, occupation), day in zip(holders, days, strict=True)
        ],
        town,
    )


def _for_the_cast(town: Town, occupations: dict[str, Occupation]) -> None:
    """One of the cast holds a fresh senior certificate; another has few insured months."""
    wang, li = (Person.objects.get(account=town.cast[key]) for key in ("wang", "li"))
    employer, welder = town.enterprises[0], occupations[WELDER]
    crew = town.staff[employer.pk][CREW]
    jobs = Membership.objects.filter(organisation=employer, kind="employment")
    jobs.filter(person__in=crew).update(occupation=WELDER, since=CREW_SINCE)
    jobs.filter(person=wang).update(occupation=WELDER)
    given = [
        (wang, welder, Grade.INTERMEDIATE, date(2022, 5, 10)),
        (wang, welder, Grade.SENIOR, date(2026, 10, 16)),
        (li, occupations["6-18-01-01"], Grade.INTERMEDIATE, date(2026, 9, 8)),
        *((one, welder, Grade.INTERMEDIATE, CREW_GRADED) for one in crew),
    ]
    sign(employer, given, town)
    for person, months in ((wang, WANG_MONTHS), (li, LI_MONTHS)):
        latest = InsuranceMonths.objects.filter(person=person).latest("as_of")
        InsuranceMonths.objects.filter(pk=latest.pk).update(months=months)


def sign(
    enterprise: Organisation,
    given: Sequence[tuple[Person, Occupation, Grade, date]],
    town: Town,
) -> None:
    """Certificates of the enterprise, each with its credential."""
    assessor = Assessor.objects.get(organisation=enterprise)
    rows = []
    for person, occupation, grade, day in given:
        assessor.last_serial += 1
        number = certificate_number(
            assessor.prefix, year=day.year, grade=grade, serial=assessor.last_serial
        )
        rows.append(
            Certificate(
                number=number,
                person=person,
                occupation=occupation,
                grade=grade,
                issuer=enterprise,
                issued_on=day,
            )
        )
    assessor.save(update_fields=["last_serial"])
    Certificate.objects.bulk_create(rows)
    if rows:
        orders = [order_for(row) for row in rows]
        issue_many(KIND, orders, issuer_organisation=enterprise.pk, by=town.builder, on=town.on)
    CertificateEvent.objects.bulk_create(
        CertificateEvent(
            certificate=row, kind=EventKind.ISSUED, on=row.issued_on, by_organisation=enterprise
        )
        for row in rows
    )
