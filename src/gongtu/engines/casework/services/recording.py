"""Every change of a case leaves its line in the case's chain of the journal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from gongtu.engines.casework.authority import chain_of
from gongtu.engines.casework.models import Case
from gongtu.parties.capacity import Capacity
from gongtu.records.journal import services as journal
from gongtu.records.journal.lines import Line
from gongtu.records.journal.models import JournalEntry


def record(
    case: Case, kind: str, *, by: Capacity, on: date, text: str = "", **what: Any
) -> JournalEntry:
    """Write what happened: ids and keys in `what` (`move` and `stage` too), words in `text`."""
    told = _told(case, by, what)
    return journal.write(chain_of(case), kind, on=on, by=by, what=told, text=text)


def line(case: Case, kind: str, *, by: Capacity, on: date, **what: Any) -> Line:
    """What `record` writes, for writing many at once."""
    told = _told(case, by, what)
    return Line(chain=chain_of(case), kind=kind, on=on, by=by, what=told)


def _told(case: Case, by: Capacity, what: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "procedure": case.procedure,
        "stage": case.stage,
        "division": case.division_id,
        "person": case.opener_person_id,
        "organisation": case.opener_organisation_id,
        "by_person": str(by.person or ""),
        **what,
    }
