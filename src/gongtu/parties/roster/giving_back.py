"""A table that is given back: what its job keeps of it, and how each reader is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django.conf import settings
from django.utils.translation import get_language, override

from gongtu.base.speech import gettext as _
from gongtu.base.speech import kept, recalled, said
from gongtu.parties.capacity import Capacity
from gongtu.parties.roster.columns import Column
from gongtu.parties.roster.row import Problem
from gongtu.parties.roster.wrong_rows import Judged, write_wrong_rows
from gongtu.records.files import services as files
from gongtu.records.jobs.models import Job

SHOWN_PROBLEMS = 100
LIMIT = 80_000_000
SAID = ("column", "found", "wrong", "remedy")


def give_back(
    judged: Judged, columns: Sequence[Column], title: str, *, rows: int, by: Capacity, on: date
) -> dict[str, Any]:
    """The outcome of a job whose table has problems, with a workbook for each language."""
    return {
        "rows": rows,
        "problems": len(judged.problems),
        "first": [_kept(problem) for problem in judged.problems[:SHOWN_PROBLEMS]],
        "workbooks": dict(_workbooks(judged, columns, title, by=by, on=on)),
    }


def told(problem: Problem) -> dict[str, Any]:
    """A problem as it is shown now, in the reader's language."""
    words = {name: said(getattr(problem, name)) for name in SAID}
    return {"row": problem.row, **words}


def problems_of(job: Job) -> list[dict[str, Any]]:
    """The first problems of a table, in the language of whoever reads them."""
    if not job.outcome.get("problems"):
        return []
    return [
        {**one, **{name: said(recalled(one[name])) for name in SAID}}
        for one in job.outcome["first"]
    ]


def workbook_of(job: Job) -> str | None:
    """The file with the rows to correct in the reader's language; None where there is none."""
    found: str | None = job.outcome.get("workbooks", {}).get(get_language())
    return found


def _workbooks(
    judged: Judged, columns: Sequence[Column], title: str, *, by: Capacity, on: date
) -> Iterator[tuple[str, str]]:
    for code, _name in settings.LANGUAGES:
        with override(code):
            name = _("%(title)s-需改正.xlsx") % {"title": title}
            content = write_wrong_rows(judged, columns, said(title))
            file = files.keep(content, name, by=by, on=on, kinds=("xlsx",), limit=LIMIT)
        yield code, str(file.pk)


def _kept(problem: Problem) -> dict[str, Any]:
    words = {name: kept(getattr(problem, name)) for name in SAID}
    return {"row": problem.row, **words}
