"""The roster and its imports as their pages show them."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from gongtu.base.speech import said
from gongtu.parties import queries as parties
from gongtu.parties.models import Organisation
from gongtu.parties.roster.giving_back import told
from gongtu.registers.skills import queries as skills
from gongtu.web.asking import number_asked, number_of, page_of
from gongtu.web.http import Request
from gongtu.web.job_page import file_page


def roster_page(body: Organisation, request: Request) -> dict[str, Any]:
    """One page of employees in the order of entry; numbers masked."""
    found = parties.employees_of(body, request.on)
    text = request.GET.get("text", "").strip()[:40]
    if text:
        found = found.filter(person__name__startswith=text)
    if (after := number_asked(request)) is not None:
        found = found.filter(pk__gt=after)
    rows, pages = page_of(found, request, number_of)
    names = skills.names_of_occupations({one.occupation for one in rows if one.occupation})
    return {
        "body": {"name": body.name},
        "text": text,
        "total": parties.count_employees(body, request.on),
        "workers": [_worker(one, names) for one in rows],
        **pages,
    }


def preview_page(seen: Any) -> dict[str, Any] | None:
    """The first rows as they were understood; None before a file was looked at."""
    if seen is None:
        return None
    return {
        "columns": said(seen.columns),
        "workers": [
            {
                "row": worker.row,
                "name": worker.name,
                "id_number": worker.id_number.masked,
                "post": worker.post,
                "since": worker.since,
            }
            for worker in seen.workers
        ],
        "problems": [told(each) for each in seen.problems],
    }


def import_page(job: Any) -> dict[str, Any]:
    """How far an import is, or what came of it."""
    return {
        **file_page(
            job,
            doing=_("正在核对"),
            wrong=_("没有导入：请改正后重新上传"),
            errors="enterprise:download_import_errors",
        ),
        "registered": job.outcome.get("registered", 0),
        "employed": job.outcome.get("employed", 0),
        "again": job.outcome.get("again", False),
    }


def _worker(membership: Any, names: dict[str, str]) -> dict[str, Any]:
    person = membership.person
    return {
        "name": person.name,
        "id_number": parties.masked_id_number(person),
        "post": membership.post,
        "occupation": names.get(membership.occupation, membership.occupation),
        "since": membership.since,
    }
