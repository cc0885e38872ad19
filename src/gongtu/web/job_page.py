"""Work that takes longer than a page, as it is shown to whoever began it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from gongtu.parties.roster.giving_back import problems_of, workbook_of
from gongtu.records.jobs import queries as jobs
from gongtu.web.downloads import download
from gongtu.web.http import Request


def own_job(key: UUID, kind: str, request: Request) -> Any:
    """Work of that kind that the reader began.

    Raises:
        Http404: There is none.
    """
    found = jobs.find_own(key, kind=kind, account=request.capacity.account)
    if found is None:
        raise Http404(str(key))
    return found


def job_page(job: Any, *, doing: str) -> dict[str, Any]:
    """How far it is; `doing` says what goes on while it runs."""
    words = {
        "waiting": _("排队中"),
        "running": doing,
        "done": _("已完成"),
        "failed": _("未能完成"),
    }
    return {
        "is_over": job.state in ("done", "failed"),
        "says": words[job.state],
        "percent": job.percent,
        "message": jobs.doing(job),
        "reasons": jobs.reasons_of(job),
    }


def file_page(job: Any, *, doing: str, wrong: str, errors: str) -> dict[str, Any]:
    """How far a file is that was handed in, and what is to be corrected in it.

    `wrong` says that nothing of it was taken in; `errors` names the page that gives rows back.
    """
    page, problems = job_page(job, doing=doing), job.outcome.get("problems", 0)
    return {
        **page,
        "says": wrong if problems else page["says"],
        "rows": job.outcome.get("rows", 0),
        "problems": problems,
        "first": problems_of(job),
        "errors": reverse(errors, args=[job.pk]) if problems else "",
    }


def wrong_rows(job: Any) -> HttpResponse:
    """The file given back, with what to correct on top.

    Raises:
        Http404: Nothing is wrong with it.
    """
    found = workbook_of(job)
    if not found:
        raise Http404(str(job.pk))
    return download(found)
