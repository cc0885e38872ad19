"""Under whose record credentials are kept; what was signed is not touched by it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from gongtu.engines.credentials.models import Credential


def hand_over(numbers: Sequence[str], holder_index: str) -> None:
    """Keep these credentials under another record, whose owner's rights to them it becomes."""
    Credential.objects.filter(number__in=numbers).update(holder_index=holder_index)


def holds_other_than(kinds: Collection[str], holder_index: str) -> bool:
    """Whether credentials of another kind than these are kept under a record."""
    return Credential.objects.filter(holder_index=holder_index).exclude(kind__in=kinds).exists()
