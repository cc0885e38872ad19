"""An enterprise's home: what waits, what the law asks of it, and its people at a glance."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from gongtu.engines.casework import queries as cases
from gongtu.engines.casework.declare import Procedure
from gongtu.engines.casework.registry import procedures
from gongtu.law.obligations import Bearer
from gongtu.oversight.lawmap import Row, State, law_map
from gongtu.parties import queries as parties
from gongtu.parties.models import Organisation
from gongtu.parties.roles import ENTERPRISE
from gongtu.registers.skills import queries as skills
from gongtu.web.cases.present import case_row
from gongtu.web.cases.present.letters import letter_row
from gongtu.web.chain_page import label_of, state_label, what_of
from gongtu.web.http import Request
from gongtu.web.wording import title_of

SHOWN = 10


def home_page(body: Organisation, request: Request) -> dict[str, Any]:
    """Three questions: what waits for us, what must we do, what can we do next."""
    by, on = request.capacity, request.on
    waiting = cases.waiting_for(by).select_related("holder_organisation")[:SHOWN]
    letters = cases.list_letters_to(by).filter(read_at=None)[:SHOWN]
    return {
        "body": {"name": body.name, "division": body.division.name, "uscc": body.uscc or "—"},
        "waiting": [case_row(case, by, on=on) for case in waiting],
        "letters": [letter_row(letter, letter.case) for letter in letters],
        "duties": duties_of(body),
        "glance": _glance(body, request),
        "starts": starts_page(),
    }


def duties_of(body: Organisation) -> list[dict[str, Any]]:
    """The norms that bind the enterprise: those with a period first, then by article."""
    mine = {Bearer.ENTERPRISE, *([Bearer.SOE] if body.state_owned else [])}
    rows = [
        row
        for row in law_map()
        if mine & set(row.obligation.bearers)
        and row.obligation.force.binds
        and row.state is not State.NOTHING_TO_DO
    ]
    return [_duty(row) for row in sorted(rows, key=lambda row: not row.obligation.period)]


def starts_page() -> list[dict[str, str]]:
    """What an enterprise may begin."""
    return [
        {
            "title": title_of(each),
            "basis": str(each.basis[0]),
            "address": reverse("cases:start_case", args=[each.key]),
            "guide": reverse("public:show_guide", args=[each.key]),
        }
        for each in procedures()
        if each.opened_by is ENTERPRISE
    ]


def _duty(row: Row) -> dict[str, Any]:
    norm = row.obligation
    return {
        "what": what_of(norm),
        "force": label_of(norm.force),
        "place": str(norm.place),
        "article": reverse("public:show_article", args=[norm.article]),
        "when": norm.period_note or (_("每年一次") if norm.period else ""),
        "ways": [_way(one) for one in row.provisions],
        "state": "" if row.provisions else state_label(row.state),
    }


def _way(provision: Any) -> dict[str, str]:
    if isinstance(provision, Procedure):
        page = "cases:start_case" if provision.opened_by is ENTERPRISE else "public:show_guide"
        return {"title": title_of(provision), "address": reverse(page, args=[provision.key])}
    claim = getattr(provision, "claim", "")
    address = reverse("public:show_guide", args=[claim]) if claim else reverse(provision.page)
    return {"title": title_of(provision), "address": address}


def _glance(body: Organisation, request: Request) -> list[dict[str, Any]]:
    counts = [
        (_("在册职工"), parties.count_employees(body, request.on), "enterprise:list_roster"),
        (_("评价场次"), skills.list_sessions(body.pk).count(), "enterprise:list_sessions"),
        (_("核发证书"), skills.list_issued(body.pk).count(), "enterprise:list_certificates"),
    ]
    return [
        {"label": label, "count": count, "address": reverse(page)} for label, count, page in counts
    ]
