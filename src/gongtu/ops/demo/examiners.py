"""Examiners of the demo: filed when a session first needs one, from the staff of another body."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from gongtu.ops.demo.town import Town
from gongtu.parties.models import Person
from gongtu.parties.roles import Role
from gongtu.registers.sittings import services as sittings
from gongtu.registers.sittings.models import Examiner
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.services import Scope

FILED_ON = date(2026, 3, 2)
INSTRUMENT = "考评员证（演示）"
PLACE = 3  # of a staff, who is filed


def examiner_for(town: Town, occupation: str, *bodies: int) -> str:
    """The number of one on the roll for the occupation whom none of these bodies employs."""
    shut = {one.pk for body in bodies for one in town.staff[body]}
    filed = Examiner.objects.filter(scopes__occupation=occupation).order_by("id")
    found = next((one for one in filed if one.person_id not in shut), None)
    return (found or file_one(town, _stranger(town, bodies), occupation)).number


def file_one(town: Town, person: Person, occupation: str) -> Examiner:
    """Human resources of the person's district file them for every certified grade."""
    scope = Scope(occupation, Grade.JUNIOR, Grade.SENIOR_TECHNICIAN)
    officer = town.office(Role.HRSS, person.division_id)
    return sittings.file_examiner(person, [scope], instrument=INSTRUMENT, by=officer, on=FILED_ON)


def _stranger(town: Town, bodies: Collection[int]) -> Person:
    taken = set(Examiner.objects.values_list("person", flat=True))
    others = (one.pk for one in reversed(town.enterprises) if one.pk not in bodies)
    people = (town.staff[body][PLACE] for body in others)
    return next(one for one in people if one.pk not in taken)
