"""What others read from the register of appointments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models import Count, Max, Q, QuerySet
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.indicators.declare import Behind, Within
from gongtu.parties.choices import MembershipKind
from gongtu.parties.models import Membership
from gongtu.parties.queries import divisions_under, employees_of
from gongtu.registers.appointments.models import Appointment
from gongtu.registers.skills.choices import Grade


class AppointmentUnknown(Refused):
    """No appointment has this number, or belongs to this case."""


class Left(NamedTuple):
    """A term that runs, of somebody who works there no more, and since when they do not."""

    term: Appointment
    left_on: date | None


def in_office(on: date) -> Q:
    """Begun, and neither over nor ended on that day."""
    return Q(since__lte=on, until__gt=on) & (Q(ended_on=None) | Q(ended_on__gt=on))


def list_appointments(person: UUID) -> QuerySet[Appointment]:
    """All terms of a person, the latest first; a renewed one is left to the term that renews it."""
    terms = Appointment.objects.filter(person=person, renewed_by=None)
    return terms.select_related("organisation", "occupation")


def list_appointed(organisation: int, *, on: date) -> QuerySet[Appointment]:
    """Whom an enterprise has in these posts on that day."""
    return Appointment.objects.filter(in_office(on), organisation=organisation)


def list_left(organisation: int, *, on: date) -> list[Left]:
    """Whom an enterprise has in these posts who work there no more; at most two queries."""
    staff = employees_of(organisation, on).values("person")
    terms = list_appointed(organisation, on=on).exclude(person__in=staff)
    found = list(terms.select_related("person", "occupation").order_by("id"))
    if not found:
        return []
    employed = Membership.objects.filter(
        organisation=organisation, kind=MembershipKind.EMPLOYMENT,
        person__in=[one.person_id for one in found],
    )  # fmt: skip
    last = dict(employed.order_by().values_list("person").annotate(Max("until")))
    return [Left(one, last.get(one.person_id)) for one in found]


def get_appointment(number: str) -> Appointment:
    """The term of that number.

    Raises:
        AppointmentUnknown: There is none.
    """
    terms = Appointment.objects.select_related("person", "organisation", "occupation")
    if (found := terms.filter(number=number).first()) is None:
        raise AppointmentUnknown(_("没有这一编号的聘任。"))
    return found


def term_of(case_number: str) -> Appointment | None:
    """The last term of a case; None before anybody is appointed."""
    return Appointment.objects.filter(case_number=case_number).order_by("id").last()


def appointed_since(person: UUID, organisation: int, occupation: str, *, on: date) -> date | None:
    """Since when somebody is special-grade technician there without a break; None if not now."""
    terms = Appointment.objects.filter(
        person=person,
        organisation=organisation,
        occupation=occupation,
        grade=Grade.SPECIAL_TECHNICIAN,
    )
    now = terms.filter(in_office(on)).order_by("since").first()
    while now is not None and (before := terms.filter(renewed_by=now).first()) is not None:
        now = before
    return None if now is None else now.since


def appointed_grade(person: UUID, *, on: date) -> Grade | None:
    """The highest grade somebody is appointed to on that day."""
    held = Appointment.objects.filter(in_office(on), person=person).values_list("grade", flat=True)
    return max(map(Grade, held), key=lambda grade: grade.rank, default=None)


@dataclass(frozen=True)
class AppointmentsBegun:
    """Counts appointments by their first day, without renewals, where the enterprise is."""

    def tally(self, within: Within, *, by: str | None = None) -> dict[str, int]:
        """How many, under "" or for each division; one query."""
        rows = self._rows(within).order_by()
        if by is None:
            return {"": rows.count()}
        found = rows.values_list("organisation__division").annotate(n=Count("pk"))
        return dict(found.order_by("organisation__division"))

    def behind(self, within: Within, *, limit: int, after: str = "") -> Sequence[Behind]:
        """The appointments, by number."""
        rows = self._rows(within).filter(number__gt=after).order_by("number")
        told = rows.values_list("number", "occupation__name", "since", "organisation__division")
        return [Behind("appointment", *one) for one in told[:limit]]

    def _rows(self, within: Within) -> QuerySet[Appointment]:
        rows = Appointment.objects.filter(
            since__gte=within.since, since__lt=within.until, renews=None
        )
        if within.division is not None:
            rows = rows.filter(organisation__division__in=divisions_under(within.division))
        return rows
