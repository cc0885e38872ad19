"""Everything that is written into the register of employers, by the thing that happens."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import TypedDict, Unpack

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.base.money import Yuan
from gongtu.parties.capacity import Capacity
from gongtu.records.journal import services as journal
from gongtu.registers.employers.choices import Partner, PlatformKind, Recogniser
from gongtu.registers.employers.models import (
    ApprenticeClass,
    EmployerYear,
    IntegrationCertification,
    TrainingPlatform,
)


class FiguresWrong(Refused):
    """What was told of a year cannot be so."""


class AlreadyGranted(Refused):
    """The platform or class has had its money."""


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
    row = TrainingPlatform.objects.select_for_update().get(key=key)
    if row.granted_by not in ("", case_number):
        raise AlreadyGranted(_("这一平台已经领取过补助。"))
    row.granted_on, row.granted_by = on, case_number
    row.save(update_fields=["granted_on", "granted_by"])


def take_back_grant(key: str, *, case_number: str) -> None:
    """The case brought nothing after all: the platform may bring its grant."""
    TrainingPlatform.objects.filter(key=key, granted_by=case_number).update(
        granted_on=None, granted_by=""
    )


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
    row = ApprenticeClass.objects.select_for_update().get(key=key)
    if row.subsidised_by not in ("", case_number):
        raise AlreadyGranted(_("这一班次已经领取过补贴。"))
    row.subsidised_on, row.subsidised_by = on, case_number
    row.save(update_fields=["subsidised_on", "subsidised_by"])


def take_back_apprentice_subsidy(key: str, *, case_number: str) -> None:
    """The case brought nothing after all: the class may bring its subsidy."""
    ApprenticeClass.objects.filter(key=key, subsidised_by=case_number).update(
        subsidised_on=None, subsidised_by=""
    )


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
