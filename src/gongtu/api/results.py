"""Results of assessments handed in by a machine, a line each (Arts. 20 to 22)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from ninja import Router, Status
from pydantic import Field

from gongtu.api.access import KNOWN, Request
from gongtu.api.handed_in import Body, HandedIn, handed_in, lines, own_job
from gongtu.parties.access import NotEntitled
from gongtu.parties.queries import get_organisation
from gongtu.registers.skills.services.results import handing_in as results

router = Router(tags=["certificates"])
LINES = lines(
    "One JSON object a line, at most 100,000: name, id_number, occupation, grade, assessed_on,"
    " place, theory, practice (a mark, or “absent” for a part that was not sat); declared, which"
    " says what was checked where the ladder leaves it open whether somebody may apply; examiners,"
    " the numbers of who examined (K000012), in one line of the session at least unless they are"
    " named already."
)


class Entry(HandedIn):
    """How far a file of results is; `again` are lines that stood in the register already."""

    corrected: int
    again: int
    sessions: list[str] = Field(description="Case numbers, by which they are published and issued.")
    waiting: list[str] = Field(
        description="Plans drawn up by this file, whose results are not entered: another clerk"
        " approves them, each by its move `approve` or all by handing in the same lines."
    )


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
    return _entry(own_job(key, results.KIND, request))


def _entry(job: Any) -> dict[str, Any]:
    return {
        **handed_in(job),
        **{name: job.outcome.get(name, 0) for name in ("corrected", "again")},
        "sessions": job.outcome.get("sessions", []),
        "waiting": job.outcome.get("waiting", []),
    }
