"""A town in whose registers stands everything that benefits rest on, by the dice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from gongtu.parties.models import Organisation, OrganisationStanding, Person
from gongtu.registers.education.choices import ClassKind, Level, Qualified, SchoolKind
from gongtu.registers.education.models import Degree
from gongtu.registers.employers.choices import Partner, PlatformKind, Recogniser
from gongtu.registers.employers.models import (
    ApprenticeClass,
    EmployerYear,
    IntegrationCertification,
    TrainingPlatform,
)
from gongtu.registers.honours.choices import ContestLevel
from gongtu.registers.honours.models import Allowance, Award, Honour
from gongtu.registers.innovation.choices import Way
from gongtu.registers.innovation.models import Contributor, RewardPart, Transformation
from gongtu.registers.skills.models import AbilityCertificate, Certificate
from gongtu.registers.training.models import Course, Trainee

MANY, COURSES = 30, 8
HONOURS = ("provincial-chief-technician", "city-chief-technician", "some-other-honour")


@dataclass(frozen=True)
class Dice:
    """Days near those that matter, and chances."""

    random: Random
    days: Sequence[date]

    def day(self, after: date = date.min) -> date:
        return max(self.random.choice(self.days), after)

    def perhaps(self, after: date) -> date | None:
        """A day after that one, or none."""
        return self.random.choice([None, self.day(after + timedelta(days=1))])

    def drawn(self, name: str, after: date = date.min) -> dict[str, Any]:
        """That it was paid already, of one in four."""
        if self.random.random() > 1 / 4:
            return {}
        return {f"{name}_on": self.day(after), f"{name}_by": "20240000001"}

    def told(self) -> bool | None:
        return self.random.choice([True, True, False, None])


def fill_registers(
    dice: Dice,
    workers: Sequence[Person],
    works: Sequence[Organisation],
    school: Organisation,
    occupations: Sequence[str],
) -> None:
    """Schooling, honours, abilities, training, results and what enterprises are and told."""
    choose, trainers = dice.random.choice, (*works, school)
    for serial in range(MANY):
        person, body = choose(workers), choose(works)
        _degree(dice, serial, person)
        _honour(dice, serial, person)
        _award(dice, serial, person, choose(occupations))
        _ability(dice, serial, person, body)
        _platform(dice, serial, body)
        _class(dice, serial, body)
        _reward(dice, serial, person, body)
    for body in works:
        _enterprise(dice, body)
    for serial in range(COURSES):
        _course(dice, serial, trainers[serial % len(trainers)], workers, choose(occupations))


def _degree(dice: Dice, serial: int, person: Person) -> None:
    choose, began = dice.random.choice, date(2020, 9, 1)
    ended = choose([None, dice.day(began + timedelta(days=1))])
    Degree.objects.create(
        number=f"X{serial}", person=person, level=choose(list(Level)), school="一校",
        school_kind=choose(list(SchoolKind)), class_kind=choose(list(ClassKind)),
        full_time=choose([True, False]), enrolled_on=began, graduated_on=ended,
        qualified="" if ended is None else choose([one for one in Qualified if one]),
        source="学校报送", **dice.drawn("subsidised"),
    )  # fmt: skip


def _honour(dice: Dice, serial: int, person: Person) -> None:
    granted = dice.day()
    honour = Honour.objects.create(
        number=f"R{serial}", person=person, kind=dice.random.choice(HONOURS), document="公布文件",
        granted_on=granted, until=dice.perhaps(granted), withdrawn_on=dice.perhaps(granted),
    )  # fmt: skip
    if serial % 3 == 0:
        Allowance.objects.create(
            honour=honour, year=1 + serial % 2, paid_on=dice.day(granted), case_number="20240000001"
        )


def _award(dice: Dice, serial: int, person: Person, occupation: str) -> None:
    won = dice.day()
    Award.objects.create(
        number=f"J{serial}", person=person, contest="大赛", occupation_id=occupation,
        level=dice.random.choice(list(ContestLevel)), rank=dice.random.randint(1, 12),
        awarded_on=won, withdrawn_on=dice.perhaps(won),
    )  # fmt: skip


def _ability(dice: Dice, serial: int, person: Person, body: Organisation) -> None:
    issued = dice.day()
    AbilityCertificate.objects.create(
        number=f"N{serial}", person=person, name=dice.random.choice(["贝雕制作", "直播销售"]),
        issuer=body, issued_on=issued, revoked_on=dice.perhaps(issued), **dice.drawn("subsidised"),
    )  # fmt: skip


def _platform(dice: Dice, serial: int, body: Organisation) -> None:
    choose, recognised = dice.random.choice, _recognised(dice)
    TrainingPlatform.objects.create(
        organisation=body, key=f"P{serial}", kind=choose(list(PlatformKind)), name="平台",
        level=choose(list(Recogniser)), recognised_on=recognised, ended_on=dice.perhaps(recognised),
        floor_area=choose([None, 59, 60, 61]), instrument="文件", **dice.drawn("granted"),
    )  # fmt: skip


def _recognised(dice: Dice) -> date:
    """Of recognition: some also while an older standard was in force."""
    return dice.random.choice(
        [date(2015, 12, 31), date(2016, 1, 1), date(2020, 12, 31), dice.day()]
    )


def _class(dice: Dice, serial: int, body: Organisation) -> None:
    choose = dice.random.choice
    ApprenticeClass.objects.create(
        organisation=body, key=f"A{serial}", partner=choose(list(Partner)), began_on=dice.day(),
        years=choose([1, 2, 3]), apprentices=choose([0, 1, 12]), contracts=dice.told(),
        two_mentors=dice.told(), **dice.drawn("subsidised"),
    )  # fmt: skip


def _reward(dice: Dice, serial: int, person: Person, body: Organisation) -> None:
    way, agreed = dice.random.choice(list(Way)), dice.told()
    result = Transformation.objects.create(
        organisation=body, name="成果", way=way, agreed=agreed, began_on=dice.day(), source="填报"
    )
    maker = Contributor.objects.create(transformation=result, person=person, share=10_000)
    for turn in range(1, 1 + serial % 3):
        RewardPart.objects.create(
            contributor=maker, person=person, way=way, agreed=agreed, year=2023 + turn, turn=turn,
            part=dice.random.choice([0, 1, 10_000_000]), paid_on=dice.perhaps(date.min),
        )  # fmt: skip


def _enterprise(dice: Dice, body: Organisation) -> None:
    choose = dice.random.choice
    for since in dice.random.sample(list(dice.days), 3):
        OrganisationStanding.objects.create(
            organisation=body, since=since, headcount=choose([None, 19, 99, 100, 2000]),
            state_owned=dice.told(), size=choose(["", "micro", "large"]), source="登记",
            recorded_on=since,
        )  # fmt: skip
    for year in (2023, 2024, 2025):
        EmployerYear.objects.create(
            organisation=body, year=year, source="填报", recorded_on=date(year + 1, 4, 20),
            **dict(_sums(dice)),
        )  # fmt: skip
    since = choose([date(2022, 7, 1), dice.day()])
    IntegrationCertification.objects.create(
        organisation=body, level=choose(list(Recogniser)), since=since,
        until=choose([None, None, dice.day(since + timedelta(days=1))]), instrument="文件",
    )  # fmt: skip


def _sums(dice: Dice) -> Iterator[tuple[str, int | None]]:
    choose, used = dice.random.choice, dice.random.choice([None, 0, 1_000_000])
    for name in ("wages", "fund_drawn", "vocational_investment", "turnover_taxes"):
        yield name, choose([None, 0, 1_500_000, 100_000_000, 200_000_000])
    yield "fund_used", used
    yield "frontline_used", None if used is None else used * choose([0, 60, 70, 100]) // 100


def _course(
    dice: Dice, serial: int, body: Organisation, workers: Sequence[Person], occupation: str
) -> None:
    course = Course.objects.create(
        number=f"K{serial}", provider=body, occupation_id=occupation, in_catalogue=dice.told(),
        class_hours=dice.random.choice([179, 180, 210]), began_on=dice.day(),
    )  # fmt: skip
    for place, person in enumerate(workers):
        ended = dice.perhaps(course.began_on)
        led_to = _gained(dice, f"{serial:02d}{place:03d}", course, person, ended)
        Trainee.objects.create(
            number=f"T{serial}-{place}", course=course, person=person, completed_on=ended,
            certificate=led_to, **(dice.drawn("subsidised", ended) if ended else {}),
        )  # fmt: skip


def _gained(
    dice: Dice, serial: str, course: Course, person: Person, ended: date | None
) -> Certificate | None:
    """The certificate of two in three who completed."""
    if ended is None or dice.random.random() < 1 / 3:
        return None
    return Certificate.objects.create(
        number=f"Y00003702000126{serial}", person=person, occupation=course.occupation,
        grade=dice.random.choice(["senior", "technician", "junior"]), issuer=course.provider,
        issued_on=dice.day(ended),
    )  # fmt: skip
