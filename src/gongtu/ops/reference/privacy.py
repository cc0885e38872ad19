"""What is kept about people: the ground of the privacy impact assessment."""

from collections import Counter

from gongtu.ops.reference.markdown import page, table
from gongtu.parties.privacy import Declared, collect


def fields() -> str:
    """Every table with its purpose, basis, readers and end, and what kind each field is."""
    tables = collect()
    return page(
        "What is kept about people",
        table(["Table", "Personal", "Sensitive", "Kept until"], (summary(each) for each in tables)),
        *(part for each in tables for part in told(each)),
    )


def summary(declared: Declared) -> tuple[object, ...]:
    """How many fields of a table are about a person."""
    kinds = Counter(declared.fields.values())
    return f"`{declared.table}`", kinds["personal"], kinds["sensitive"], declared.kept_until


def told(declared: Declared) -> list[str]:
    """The whole declaration of one table."""
    said = [("Purpose", declared.purpose), ("Basis", declared.basis), ("Seen by", declared.sees)]
    kinds: dict[str, list[str]] = {}
    for name, kind in declared.fields.items():
        kinds.setdefault(kind, []).append(f"`{name}`")
    rows = [
        *said,
        ("Kept until", declared.kept_until),
        *((k, ", ".join(n)) for k, n in kinds.items()),
    ]
    return [f"## `{declared.table}`", table(["", ""], rows)]
