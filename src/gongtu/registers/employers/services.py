"""Everything that is written into the register of employers, by the thing that happens."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import TypedDict, Unpack
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.base.money import Yuan
from gongtu.engines.ledger.marks import GRANT, mark, unmark
from gongtu.parties.capacity import Capacity
from gongtu.parties.choices import MembershipKind
from gongtu.parties.queries import list_memberships
from gongtu.parties.queries.periods import holds_on
from gongtu.records.journal import services as journal
from gongtu.registers.employers.choices import Partner, PlatformKind, Recogniser
from gongtu.registers.employers.models import (
    Apprentice,
    ApprenticeClass,
    EmployerYear,
    IntegrationCertification,
    TrainingPlatform,
)
from gongtu.registers.employers.queries import get_class


class FiguresWrong(Refused):
    """What was told of a year cannot be so."""


class AlreadyGranted(Refused):
    """The platform or class has had its money."""


class ApprenticeshipUnfit(Refused):
    """The apprenticeship cannot be as it is told, or is over already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """A training platform as the recognising instrument names it."""

    kind: PlatformKind
    name: str
    level: Recogniser
    recognised_on: date
    instrument: str
    floor_area: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """A class of apprentices as its agreement tells it; None is not known."""

    partner: Partner
    began_on: date
    years: int
    apprentices: int
    contracts: bool | None = None
    two_mentors: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Learning:
    """Who learns which occupation where, from the first day up to, and not on, the last.

    `taught_in` is the key of the class, empty where there is none.
    """

    organisation: int
    person: UUID
    occupation: str
    since: date
    until: date
    taught_in: str = ""


class Told(TypedDict, total=False):
    """What an enterprise may tell of a year."""

    wages: Yuan
    fund_drawn: Yuan
    fund_used: Yuan
    frontline_used: Yuan
    vocational_investment: Yuan
    turnover_taxes: Yuan
    plan_made_on: date
    congress_held_on: date
    fund_told_on: date
    report_published_on: date
    employee_directors: int


@transaction.atomic
def record_year(
    organisation: int, year: int, *, source: str, by: Capacity, on: date, **told: Unpack[Told]
) -> EmployerYear:
    """Add what is told of a year to what was told before; the last word on each figure counts.

    Raises:
        FiguresWrong: With every reason.
    """
    before = EmployerYear.objects.filter(organisation=organisation, year=year).last()
    kept = {name: getattr(before, name) for name in Told.__annotations__} if before else {}
    whole = kept | {name: _stored(value) for name, value in told.items()}
    _check(year, whole, source=source, on=on)
    row = EmployerYear.objects.create(
        organisation_id=organisation, year=year, source=source.strip(), recorded_on=on, **whole
    )
    what = {"organisation": organisation, "year": year, "figures": row.pk}
    journal.write(f"organisation:{organisation}", "figures-recorded", on=on, by=by, what=what)
    return row


@transaction.atomic
def record_certification(
    organisation: int, *, level: Recogniser, since: date, instrument: str, by: Capacity, on: date
) -> IntegrationCertification:
    """Put a certification as an enterprise that joins industry and education on record."""
    row = IntegrationCertification.objects.create(
        organisation_id=organisation, level=level, since=since, instrument=instrument
    )
    what = {"organisation": organisation, "certification": row.pk}
    journal.write(f"organisation:{organisation}", "certified", on=on, by=by, what=what)
    return row


@transaction.atomic
def end_certification(certification: int, *, until: date, by: Capacity, on: date) -> None:
    """The certification holds up to, and not on, the day `until`."""
    row = IntegrationCertification.objects.select_for_update().get(pk=certification)
    row.until = until
    row.save(update_fields=["until"])
    what = {"organisation": row.organisation_id, "certification": row.pk}
    chain = f"organisation:{row.organisation_id}"
    journal.write(chain, "certification-ended", on=on, by=by, what=what)


@transaction.atomic
def recognise_platform(
    organisation: int, platform: Recognised, *, by: Capacity, on: date
) -> TrainingPlatform:
    """Put a recognised training platform on record under a key of its own."""
    day = platform.recognised_on
    count = TrainingPlatform.objects.filter(recognised_on__year=day.year).count()
    row = TrainingPlatform.objects.create(
        organisation_id=organisation, key=f"P{day:%Y}{count + 1:05d}", **asdict(platform)
    )
    what = {"organisation": organisation, "platform": row.pk}
    journal.write(f"organisation:{organisation}", "platform-recognised", on=on, by=by, what=what)
    return row


@transaction.atomic
def record_grant(key: str, *, case_number: str, on: date) -> None:
    """The platform has brought its grant; it brings no second.

    Raises:
        AlreadyGranted: It had one by another case.
    """
    if not mark(TrainingPlatform.objects.filter(key=key), case_number, on=on, brought=GRANT):
        raise AlreadyGranted(_("这一平台已经领取过补助。"))


def take_back_grant(key: str, *, case_number: str) -> None:
    """The case brought nothing after all: the platform may bring its grant."""
    unmark(TrainingPlatform.objects.filter(key=key), case_number, brought=GRANT)


