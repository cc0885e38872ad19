"""An enterprise's home: what waits, what the law asks of it, and its people at a glance."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from gongtu.engines.casework import queries as cases
from gongtu.parties import queries as parties
from gongtu.parties.models import Organisation
from gongtu.registers.skills import queries as skills
from gongtu.web.cases.present import waiting_rows
from gongtu.web.cases.present.letters import letter_row
from gongtu.web.desk.queue import starts_of
from gongtu.web.enterprise.duties import duties_at_home
from gongtu.web.enterprise.in_office import left_in_office
from gongtu.web.http import Request
from gongtu.web.wording import name_of

SHOWN = 10


def home_page(body: Organisation, request: Request) -> dict[str, Any]:
    """Three questions: what waits for us, what must we do, what can we do next."""
    by, on = request.capacity, request.on
    letters = cases.list_letters_to(by).filter(read_at=None)[:SHOWN]
    return {
        "body": {
            "name": name_of(body),
            "division": name_of(body.division),
            "uscc": body.uscc or "—",
        },
        "waiting": waiting_rows(by, on=on, shown=SHOWN),
        "letters": [letter_row(letter, letter.case) for letter in letters],
        "left": left_in_office(body, on=on),
        **duties_at_home(body, on=on),
        "glance": _glance(body, request),
        "starts": starts_of(by),
    }


def _glance(body: Organisation, request: Request) -> list[dict[str, Any]]:
    counts = [
        (_("在册职工"), parties.count_employees(body, request.on), "enterprise:list_roster"),
        (_("评价场次"), skills.list_sessions(body.pk).count(), "enterprise:list_sessions"),
        (_("核发证书"), skills.list_issued(body.pk).count(), "enterprise:list_certificates"),
    ]
    return [
        {"label": label, "count": count, "address": reverse(page)} for label, count, page in counts
    ]
