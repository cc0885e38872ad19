"""What others read from the register of transformed results."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from gongtu.registers.innovation.models import RewardPart, Transformation


def list_parts(person: UUID) -> QuerySet[RewardPart]:
    """Each part of a person in what results brought, the earliest year first."""
    parts = RewardPart.objects.filter(person=person).order_by("year", "id")
    return parts.select_related("contributor__transformation")


def list_transformations(organisation: int) -> QuerySet[Transformation]:
    """Every result that an enterprise put to use, the earliest first."""
    found = Transformation.objects.filter(organisation=organisation)
    return found.order_by("began_on", "id")
