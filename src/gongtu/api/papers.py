"""Old paper certificates handed in by a machine, a line each, and signed as one batch (Art. 22)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from ninja import Router, Status

from gongtu.api.access import KNOWN, Request
from gongtu.api.handed_in import Body, HandedIn, handed_in, lines, own_job
from gongtu.api.shapes import OnceKey
from gongtu.parties.access import NotEntitled
from gongtu.parties.queries import get_organisation
from gongtu.registers.skills.services.papers import handing_in as papers

router = Router(tags=["certificates"])
LINES = lines(
    "One JSON object a line: number, name, id_number, occupation, grade, issued_on, mark (where"
    " the paper is kept); and code, issued_by, basis, which may be left out."
)


class Papers(HandedIn):
    """How far a file of papers is; `root` is what the batch's one signature stands for."""

    batch: int | None
    root: str


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
    return _papers(own_job(key, papers.KIND, request), request)


def _papers(job: Any, request: Request) -> dict[str, Any]:
    body = get_organisation(job.payload["organisation"])
    batches = papers.batches_of(body, by=request.auth, on=request.on)
    batch = batches.filter(pk=job.outcome.get("batch", 0)).first()
    signed = batch.document if batch and batch.document else None
    return {
        **handed_in(job),
        "batch": batch.pk if batch else None,
        "root": signed["credentialSubject"]["rootHash"] if signed else "",
    }
