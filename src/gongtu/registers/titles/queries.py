"""What others read from the register of titles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from gongtu.registers.titles.choices import TitleLevel
from gongtu.registers.titles.models import ProfessionalTitle


def list_titles(person: UUID) -> QuerySet[ProfessionalTitle]:
    """A person's titles, latest first."""
    return ProfessionalTitle.objects.filter(person=person)


def titles_of(people: Collection[UUID]) -> dict[UUID, list[ProfessionalTitle]]:
    """The titles of each of these people, latest first."""
    found: dict[UUID, list[ProfessionalTitle]] = defaultdict(list)
    for one in ProfessionalTitle.objects.filter(person__in=people):
        found[one.person_id].append(one)
    return {who: found[who] for who in people}


def find_highest(person: UUID, *, on: date) -> ProfessionalTitle | None:
    """The highest title granted by that day; of equals, the one granted first."""
    held = list_titles(person).filter(granted_on__lte=on).order_by("granted_on", "id")
    return max(held, key=lambda title: TitleLevel(title.level).place, default=None)
