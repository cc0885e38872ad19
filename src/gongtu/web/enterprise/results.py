"""A file of results as its pages show it: how far it is, and what came of it."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from gongtu.web.job_page import file_page

SHOWN_SESSIONS = 100


def entry_page(job: Any) -> dict[str, Any]:
    """How far a file of results is, or what came of it."""
    sessions = job.outcome.get("sessions", [])
    waiting = job.outcome.get("waiting", [])
    return {
        **file_page(
            job,
            doing=_("正在录入"),
            wrong=_("没有录入：请改正后重新上传"),
            errors="enterprise:download_result_errors",
        ),
        **{name: job.outcome.get(name, 0) for name in ("new", "corrected", "again")},
        "sessions": [
            {"number": number, "address": reverse("enterprise:show_session", args=[number])}
            for number in sessions[:SHOWN_SESSIONS]
        ],
        "plans": len(waiting),
        "waiting": [
            {"number": number, "address": reverse("cases:show_case", args=[number])}
            for number in waiting[:SHOWN_SESSIONS]
        ],
        "more": max(0, len(sessions) - SHOWN_SESSIONS),
    }
