"""Publishing a table of equal treatment; the default follows the bridges from grades to titles."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.parties import access
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Organisation
from gongtu.records.journal.services import write
from gongtu.registers.careers.choices import Matter
from gongtu.registers.careers.models import TreatmentRow, TreatmentTable
from gongtu.registers.careers.queries import TREATMENTS, equals_of
from gongtu.registers.careers.rows import Equal, clashes, in_order
from gongtu.registers.ladder.declare import the_bridges
from gongtu.registers.skills.choices import SKILLED
from gongtu.registers.titles.choices import TitleLevel


class TreatmentUnsound(Refused):
    """The table cannot be published; with every reason."""


def usual_treatment() -> list[Equal]:
    """What an enterprise may begin with: each grade as the title to which its bridge leads.

    A grade without a bridge is treated as the grade below it: no document names a level for it,
    and lower than that below it cannot stand.
    """
    bridged = {one.grade: TitleLevel(one.title) for one in the_bridges()}
    level, found = None, []
    for grade in SKILLED:
        level = bridged.get(grade, level)
        if level is not None:
            found += [Equal(grade, matter, level) for matter in Matter]
    return found


def adopt_usual_treatment(organisation: int, *, by: Capacity, on: date) -> TreatmentTable:
    """Publish the default.

    Raises:
        NotEntitled: Not an officer of the enterprise.
        TreatmentUnsound: No bridge is declared, so that there is no default.
    """
    return publish_treatment(organisation, usual_treatment(), by=by, on=on)


@transaction.atomic
def publish_treatment(
    organisation: int, equals: Sequence[Equal], *, by: Capacity, on: date
) -> TreatmentTable:
    """Publish the next version to the staff; what says the same as that in force is that one.

    Raises:
        NotEntitled: Not an officer of the enterprise.
        TreatmentUnsound: With every reason.
    """
    body = Organisation.objects.select_for_update().get(pk=organisation)
    access.require(by, "plan-careers", body, on=on)
    _require_sound(equals)
    rows = in_order(equals)
    before = TREATMENTS.latest(organisation)
    if before is not None and equals_of(before) == rows:
        return before
    version = before.version + 1 if before else 1
    made = TreatmentTable.objects.create(organisation=body, version=version, published_on=on)
    TreatmentRow.objects.bulk_create(TreatmentRow(table=made, **row._asdict()) for row in rows)
    what = {"organisation": organisation, "version": version}
    write(f"organisation:{organisation}", "treatment-table-published", on=on, by=by, what=what)
    return made


def _require_sound(equals: Sequence[Equal]) -> None:
    reasons = [
        f"{reason}。" for place, one in enumerate(equals) for reason in clashes(one, equals[:place])
    ]
    if not equals:
        reasons = [_("表里没有写任何等级。")]
    if reasons:
        raise TreatmentUnsound(*reasons)
