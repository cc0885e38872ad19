"""The one write of the register of titles."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.parties.capacity import Capacity
from gongtu.records.journal.services import write
from gongtu.registers.titles.choices import TitleLevel
from gongtu.registers.titles.models import ProfessionalTitle


class TitleTaken(Refused):
    """The certificate's number is on record already."""


class Granted(NamedTuple):
    """What the committee granted."""

    number: str
    level: TitleLevel
    series: str
    granted_by: str


@transaction.atomic
def record_title(person: UUID, granted: Granted, *, by: Capacity, on: date) -> ProfessionalTitle:
    """Record a title granted on that day.

    Raises:
        TitleTaken: Its number is on record already.
    """
    if ProfessionalTitle.objects.filter(number=granted.number).exists():
        raise TitleTaken(_("职称证书编号%s已有登记。") % granted.number)
    title = ProfessionalTitle.objects.create(person_id=person, granted_on=on, **granted._asdict())
    what = {"person": str(person), "title": title.number}
    write(f"person:{person}", "title-granted", on=on, by=by, what=what)
    return title
