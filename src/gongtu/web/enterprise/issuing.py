"""Issuing every session whose notice has ended, as its pages show it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from gongtu.base.speech import recalled, said
from gongtu.parties.models import Organisation
from gongtu.records.jobs import queries as jobs
from gongtu.registers.skills.services import issuing_together as together
from gongtu.web.enterprise.sessions import session_row
from gongtu.web.http import Request


def waiting_page(body: Organisation, request: Request) -> dict[str, Any]:
    """What would be issued."""
    found = together.sessions_to_issue(body, by=request.capacity, on=request.on)
    return {"sessions": [session_row(one) for one in found]}


def own_issuing(key: UUID, request: Request) -> Any:
    """A run that the reader started.

    Raises:
        Http404: There is none.
    """
    found = jobs.list_jobs_of(request.capacity.account or 0).filter(pk=key).first()
    if found is None or found.kind != together.KIND:
        raise Http404(str(key))
    return found


def issuing_page(job: Any) -> dict[str, Any]:
    """How far a run is, and which sessions were passed over."""
    words = {
        "waiting": _("排队中"),
        "running": _("正在逐场核发"),
        "done": _("已完成"),
        "failed": _("未能完成"),
    }
    return {
        "is_over": job.state in ("done", "failed"),
        "says": words[job.state],
        "percent": job.percent,
        "message": jobs.doing(job),
        "issued": job.outcome.get("issued", 0),
        "refused": [
            {
                "number": one["number"],
                "why": said(recalled(one["why"])),
                "address": reverse("enterprise:show_session", args=[one["number"]]),
            }
            for one in job.outcome.get("refused", [])
        ],
        "reasons": jobs.reasons_of(job),
    }
