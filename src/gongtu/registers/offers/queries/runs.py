"""Runs over the city."""

from __future__ import annotations

from django.db.models import QuerySet

from gongtu.registers.offers.choices import RunState
from gongtu.registers.offers.models import Run


def list_runs() -> QuerySet[Run]:
    """Newest first."""
    return Run.objects.order_by("-id")


def last_run() -> Run | None:
    """The newest that came to its end."""
    return list_runs().filter(state=RunState.DONE).first()


def snapshots_named() -> frozenset[str]:
    """The roots of the snapshots that runs rest on."""
    return frozenset(Run.objects.exclude(snapshot="").values_list("snapshot", flat=True))


def find_running() -> Run | None:
    """The one that is under way."""
    return list_runs().filter(state=RunState.RUNNING).first()
