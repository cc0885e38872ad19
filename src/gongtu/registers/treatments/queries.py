"""What others read from the register of statements."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.entitlement.explaining import Explanation, explain
from gongtu.engines.entitlement.registry import get_benefit
from gongtu.engines.indicators.recorded import Recorded
from gongtu.parties import access
from gongtu.parties.capacity import Capacity
from gongtu.parties.queries import divisions_under
from gongtu.registers.treatments.models import Statement

BENEFIT = "graduate-treatment"


class StatementUnknown(Refused):
    """There is no statement of this number, or it is somebody else's."""


def explanations_of(person: UUID, *, on: date) -> list[Explanation]:
    """For each of the person's courses of study, whether article 25 applies, and why."""
    benefit = get_benefit(BENEFIT)
    return [explain(benefit, subject, on=on) for subject in benefit.subjects(str(person), on)]


def list_statements(person: UUID) -> QuerySet[Statement]:
    """A person's statements, the latest first."""
    return _statements().filter(degree__person=person)


def get_statement(number: str, *, person: UUID | None = None) -> Statement:
    """The statement of that number, if told of that person.

    Raises:
        StatementUnknown: There is none.
    """
    found = _statements().filter(number=number)
    if person is not None:
        found = found.filter(degree__person=person)
    if (one := found.first()) is None:
        raise StatementUnknown(_("没有这一编号的待遇证明。"))
    return one


def statements_under(by: Capacity, *, on: date) -> QuerySet[Statement]:
    """The statements issued in an office's division, the latest first.

    Raises:
        NotEntitled: The reader is no human-resources officer.
    """
    access.require(by, "list-issuers", None, on=on)
    return _statements().filter(issuer__division__in=divisions_under(by.division or ""))


def _statements() -> QuerySet[Statement]:
    return Statement.objects.select_related("degree__person", "issuer__division")


ISSUED = Recorded(
    kind="statement",
    rows=Statement.objects.all,
    title="purpose",
    day="since",
    place="issuer__division",
)
"""Statements by the day they were issued."""
