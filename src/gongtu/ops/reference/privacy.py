"""What is kept about people: the ground of the privacy impact assessment."""

from collections import Counter
from typing import Any

from django.apps import apps
from django.db.models import Model

from gongtu.ops.reference.markdown import page, table


def fields() -> str:
    """Every table with its purpose, basis, readers and end, and what kind each field is."""
    models = [each for each in apps.get_models() if each.__module__.startswith("gongtu.")]
    return page(
        "What is kept about people",
        table(["Table", "Personal", "Sensitive", "Kept until"], (summary(each) for each in models)),
        *(part for each in models for part in told(each)),
    )


def summary(model: type[Model]) -> tuple[object, ...]:
    """How many fields of a table are about a person."""
    kinds = Counter(privacy(model).fields.values())
    name = model._meta.label
    return f"`{name}`", kinds["personal"], kinds["sensitive"], privacy(model).kept_until


def told(model: type[Model]) -> list[str]:
    """The whole declaration of one table."""
    declared = privacy(model)
    said = [("Purpose", declared.purpose), ("Basis", declared.basis), ("Seen by", declared.sees)]
    kinds: dict[str, list[str]] = {}
    for name, kind in declared.fields.items():
        kinds.setdefault(kind, []).append(f"`{name}`")
    rows = [
        *said,
        ("Kept until", declared.kept_until),
        *((k, ", ".join(n)) for k, n in kinds.items()),
    ]
    return [f"## `{model._meta.label}`", table(["", ""], rows)]


def privacy(model: type[Model]) -> Any:
    """The inner class `Privacy`; a test requires it of every table."""
    return model.Privacy  # type: ignore[attr-defined]
