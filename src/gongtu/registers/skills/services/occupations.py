"""The classification of occupations, from the city's file."""

from __future__ import annotations

import csv
from pathlib import Path

from django.db import transaction

from gongtu.base.errors import Broken
from gongtu.registers.skills.models import Occupation

TOLD = ("name", "major", "middle", "family", "is_digital", "is_green", "edition")


@transaction.atomic
def load_occupations(path: Path, *, edition: str = "2022") -> int:
    """Write the occupations of a CSV with columns code and name_zh; returns how many.

    Where it has them: the names of the groups, and the marks of digital and green occupations.

    Raises:
        Broken: A line without code or name, or a code told twice; names the file and line.
    """
    found: dict[str, Occupation] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for line, row in enumerate(csv.DictReader(lines), start=2):
            code, name = (row.get("code") or "").strip(), (row.get("name_zh") or "").strip()
            if not code or not name or code in found:
                raise Broken(f"{path}:{line}: an occupation needs a code of its own and a name.")
            found[code] = _read(row, code, name, edition)
    Occupation.objects.bulk_create(
        found.values(),
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=TOLD,
    )
    return len(found)


def _read(row: dict[str, str], code: str, name: str, edition: str) -> Occupation:
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
