"""A file of results as its pages show it: how far it is, and what came of it."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from gongtu.parties.roster.giving_back import problems_of
from gongtu.records.jobs import queries as jobs

SHOWN_SESSIONS = 100


def entry_page(job: Any) -> dict[str, Any]:
    """How far a file of results is, or what came of it."""
    outcome = job.outcome
    problems, sessions = outcome.get("problems", 0), outcome.get("sessions", [])
    waiting = outcome.get("waiting", [])
    return {
        "is_over": job.state in ("done", "failed"),
        "percent": job.percent,
        "message": jobs.doing(job),
        "rows": outcome.get("rows", 0),
        "new": outcome.get("new", 0),
        "corrected": outcome.get("corrected", 0),
        "again": outcome.get("again", 0),
        "problems": problems,
        "first": problems_of(job),
        "reasons": jobs.reasons_of(job),
        "errors": reverse("enterprise:download_result_errors", args=[job.pk]) if problems else "",
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
        "says": _state(job.state, problems),
    }


def _state(state: str, problems: int) -> str:
    if problems:
        return _("没有录入：请改正后重新上传")
    words = {
        "waiting": _("排队中"),
        "running": _("正在录入"),
        "done": _("已完成"),
        "failed": _("未能完成"),
    }
    return words.get(state, state)
