"""Every change of a case leaves its line in the case's chain of the journal."""

from __future__ import annotations

from datetime import date
from typing import Any

from gongtu.engines.casework.authority import chain_of
from gongtu.engines.casework.models import Case
from gongtu.parties.capacity import Capacity
from gongtu.records.journal import services as journal
from gongtu.records.journal.models import JournalEntry


def record(
    case: Case, kind: str, *, by: Capacity, on: date, text: str = "", **what: Any
) -> JournalEntry:
    """Write what happened: ids and keys in `what` (`move` and `stage` too), words in `text`."""
    return journal.write_many([line(case, kind, by=by, on=on, text=text, **what)])[0]


def line(
    case: Case, kind: str, *, by: Capacity, on: date, text: str = "", **what: Any
) -> journal.Line:
    """The line that `record` writes; for writing many at once."""
    told = {
        "procedure": case.procedure,
        "stage": case.stage,
        "division": case.division_id,
        "person": case.opener_person_id,
        "organisation": case.opener_organisation_id,
        "by_person": str(by.person or ""),
        **what,
    }
    return journal.Line(chain=chain_of(case), kind=kind, on=on, by=by, what=told, text=text)
