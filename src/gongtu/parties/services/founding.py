"""A city's divisions and public bodies, taken from its file as often as one likes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from gongtu.parties.capacity import CLOCK
from gongtu.parties.models import Division, Organisation
from gongtu.parties.roles import GOVERNMENT, Role
from gongtu.records.journal import services as journal

if TYPE_CHECKING:
    from gongtu.policy.city import Body, City


@transaction.atomic
def found_city(city: City, *, on: date) -> list[Organisation]:
    """Put divisions, departments and federations on record; names follow the file, keys never move.

    Returns the bodies that are new.  A body no longer in the file stays, for its cases; dissolving
    it is a person's decision.
    """
    for division in city.divisions:
        Division.objects.update_or_create(
            code=division.code,
            defaults={
                "name": division.name,
                "name_en": division.name_en,
                "level": division.level,
                "parent_id": division.parent or None,
            },
        )
    governments_first = sorted(city.bodies(), key=lambda body: body.role != GOVERNMENT)
    founded = [_found(body, on=on) for body in governments_first]
    return [body for body, is_new in founded if is_new]


def _found(body: Body, *, on: date) -> tuple[Organisation, bool]:
    government = Organisation.objects.filter(kind=GOVERNMENT, division=body.division).first()
    names = {"name": body.name, "name_en": body.name_en, "kind": Role(body.role)}
    organisation, is_new = Organisation.objects.update_or_create(
        key=body.department,
        division_id=body.division,
        defaults=names,
        create_defaults={
            **names,
            "level": body.level,
            "parent": government if body.role != GOVERNMENT else None,
            "registered_on": on,
        },
    )
    if is_new:
        what = {"organisation": organisation.pk, "division": body.division}
        journal.write(f"organisation:{organisation.pk}", "registered", on=on, by=CLOCK, what=what)
    return organisation, is_new
