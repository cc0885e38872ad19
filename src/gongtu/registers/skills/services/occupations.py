"""The classification of occupations, from the city's files."""

from __future__ import annotations

import csv
from pathlib import Path

from django.db import transaction

from gongtu.base.errors import Broken
from gongtu.policy.city import City
from gongtu.registers.skills.models import Occupation, OccupationVersion

SAID = ("name", "major", "middle", "family", "is_digital", "is_green")


def load_classification(city: City) -> dict[str, int]:
    """Write every edition that a city's folder has; how many occupations each has."""
    editions = city.classifications.items()
    return {edition: load_occupations(path, edition=edition) for edition, path in editions}


@transaction.atomic
def load_occupations(path: Path, *, edition: str) -> int:
    """Write what an edition says, from a CSV with columns code and name_zh; returns how many.

    Where it has them: the names of the groups, and the marks of digital and green occupations.
    What a later edition says of an occupation stands, whichever is read first.

    Raises:
        Broken: A line without code or name, or a code told twice; names the file and line.
    """
    found = _read(path, edition)
    later = Occupation.objects.filter(edition__gt=edition).values_list("code", flat=True)
    Occupation.objects.bulk_create(
        [found[code] for code in found.keys() - set(later)],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=(*SAID, "edition"),
    )
    OccupationVersion.objects.bulk_create(
        [_version(one) for one in found.values()],
        update_conflicts=True,
        unique_fields=["occupation", "edition"],
        update_fields=SAID,
    )
    return len(found)


def _read(path: Path, edition: str) -> dict[str, Occupation]:
    """What the file says, by code."""
    found: dict[str, Occupation] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for line, row in enumerate(csv.DictReader(lines), start=2):
            code, name = (row.get("code") or "").strip(), (row.get("name_zh") or "").strip()
            if not code or not name or code in found:
                raise Broken(f"{path}:{line}: an occupation needs a code of its own and a name.")
            found[code] = _occupation(row, code, name, edition)
    return found


def _occupation(row: dict[str, str], code: str, name: str, edition: str) -> Occupation:
    return Occupation(
        code=code,
        name=name,
        major=row.get("major_name") or "",
        middle=row.get("middle_name") or "",
        family=row.get("minor_name") or "",
        is_digital=row.get("digital_S") == "1",
        is_green=row.get("green_L") == "1",
        edition=edition,
    )


def _version(one: Occupation) -> OccupationVersion:
    said = {name: getattr(one, name) for name in SAID}
    return OccupationVersion(occupation_id=one.code, edition=one.edition, **said)
