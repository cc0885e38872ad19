"""Wordings and added occupations from the city's files."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from django.db import transaction

from gongtu.base.errors import Broken
from gongtu.registers.ladder.choices import Wording
from gongtu.registers.ladder.models import AddedOccupation, StandardWording
from gongtu.registers.ladder.services.wordings import recorded_here
from gongtu.registers.skills.models import Occupation


@transaction.atomic
def load_wordings(path: Path) -> int:
    """Write which wording which occupation's standard uses since when; returns how many.

    Where a wording was recorded on the platform, what stands of the occupation is left alone.

    Raises:
        Broken: A line whose occupation, wording, day or source is not told; names the line.
    """
    known = set(Occupation.objects.values_list("code", flat=True))
    ours = recorded_here()
    rows = 0
    for line, row in _lines(path):
        try:
            since, wording = date.fromisoformat(row["since"]), Wording(row["wording"])
        except ValueError:
            raise Broken(f"{path}:{line}: a wording needs its edition and a day.") from None
        if row["code"] not in known or not row["source"]:
            raise Broken(f"{path}:{line}: a wording needs a known occupation and a source.")
        told = {name: row[name] for name in ("standard", "source", "confidence", "note")}
        rows_of = StandardWording.objects
        write = rows_of.get_or_create if row["code"] in ours else rows_of.update_or_create
        write(occupation_id=row["code"], since=since, defaults={"wording": wording, **told})
        rows += 1
    return rows


@transaction.atomic
def load_added(path: Path) -> int:
    """Write the occupations added since the classification; returns how many.

    Raises:
        Broken: A line without name or source; names the line.
    """
    found: dict[str, AddedOccupation] = {}
    for line, row in _lines(path):
        name = row["name_zh"]
        if not name or not row["source"] or name in found:
            raise Broken(f"{path}:{line}: an occupation needs a name of its own and a source.")
        found[name] = AddedOccupation(
            name=name,
            code=row["code"],
            kind=row["kind"],
            batch=row["batch"],
            document=row["document_no"],
            on=row["date"],
            is_published=row["status"] == "published",
            source=row["source"],
            confidence=row["confidence"],
        )
    AddedOccupation.objects.bulk_create(
        found.values(),
        update_conflicts=True,
        unique_fields=["name"],
        update_fields=[
            "code", "kind", "batch", "document", "on", "is_published", "source", "confidence",
        ],
    )  # fmt: skip
    return len(found)


def _lines(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    with path.open(encoding="utf-8", newline="") as lines:
        for line, row in enumerate(csv.DictReader(lines), start=2):
            yield line, {name: (value or "").strip() for name, value in row.items() if name}