@transaction.atomic
def open_class(organisation: int, agreed: Agreed, *, by: Capacity, on: date) -> ApprenticeClass:
    """Put a class of apprentices on record under a key of its own."""
    day = agreed.began_on
    count = ApprenticeClass.objects.filter(began_on__year=day.year).count()
    row = ApprenticeClass.objects.create(
        organisation_id=organisation, key=f"A{day:%Y}{count + 1:05d}", **asdict(agreed)
    )
    what = {"organisation": organisation, "apprentice-class": row.pk}
    journal.write(f"organisation:{organisation}", "class-opened", on=on, by=by, what=what)
    return row


@transaction.atomic
def record_apprentice_subsidy(key: str, *, case_number: str, on: date) -> None:
    """The class has brought its subsidy; it brings no second.

    Raises:
        AlreadyGranted: It had one by another case.
    """
    if not mark(ApprenticeClass.objects.filter(key=key), case_number, on=on):
        raise AlreadyGranted(_("这一班次已经领取过补贴。"))


def take_back_apprentice_subsidy(key: str, *, case_number: str) -> None:
    """The case brought nothing after all: the class may bring its subsidy."""
    unmark(ApprenticeClass.objects.filter(key=key), case_number)


@transaction.atomic
def take_on(told: Learning, *, case_number: str, by: Capacity, on: date) -> Apprentice:
    """Put an apprenticeship of somebody on the staff on record.  Basis: article 14.

    Raises:
        ApprenticeshipUnfit: With every reason.
        NotOnRecord: The enterprise has no such class.
    """
    _check_learning(told, on=on)
    taught_in = get_class(told.organisation, told.taught_in) if told.taught_in else None
    row = Apprentice.objects.create(
        organisation_id=told.organisation, person_id=told.person, occupation=told.occupation,
        taught_in=taught_in, since=told.since, until=told.until, case_number=case_number,
    )  # fmt: skip
    _tell_apprentice(row, "apprenticed", by=by, on=on)
    return row


@transaction.atomic
def finish_apprenticeship(case_number: str, *, by: Capacity, on: date) -> Apprentice:
    """The term agreed is over, and it was served: finished on the first day after it."""
    row = Apprentice.objects.select_for_update().get(case_number=case_number)
    row.finished_on = row.until
    row.save(update_fields=["finished_on"])
    _tell_apprentice(row, "apprenticeship-finished", by=by, on=on)
    return row


@transaction.atomic
def break_off_apprenticeship(case_number: str, *, by: Capacity, on: date) -> Apprentice:
    """The term is not served to its end; says nothing about why."""
    row = Apprentice.objects.select_for_update().get(case_number=case_number)
    row.broken_off_on = on
    row.save(update_fields=["broken_off_on"])
    _tell_apprentice(row, "apprenticeship-broken-off", by=by, on=on)
    return row


def _tell_apprentice(row: Apprentice, kind: str, *, by: Capacity, on: date) -> None:
    what = {"person": row.person_id, "organisation": row.organisation_id, "apprentice": row.pk}
    journal.write(f"person:{row.person_id}", kind, on=on, by=by, what=what)


def _check_learning(told: Learning, *, on: date) -> None:
    jobs = list_memberships(told.person).filter(
        organisation=told.organisation, kind=MembershipKind.EMPLOYMENT
    )
    going_on = Apprentice.objects.filter(
        person=told.person, occupation=told.occupation, broken_off_on=None, finished_on=None
    )
    reasons = []
    if told.until <= told.since:
        reasons.append(_("学徒期届满日应晚于开始日。"))
    if told.since > on:
        reasons.append(_("学徒期开始日不能晚于登记当日。"))
    if not jobs.filter(holds_on(told.since)).exists():
        reasons.append(_("学徒期开始时不是本单位在册职工，请先在名册中登记。"))
    if going_on.exists():
        reasons.append(_("这一职业的学徒培养已经登记，尚未期满或者中止。"))
    if reasons:
        raise ApprenticeshipUnfit(*reasons)


def _stored(value: object) -> object:
    return value.fen if isinstance(value, Yuan) else value


def _check(year: int, told: dict[str, object], *, source: str, on: date) -> None:
    reasons = []
    if not source.strip():
        reasons.append(_("请写明依据，例如年度财务报表。"))
    if year > on.year:
        reasons.append(_("尚未到来的年度不能填报。"))
    if any(isinstance(value, int) and value < 0 for value in told.values()):
        reasons.append(_("金额和人数不能为负。"))
    used, frontline = told.get("fund_used"), told.get("frontline_used")
    if isinstance(frontline, int) and (not isinstance(used, int) or frontline > used):
        reasons.append(_("用于一线职工的经费不能多于使用的经费。"))
    days = [value for value in told.values() if isinstance(value, date)]
    if any(day > on for day in days):
        reasons.append(_("尚未到来的日期不能填报。"))
    if reasons:
        raise FiguresWrong(*reasons)
