"""Results of assessments handed in by a machine, a line each (Arts. 20 to 22)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext as _
from ninja import Router, Schema, Status
from pydantic import Field

from gongtu.api.access import KNOWN, Request
from gongtu.api.handed_in import Body, WrongLine, lines
from gongtu.parties.access import NotEntitled
from gongtu.parties.queries import get_organisation
from gongtu.parties.roster.giving_back import problems_of
from gongtu.records.jobs import queries as jobs
from gongtu.registers.skills.services.results import handing_in as results

router = Router(tags=["certificates"])
LINES = lines(
    "One JSON object a line, at most 100,000: name, id_number, occupation, grade, assessed_on,"
    " place, theory, practice (a mark, or “absent” for a part that was not sat); declared, which"
    " says what was checked where the ladder leaves it open whether somebody may apply; examiners,"
    " the numbers of who examined (K000012), in one line of the session at least unless they are"
    " named already."
)


class Entry(Schema):
    """How far a file is. Where there are problems nothing was entered; the first hundred are told.

    `again` are lines that stood in the register already.
    """

    key: UUID
    state: str = Field(description="waiting, running, done or failed")
    percent: int
    rows: int
    new: int
    corrected: int
    again: int
    sessions: list[str] = Field(description="Case numbers, by which they are published and issued.")
    waiting: list[str] = Field(
        description="Plans drawn up by this file, whose results are not entered: another clerk"
        " approves them, each by its move `approve` or all by handing in the same lines."
    )
    problems: int
    first: list[WrongLine]
    reasons: list[str]


@router.post(
    "/results",
    response={202: Entry},
    auth=KNOWN,
    openapi_extra=LINES,
    summary="Hand in results of assessments, a line each",
)
def enter_results(request: Request) -> Status[dict[str, Any]]:
    by = request.auth
    if by.organisation is None:
        raise NotEntitled(_("评价结果由评价机构录入。"))
    body = get_organisation(by.organisation)
    job = results.start_entry(
        Body(request, results.LIMIT, "results.ndjson"), body, by=by, on=request.on
    )
    return Status(202, _entry(job))


@router.get("/results/{key}", response=Entry, auth=KNOWN, summary="How far handed-in results are")
def get_results(request: Request, key: UUID) -> dict[str, Any]:
    found = jobs.list_jobs_of(request.auth.account or 0).filter(pk=key).first()
    if found is None or found.kind != results.KIND:
        raise Http404(str(key))
    return _entry(found)


def _entry(job: Any) -> dict[str, Any]:
    counts = ("rows", "new", "corrected", "again", "problems")
    return {
        "key": job.key,
        "state": job.state,
        "percent": job.percent,
        **{name: job.outcome.get(name, 0) for name in counts},
        "sessions": job.outcome.get("sessions", []),
        "waiting": job.outcome.get("waiting", []),
        "first": problems_of(job),
        "reasons": jobs.reasons_of(job),
    }
