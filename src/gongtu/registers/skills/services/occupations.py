"""The classification of occupations, from the city's file."""

from __future__ import annotations

import csv
from pathlib import Path

from django.db import transaction

from gongtu.base.errors import Broken
from gongtu.registers.skills.models import Occupation


@transaction.atomic
def load_occupations(path: Path) -> int:
    """Write the occupations of a CSV with columns code, name_zh and minor_name; returns how many.

    Raises:
        Broken: A line without code or name, or a code told twice; names the file and line.
    """
    found: dict[str, Occupation] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for line, row in enumerate(csv.DictReader(lines), start=2):
            code, name = (row.get("code") or "").strip(), (row.get("name_zh") or "").strip()
            if not code or not name or code in found:
                raise Broken(f"{path}:{line}: an occupation needs a code of its own and a name.")
            found[code] = Occupation(code=code, name=name, family=row.get("minor_name") or "")
    Occupation.objects.bulk_create(
        found.values(),
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["name", "family"],
    )
    return len(found)
