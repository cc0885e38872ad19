"""Issuing every session whose notice has ended, as its pages show it."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from gongtu.base.speech import recalled, said
from gongtu.parties.models import Organisation
from gongtu.registers.skills.services import issuing_together as together
from gongtu.web.enterprise.sessions import session_row
from gongtu.web.http import Request
from gongtu.web.job_page import job_page


def waiting_page(body: Organisation, request: Request) -> dict[str, Any]:
    """What would be issued."""
    found = together.sessions_to_issue(body, by=request.capacity, on=request.on)
    return {"sessions": [session_row(one) for one in found]}


def issuing_page(job: Any) -> dict[str, Any]:
    """How far a run is, and which sessions were passed over."""
    return {
        **job_page(job, doing=_("正在逐场核发")),
        "issued": job.outcome.get("issued", 0),
        "refused": [
            {
                "number": one["number"],
                "why": said(recalled(one["why"])),
                "address": reverse("enterprise:show_session", args=[one["number"]]),
            }
            for one in job.outcome.get("refused", [])
        ],
    }
