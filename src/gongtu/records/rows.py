"""Many rows of one table at once, past the object layer: what imports and bulk issue write."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection, models

Adapt = Callable[[Any], Any]


def insert_rows(
    model: type[models.Model], names: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """Insert rows whose values stand in the order of `names`, columns as the database has them.

    Defaults are not filled in, and nothing is validated but by the database. JSON may come as text.
    """
    fields = [_field(model, name) for name in names]
    adapts = [(place, adapt) for place, field in enumerate(fields) if (adapt := _adapt(field))]
    quote = connection.ops.quote_name
    statement = (
        f"INSERT INTO {quote(model._meta.db_table)} "  # noqa: S608 - our own names
        f"({', '.join(quote(str(field.column)) for field in fields)}) "
        f"VALUES ({', '.join(['%s'] * len(fields))})"
    )
    with connection.cursor() as cursor:
        cursor.executemany(statement, [_adapted(row, adapts) for row in rows])


def _adapted(row: Sequence[Any], adapts: list[tuple[int, Adapt]]) -> list[Any]:
    told = list(row)
    for place, adapt in adapts:
        told[place] = adapt(told[place])
    return told


def _field(model: type[models.Model], name: str) -> models.Field[Any, Any]:
    return next(field for field in model._meta.concrete_fields if field.attname == name)


def _adapt(field: models.Field[Any, Any]) -> Adapt | None:
    """What a column's values need before this database takes them; most need nothing."""
    if isinstance(field, models.ForeignKey):
        return _adapt(field.target_field)
    if isinstance(field, models.JSONField):
        return _json
    if connection.vendor != "sqlite":
        return None
    kinds: dict[type[Any], Adapt] = {
        models.DateTimeField: _instant, models.DateField: _day, models.UUIDField: _hex,
    }  # fmt: skip
    return next((adapt for kind, adapt in kinds.items() if isinstance(field, kind)), None)


def _json(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _instant(value: datetime | None) -> Any:
    return connection.ops.adapt_datetimefield_value(value)


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _hex(value: UUID | None) -> str | None:
    return value.hex if value else None
