"""Jobs that overlapped on the record, put right as an officer found them."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.parties import services as parties
from gongtu.parties.capacity import Capacity
from gongtu.registers.ladder.queries import get_overlap


class NothingRight(Refused):
    """No day was told that should take the place of one on record."""


class Days(NamedTuple):
    """The days of a job as they should be; None where the record stays."""

    since: date | None = None
    until: date | None = None


@transaction.atomic
def put_right(  # noqa: PLR0913 - both jobs, by whom and why
    person: UUID, key: str, earlier: Days, later: Days, *, reason: str, by: Capacity, on: date
) -> None:
    """Correct the days of one of the two jobs or of both.

    Raises:
        OverlapGone: The jobs do not overlap any more as they did.
        NothingRight: No day is told.
        AlreadyEmployed: Days that cannot be so.
    """
    found = get_overlap(person, key)
    told = [(found.earlier, earlier), (found.later, later)]
    right = [(job, days) for job, days in told if any(days)]
    if not right:
        raise NothingRight(_("请至少填写一个应当更正的日期；登记无误的，办理“登记无误”。"))
    for job, days in right:
        parties.correct_employment(job, **days._asdict(), reason=reason, by=by, on=on)
