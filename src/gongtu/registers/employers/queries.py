"""What others read from the register of employers."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.parties.queries.periods import holds_on
from gongtu.registers.employers.models import (
    Apprentice,
    ApprenticeClass,
    EmployerYear,
    IntegrationCertification,
    TrainingPlatform,
)


class NotOnRecord(Refused):
    """The enterprise has no such platform or class on record."""


def list_years(organisation: int, *, told_by: date) -> list[EmployerYear]:
    """The figures of each year as last told up to that day, the earliest year first."""
    rows = EmployerYear.objects.filter(organisation=organisation, recorded_on__lte=told_by)
    return list({row.year: row for row in rows.order_by("year", "id")}.values())


def find_year(organisation: int, year: int, *, told_by: date) -> EmployerYear | None:
    """The figures of one year as last told up to that day."""
    rows = EmployerYear.objects.filter(
        organisation=organisation, year=year, recorded_on__lte=told_by
    )
    return rows.order_by("-id").first()


def list_certifications(organisation: int) -> QuerySet[IntegrationCertification]:
    """Every certification, the earliest first."""
    return IntegrationCertification.objects.filter(organisation=organisation).order_by("since")


def find_certification(organisation: int, on: date) -> IntegrationCertification | None:
    """The certification that holds on a day."""
    return list_certifications(organisation).filter(holds_on(on)).last()


def list_platforms(organisation: int) -> QuerySet[TrainingPlatform]:
    """Every training platform, the earliest first."""
    return TrainingPlatform.objects.filter(organisation=organisation).order_by(
        "recognised_on", "id"
    )


def get_platform(organisation: int, key: str) -> TrainingPlatform:
    """One of the enterprise's own platforms.

    Raises:
        NotOnRecord: It has none of that key.
    """
    if (found := list_platforms(organisation).filter(key=key).first()) is None:
        raise NotOnRecord(_("本单位没有登记这一平台。"))
    return found


def list_classes(organisation: int) -> QuerySet[ApprenticeClass]:
    """Every class of apprentices, the earliest first."""
    return ApprenticeClass.objects.filter(organisation=organisation).order_by("began_on", "id")


def get_class(organisation: int, key: str) -> ApprenticeClass:
    """One of the enterprise's own classes of apprentices.

    Raises:
        NotOnRecord: It has none of that key.
    """
    if (found := list_classes(organisation).filter(key=key).first()) is None:
        raise NotOnRecord(_("本单位没有登记这一班次。"))
    return found


def apprenticed(people: Collection[UUID], occupation: str, *, on: date) -> dict[UUID, bool | None]:
    """Whether each has finished an apprenticeship in the occupation by that day.

    False while one goes on; None where none is on record, or none but such as were broken off:
    those from before the register, or of another city, are not known.
    """
    found = _apprenticed(people, [occupation], on)
    return {person: found.get((person, occupation)) for person in people}


def apprenticed_across(
    person: UUID, occupations: Collection[str], *, on: date
) -> dict[str, bool | None]:
    """The same of one person, by occupation."""
    found = _apprenticed([person], occupations, on)
    return {occupation: found.get((person, occupation)) for occupation in occupations}


def apprenticed_until(people: Collection[UUID], occupation: str, *, on: date) -> dict[UUID, date]:
    """The first day on which an apprenticeship of theirs that goes on is to be finished.

    Left out is who learns the occupation nowhere.
    """
    going = Apprentice.objects.filter(
        Q(broken_off_on=None) | Q(broken_off_on__gt=on),
        Q(finished_on=None) | Q(finished_on__gt=on),
        person__in=people, occupation=occupation, since__lte=on,
    )  # fmt: skip
    return dict(going.order_by("-until").values_list("person", "until"))


def _apprenticed(
    people: Collection[UUID], occupations: Collection[str], on: date
) -> dict[tuple[UUID, str], bool]:
    told = Q(person__in=people, occupation__in=occupations, since__lte=on)
    rows = Apprentice.objects.filter(told).values_list(
        "person", "occupation", "finished_on", "broken_off_on"
    )
    found: dict[tuple[UUID, str], bool] = {}
    for person, occupation, finished_on, broken_off_on in rows:
        if finished_on is not None and finished_on <= on:
            found[person, occupation] = True
        elif broken_off_on is None or on < broken_off_on:
            found.setdefault((person, occupation), False)
    return found
