"""What others read from the insurance register."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from gongtu.registers.insurance.models import InsuranceKind, InsuranceMonths


def find_months(
    person: UUID, *, on: date, kind: InsuranceKind = InsuranceKind.UNEMPLOYMENT
) -> InsuranceMonths | None:
    """The latest report known on that day."""
    reports = InsuranceMonths.objects.filter(person=person, kind=kind, as_of__lte=on)
    return reports.order_by("-as_of").first()
