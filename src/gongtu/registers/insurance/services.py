"""The one write of the insurance register."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import transaction

from gongtu.registers.insurance.models import InsuranceKind, InsuranceMonths


@transaction.atomic
def record(
    months: Iterable[tuple[UUID, int]],
    *,
    as_of: date,
    source: str,
    kind: InsuranceKind = InsuranceKind.UNEMPLOYMENT,
) -> None:
    """Record what the insurer reports of many persons, as of a day; a later report corrects it."""
    told = [
        InsuranceMonths(person_id=person, kind=kind, months=paid, as_of=as_of, source=source)
        for person, paid in months
    ]
    InsuranceMonths.objects.bulk_create(
        told,
        update_conflicts=True,
        unique_fields=["person", "kind", "as_of"],
        update_fields=["months", "source"],
        batch_size=1000,
    )
