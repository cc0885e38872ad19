"""What a city's folder says before anybody acts: bodies, occupations, wordings of standards."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import Model

from gongtu.parties import services as parties
from gongtu.parties.models import Division, Organisation
from gongtu.policy.city import City
from gongtu.registers.ladder import services as ladder
from gongtu.registers.ladder.models import AddedOccupation, StandardWording
from gongtu.registers.skills import services as skills
from gongtu.registers.skills.models import Occupation, OccupationVersion

TABLES: dict[str, type[Model]] = {
    "divisions": Division,
    "bodies": Organisation,
    "occupations": Occupation,
    "editions": OccupationVersion,
    "added": AddedOccupation,
    "wordings": StandardWording,
}


@transaction.atomic
def found(city: City, *, on: date) -> dict[str, int]:
    """Put on record what the city's files say, as often as one likes; how much of each is new.

    The keys are those of `TABLES`; `editions` are what each edition says of an occupation.  A city
    without lists of occupations is founded, too.

    Raises:
        Broken: A line of a file cannot be; names it.
    """
    before = _counts()
    parties.found_city(city, on=on)
    skills.load_classification(city)
    if city.added_occupations_path.exists():
        ladder.load_added(city.added_occupations_path)
    if city.wordings_path.exists():
        ladder.load_wordings(city.wordings_path)
    return {key: count - before[key] for key, count in _counts().items()}


def _counts() -> dict[str, int]:
    return {key: table._default_manager.count() for key, table in TABLES.items()}
