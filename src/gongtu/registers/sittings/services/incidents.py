"""What went otherwise than it should is noted, by whoever holds the session."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.parties.capacity import Capacity
from gongtu.records.journal.services import write
from gongtu.registers.sittings.choices import IncidentKind
from gongtu.registers.sittings.models import Incident
from gongtu.registers.skills.queries import get_session


class IncidentNotSound(Refused):
    """What is noted cannot have happened so."""


@dataclass(frozen=True, slots=True)
class Happening:
    """What happened, of which kind, when, and whom it concerned; empty where nobody."""

    kind: IncidentKind
    told: str
    on: date
    concerned: str = ""


@transaction.atomic
def note_incident(case_number: str, happening: Happening, *, by: Capacity, on: date) -> Incident:
    """Note an incident; nothing that is noted is taken back.

    Raises:
        IncidentNotSound: It is not told, or lies in the future.
    """
    if happening.on > on:
        raise IncidentNotSound(_("发生日期不能在今天之后。"))
    if not happening.told.strip():
        raise IncidentNotSound(_("请写明发生了什么、怎样处理。"))
    noted = Incident.objects.create(
        session=get_session(case_number),
        kind=happening.kind,
        told=happening.told.strip(),
        concerned=happening.concerned.strip()[:200],
        happened_on=happening.on,
        noted_by_id=by.person,
        noted_on=on,
    )
    what = {"case": case_number, "incident": noted.pk}
    write(f"case:{case_number}", "incident-noted", on=on, by=by, what=what, text=noted.told)
    return noted
