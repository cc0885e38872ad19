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
from gongtu.web.chain_page import label_of, what_of
from gongtu.web.http import Request
from gongtu.web.wording import name_of, place_of, title_of

SHOWN = 10


def home_page(body: Organisation, request: Request) -> dict[str, Any]:
    """Three questions: what waits for us, what must we do, what can we do next."""
    by, on = request.capacity, request.on
    waiting = cases.waiting_for(by).select_related("holder_organisation")[:SHOWN]
    letters = cases.list_letters_to(by).filter(read_at=None)[:SHOWN]
    return {
        "body": {
            "name": name_of(body),
            "division": name_of(body.division),
            "uscc": body.uscc or "—",
        },
        "waiting": [case_row(case, by, on=on) for case in waiting],
        "letters": [letter_row(letter, letter.case) for letter in letters],
        **duties_of(body),
        "glance": _glance(body, request),
        "starts": starts_page(),
    }


def duties_of(body: Organisation) -> dict[str, list[dict[str, Any]]]:
    """The norms on the enterprise that something here carries out, and the duties nothing does."""
    mine = {Bearer.ENTERPRISE, *([Bearer.SOE] if body.state_owned else [])}
    rows = [row for row in law_map() if mine & _concerned(row)]
    ways = [row for row in rows if row.state is State.CARRIED_OUT]
    none = [
        row
        for row in rows
        if row.state is State.NOT_YET
        and row.obligation.force.binds
        and mine & set(row.obligation.bearers)
    ]
    dated_first = sorted(ways, key=lambda row: not row.obligation.period)
    return {
        "duties": [_duty(row) for row in dated_first],
        "other_duties": [_duty(row) for row in none],
    }


def starts_page() -> list[dict[str, str]]:
    """What an enterprise may begin."""
    return [
        {
            "title": title_of(each),
            "basis": place_of(each.basis[0]),
            "address": reverse("cases:start_case", args=[each.key]),
            "guide": reverse("public:show_guide", args=[each.key]),
        }
        for each in procedures()
        if each.opened_by is ENTERPRISE
    ]


def _concerned(row: Row) -> set[Bearer]:
    """Who is to act, and who helps to carry the norm."""
    return {*row.obligation.bearers, *row.obligation.co_bearers}


def _duty(row: Row) -> dict[str, Any]:
    norm = row.obligation
    return {
        "what": what_of(norm),
        "force": label_of(norm.force),
        "place": place_of(norm.place),
        "article": reverse("public:show_article", args=[norm.article]),
        "when": norm.period_note or (_("每年一次") if norm.period else ""),
        "ways": [_way(one) for one in row.provisions],
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
