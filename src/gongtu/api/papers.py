"""Old paper certificates handed in by a machine, a line each, and signed as one batch (Art. 22)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext as _
from ninja import Router, Schema, Status
from pydantic import Field

from gongtu.api.access import KNOWN, Request
from gongtu.api.handed_in import Body, WrongLine, lines
from gongtu.api.shapes import OnceKey
from gongtu.parties.access import NotEntitled
from gongtu.parties.queries import get_organisation
from gongtu.parties.roster.giving_back import problems_of
from gongtu.records.jobs import queries as jobs
from gongtu.registers.skills.services.papers import handing_in as papers

router = Router(tags=["certificates"])
LINES = lines(
    "One JSON object a line: number, name, id_number, occupation, grade, issued_on, mark (where"
    " the paper is kept); and code, issued_by, basis, which may be left out."
)


class Papers(Schema):
    """How far a file is. Where there are problems nothing was entered; the first hundred are told.

    `new` are those that this file entered; `root` is what the batch's one signature stands for.
    """

    key: UUID
    state: str = Field(description="waiting, running, done or failed")
    percent: int
    rows: int
    new: int
    batch: int | None
    root: str
    problems: int
    first: list[WrongLine]
    reasons: list[str]


@router.post(
    "/papers",
    response={202: Papers},
    auth=KNOWN,
    openapi_extra=LINES,
    summary="Enter old paper certificates, a line each",
)
def enter_papers(request: Request, key: OnceKey) -> Status[dict[str, Any]]:
    by, on = request.auth, request.on
    if by.organisation is None:
        raise NotEntitled(_("纸质证书由评价机构或者人力资源社会保障部门补录。"))
    body = get_organisation(by.organisation)
    file = Body(request, papers.LIMIT, "papers.ndjson")
    job = papers.start_papers(file, body, by=by, on=on, confirmed=True, once=key)
    return Status(202, _papers(job, request))


@router.get("/papers/{key}", response=Papers, auth=KNOWN, summary="How far handed-in papers are")
def get_papers(request: Request, key: UUID) -> dict[str, Any]:
    if (job := papers.list_entries(request.auth).filter(pk=key).first()) is None:
        raise Http404(str(key))
    return _papers(job, request)


def _papers(job: Any, request: Request) -> dict[str, Any]:
    outcome = job.outcome
    body = get_organisation(job.payload["organisation"])
    batches = papers.batches_of(body, by=request.auth, on=request.on)
    batch = batches.filter(pk=outcome.get("batch", 0)).first()
    signed = batch.document if batch and batch.document else None
    return {
        "key": job.key,
        "state": job.state,
        "percent": job.percent,
        "rows": outcome.get("rows", 0),
        "new": outcome.get("new", 0),
        "batch": batch.pk if batch else None,
        "root": signed["credentialSubject"]["rootHash"] if signed else "",
        "problems": outcome.get("problems", 0),
        "first": problems_of(job),
        "reasons": jobs.reasons_of(job),
    }
