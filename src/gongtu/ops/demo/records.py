"""Schooling, titles, honours, awards and special abilities of the demo's workers.

The dice are of this module's own, so that what it adds moves nothing of the rest of the city.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random

from gongtu.base.periods import MONTHS_IN_YEAR, add_months
from gongtu.ops.demo.town import SEED, Town
from gongtu.parties.models import Person
from gongtu.registers.education import services as education
from gongtu.registers.education.choices import ClassKind, Level, Qualified, SchoolKind
from gongtu.registers.education.models import Degree
from gongtu.registers.honours import services as honours
from gongtu.registers.honours.choices import ContestLevel
from gongtu.registers.honours.models import Award, Honour
from gongtu.registers.skills import services as skills
from gongtu.registers.skills.models import AbilityCertificate
from gongtu.registers.titles.choices import TitleLevel
from gongtu.registers.titles.models import ProfessionalTitle

BATCH = 2000
SCHOOLED, TITLED, HONOURED, AWARDED, ABLE = 3, 41, 101, 127, 83  # one in so many
EVENING, EVENING_SINCE = 241, date(2023, 7, 1)
FIRST_YEAR, LAST_YEAR = 2002, 2022
ABILITIES = ("贝雕制作", "直播销售", "海产品分拣加工", "新能源汽车充电设施维护")
REPORTED = "学校报送（演示）"
CONTEST, DOCUMENT = "职业技能大赛（演示）", "公布文件（演示）"
WELDER = "6-18-02-04"
PATHS = (
    (Level.UPPER_SECONDARY, SchoolKind.OTHER, ClassKind.NONE, Qualified.NONE),
    (Level.SECONDARY_VOCATIONAL, SchoolKind.VOCATIONAL, ClassKind.NONE, Qualified.NONE),
    (Level.TECHNICAL, SchoolKind.TECHNICAL, ClassKind.INTERMEDIATE, Qualified.INTERMEDIATE),
    (Level.TECHNICAL, SchoolKind.SENIOR_TECHNICAL, ClassKind.SENIOR, Qualified.SENIOR),
    (
        Level.TECHNICAL,
        SchoolKind.TECHNICIAN_COLLEGE,
        ClassKind.PRE_TECHNICIAN,
        Qualified.PRE_TECHNICIAN,
    ),
)


def put_on_record(town: Town) -> None:
    """Everything of this module; the cast has what shows each of it."""
    random = Random(f"{SEED} records")  # noqa: S311 - the same city every time, nothing secret
    cast = {account.person_id for account in town.cast.values()}
    people = [one for staff in town.staff.values() for one in staff if one.pk not in cast]
    _school(people[::SCHOOLED], random)
    _title(people[::TITLED], random)
    _honour(people[::HONOURED], random)
    _award(people[::AWARDED], random)
    _certify(town, people[::ABLE], random)
    _for_the_cast(town)


def _school(people: Sequence[Person], random: Random) -> None:
    """A school for everybody, and evening study on top for some."""
    degrees = [
        one for place, person in enumerate(people) for one in _studied(place, person, random)
    ]
    Degree.objects.bulk_create(degrees, batch_size=BATCH)


def _studied(place: int, person: Person, random: Random) -> Iterator[Degree]:
    level, school, group, qualified = random.choice(PATHS)
    began = date(random.randint(FIRST_YEAR, LAST_YEAR), 9, 1)
    yield _degree(f"X{place:06d}A", person, (level, school, group, qualified), began)
    if place % EVENING == 0:
        studied = (Level.COLLEGE, SchoolKind.OPEN_UNIVERSITY, ClassKind.NONE, Qualified.NONE)
        yield _degree(f"X{place:06d}C", person, studied, EVENING_SINCE)
    elif random.random() < 1 / SCHOOLED:
        later = add_months(began, MONTHS_IN_YEAR * 3)
        further = (Level.COLLEGE, SchoolKind.OPEN_UNIVERSITY, ClassKind.NONE, Qualified.NONE)
        yield _degree(f"X{place:06d}B", person, further, later)


def _degree(
    number: str,
    person: Person,
    path: tuple[Level, SchoolKind, ClassKind, Qualified],
    began: date,
) -> Degree:
    level, school, group, qualified = path
    return Degree(
        number=number, person=person, level=level, school=f"{school.label}（演示）",
        school_kind=school, class_kind=group, full_time=school is not SchoolKind.OPEN_UNIVERSITY,
        enrolled_on=began, graduated_on=add_months(began, MONTHS_IN_YEAR * 3), qualified=qualified,
        source=REPORTED,
    )  # fmt: skip


def _title(people: Sequence[Person], random: Random) -> None:
    ProfessionalTitle.objects.bulk_create(
        ProfessionalTitle(
            number=f"Z{place:06d}", person=person, level=random.choice(list(TitleLevel)[:3]),
            series="工程", granted_by="职称评审委员会（演示）", granted_on=_day(random, 2012),
        )
        for place, person in enumerate(people)
    )  # fmt: skip


def _honour(people: Sequence[Person], random: Random) -> None:
    kinds = ("provincial-chief-technician", "city-chief-technician")
    for place, person in enumerate(people):
        given = _day(random, 2021)
        Honour.objects.create(
            number=f"R{place:06d}", person=person, kind=kinds[place % len(kinds)],
            document=DOCUMENT, granted_on=given, until=add_months(given, MONTHS_IN_YEAR * 4),
        )  # fmt: skip


def _award(people: Sequence[Person], random: Random) -> None:
    Award.objects.bulk_create(
        Award(
            number=f"J{place:06d}", person=person, contest=CONTEST,
            level=random.choice(list(ContestLevel)), occupation_id=WELDER,
            rank=random.randint(1, 20), awarded_on=_day(random, 2022),
        )
        for place, person in enumerate(people)
    )  # fmt: skip


def _certify(town: Town, people: Sequence[Person], random: Random) -> None:
    issuer = town.enterprises[0]
    AbilityCertificate.objects.bulk_create(
        AbilityCertificate(
            number=f"N{place:06d}", person=person, name=random.choice(ABILITIES), issuer=issuer,
            issued_on=_day(random, 2023),
        )
        for place, person in enumerate(people)
    )  # fmt: skip


def _for_the_cast(town: Town) -> None:
    """One raised his degree, won an award and shows an ability; one left a technician college."""
    wang, li = (Person.objects.get(account=town.cast[key]).pk for key in ("wang", "li"))
    issuer, by = town.enterprises[0].pk, town.builder
    vocational = education.Study(
        "X-W1",
        Level.SECONDARY_VOCATIONAL,
        "职业学校（演示）",
        SchoolKind.VOCATIONAL,
        full_time=True,
    )
    evening = education.Study(
        "X-W2", Level.COLLEGE, "开放大学（演示）", SchoolKind.OPEN_UNIVERSITY, full_time=False
    )
    college = education.Study(
        "X-L1", Level.TECHNICAL, "技师学院（演示）", SchoolKind.TECHNICIAN_COLLEGE, full_time=True,
        class_kind=ClassKind.PRE_TECHNICIAN,
    )  # fmt: skip
    for person, study, began, ended, qualified in (
        (wang, vocational, date(2003, 9, 1), date(2006, 7, 1), Qualified.NONE),
        (wang, evening, date(2023, 9, 1), date(2026, 7, 1), Qualified.NONE),
        (li, college, date(2020, 9, 1), date(2024, 7, 1), Qualified.PRE_TECHNICIAN),
    ):
        education.enrol(person, study, source=REPORTED, by=by, on=began)
        education.graduate(study.number, qualified=qualified, by=by, on=ended)
    honours.record_award(
        wang,
        honours.Win("J-W1", CONTEST, ContestLevel.CITY, WELDER, 3),
        by=by,
        on=date(2026, 9, 18),
    )
    shown = skills.Shown("N-W1", ABILITIES[-1], issuer)
    skills.record_ability(wang, shown, by=by, on=date(2026, 8, 20))


def _day(random: Random, since: int) -> date:
    """Some day from the first of that year on, before the statute's second summer."""
    return date(since, 1, 1) + timedelta(days=random.randint(0, 365 * (2026 - since) + 240))
