"""The demo's schools, provider, industry body and assessor with their clerks; courses of theirs.

The dice are of this module's own, so that what it adds moves nothing of the rest of the city.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from django.db.models import Count

from gongtu.ops.demo.names import Names
from gongtu.ops.demo.people import SINCE, let_act, person_of
from gongtu.ops.demo.town import SEED, Town
from gongtu.parties.models import Office, Organisation
from gongtu.parties.roles import Role
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import Certificate
from gongtu.registers.training import services as training
from gongtu.registers.training.models import Course

HELD_AT = "实训中心"
SCHOOL, PROVIDER, INDUSTRY = "12", "52", "51"  # how their credit codes begin
FIRST_SERIAL = 50_000
FEE = "由承办单位说明：本班不向学员收费（演示）"
COMING, GRADES = 3, (Grade.SENIOR, Grade.TECHNICIAN, Grade.INTERMEDIATE)
COURSES, OF_COURSE, HOURS, UNLISTED = 10, 12, 190, 3
CERTIFIED_SINCE, LASTING = date(2025, 6, 1), timedelta(days=60)


def found(town: Town) -> None:
    """The colleges, and one provider, industry body and assessor, in the first districts."""
    random = Random(f"{SEED} schools")  # noqa: S311 - the same city every time, nothing secret
    names = Names(town.city.folder / "demo" / "names.yaml", random, serial=FIRST_SERIAL)
    own = replace(town, random=random, names=names)
    for kind, code, called, bodies in (
        (Role.SCHOOL, SCHOOL, names.schools, town.schools),
        (Role.PROVIDER, PROVIDER, names.providers, town.providers),
        (Role.INDUSTRY, INDUSTRY, names.industry_bodies, town.industry_bodies),
        (Role.ASSESSOR, PROVIDER, names.assessors, town.assessors),
    ):
        for district, name in zip(town.districts, called, strict=False):
            bodies.append(_found(own, kind, names.credit_code(code, district), district, name))
            for _clerk in range(1 + (kind is Role.ASSESSOR)):
                _appoint(town, own, bodies[-1])


def _found(own: Town, kind: Role, uscc: str, district: str, name: str) -> Organisation:
    return Organisation.objects.create(
        name=own.city.division_of(district).name[:2] + name,
        kind=kind,
        uscc=uscc,
        division_id=district,
        registered_on=SINCE,
    )


def _appoint(town: Town, own: Town, body: Organisation) -> None:
    clerk = person_of(own, body.division_id)
    clerk.save()
    let_act(
        town,
        Office.objects.create(
            person=clerk, organisation=body, role=body.role, title="经办人", since=SINCE
        ),
    )


def train(town: Town) -> None:
    """Enterprises train their own, schools the people of others; all gained certificates by it.

    Of one course in three no catalogue was looked up.
    """
    for place, enterprise in enumerate(town.enterprises[:COURSES]):
        _hold(town, enterprise, enterprise, place, f"P{place:03d}")
    for place, school in enumerate(town.schools, start=1):
        _hold(town, school, town.enterprises[COURSES + place], place, f"S{place:03d}")


def announce(town: Town) -> None:
    """Those who train announce courses in the commonest occupations; some have one place.

    A few workers have taken theirs; the provider's last course was called off, and they know.
    """
    common = Certificate.objects.values("occupation").annotate(n=Count("id"))
    codes = [one["occupation"] for one in common.order_by("-n", "occupation")[:COMING]]
    workers = [person for one in town.enterprises[:COMING] for person in town.staff[one.pk][:2]]
    training_bodies = [*town.schools, *town.providers, town.enterprises[0]]
    for place, body in enumerate(training_bodies):
        for turn, code in enumerate(codes):
            coming = _coming(body, code, place, turn, on=town.on)
            made = training.announce(coming, by=town.officer(body.pk), on=town.on)
            for person in workers if made.places > 1 else ():
                training.sign_up(made.pk, by=town.worker(person), on=town.on)
            if body in town.providers and code == codes[-1]:
                training.call_off(made.pk, by=town.officer(body.pk), on=town.on)


def _coming(
    body: Organisation, occupation: str, place: int, turn: int, *, on: date
) -> training.Coming:
    starts = on + timedelta(days=14 * (turn + 1) + place)
    return training.Coming(
        occupation=occupation,
        grade=GRADES[(place + turn) % len(GRADES)],
        starts_on=starts,
        sign_up_until=starts - timedelta(days=3),
        class_hours=HOURS,
        places=1 if place == turn else 30,
        venue=f"{body.name}{HELD_AT}",
        fee=FEE,
    )


def _hold(town: Town, provider: Organisation, of: Organisation, place: int, number: str) -> None:
    """One course for people whose certificates an enterprise issued; none where it issued none."""
    gained = Certificate.objects.filter(issuer=of, issued_on__gte=CERTIFIED_SINCE)
    first = gained.order_by("issued_on", "id").first()
    if first is None:
        return
    began = first.issued_on - LASTING
    listed = None if place % UNLISTED == 0 else True
    plan = training.Plan(number, first.occupation_id, HOURS, listed)
    course = training.open_course(provider.pk, plan, by=town.builder, on=began)
    _complete(town, course, of, began)


def _complete(town: Town, course: Course, of: Organisation, began: date) -> None:
    led_to = Certificate.objects.filter(
        issuer=of, occupation=course.occupation, issued_on__gte=began
    ).order_by("issued_on", "id")
    fitting = {one.person_id: one for one in led_to[:OF_COURSE]}
    for trainee in training.enter(course, list(fitting)):
        gained = fitting[trainee.person_id]
        training.complete(
            trainee.number, certificate=gained.number, by=town.builder, on=gained.issued_on
        )
