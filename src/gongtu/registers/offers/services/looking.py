"""Looking at who lacks one condition only: each look stands in the record of the person."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from gongtu.parties.access import NotEntitled
from gongtu.parties.capacity import Capacity
from gongtu.parties.roles import HRSS
from gongtu.records.journal.lines import Line
from gongtu.records.journal.services import write_many
from gongtu.registers.offers.declare import Beneficiary
from gongtu.registers.offers.models import NearMiss
from gongtu.registers.offers.queries.publishing import list_near


def require_near(by: Capacity) -> None:
    """Only human resources help people to what they nearly have.

    Raises:
        NotEntitled: Somebody else.
    """
    if by.role is not HRSS or not by.division:
        raise NotEntitled(_("只差一项条件的人员名单，只向所在地人力资源社会保障部门开放。"))


def look_at_near(
    benefit: str, condition: str, *, after: int, limit: int, by: Capacity, on: date
) -> list[NearMiss]:
    """Those who lack that condition alone in the officer's division; the look is journaled.

    Raises:
        NotEntitled: Somebody else's to see.
    """
    require_near(by)
    rows = list_near(benefit, condition, division=by.division, after=after, limit=limit)
    write_many(_line(row, by=by, on=on) for row in rows)
    return rows


def _line(row: NearMiss, *, by: Capacity, on: date) -> Line:
    whose = Beneficiary(row.person_id, row.organisation_id)
    what = {**whose.where, "part": "near-miss", "benefit": row.benefit, "division": row.division}
    return Line(chain=whose.chain, kind="viewed", on=on, by=by, what=what)
