"""Numbers without gaps: each is drawn inside the transaction that uses it."""

from __future__ import annotations

from datetime import date

from gongtu.engines.casework.models import Serial


def draw(series: str, count: int = 1) -> int:
    """The next number of a series, from 1; its row stays locked until the transaction ends.

    Of `count` numbers at once it is the last.
    """
    Serial.objects.get_or_create(series=series)
    row = Serial.objects.select_for_update().get(series=series)
    row.last += count
    row.save(update_fields=["last"])
    return row.last


def case_number(on: date) -> str:
    """The next case number of the year, e.g. 20260000017."""
    return f"{on.year}{draw(f'case:{on.year}'):07d}"
