"""Home of a school, training provider, industry body or assessor: what waits, what it may begin."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from gongtu.engines.casework import queries as cases
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Organisation
from gongtu.parties.roles import ASSESSOR, INDUSTRY, PROVIDER, SCHOOL
from gongtu.registers.skills import queries as skills
from gongtu.web.cases.present import waiting_rows
from gongtu.web.cases.present.letters import letter_row
from gongtu.web.desk.queue import starts_of
from gongtu.web.http import Request
from gongtu.web.offers.owed import owed_at_home
from gongtu.web.own import own_body
from gongtu.web.wording import name_of

SHOWN, SESSIONS = 10, "enterprise:list_sessions"


def own_home(by: Capacity) -> Organisation:
    """The school, training provider, industry body or assessor the reader acts for.

    Raises:
        NotEntitled: The reader acts in another capacity.
    """
    refusal = _(
        "这是院校、培训机构、行业组织和评价机构经办人的页面。请在“我的账户与身份”中切换身份。"
    )
    return own_body(by, SCHOOL, PROVIDER, INDUSTRY, ASSESSOR, refusal=refusal)


def home_page(body: Organisation, request: Request) -> dict[str, Any]:
    """Three questions: what waits for us, what are we owed, what can we do next."""
    by, on = request.capacity, request.on
    letters = cases.list_letters_to(by).filter(read_at=None)[:SHOWN]
    return {
        "body": {"name": name_of(body), "division": name_of(body.division)},
        "waiting": waiting_rows(by, on=on, shown=SHOWN),
        "letters": [letter_row(letter, letter.case) for letter in letters],
        "is_owed": by.role is SCHOOL,
        "owed": owed_at_home(by, on=on) if by.role is SCHOOL else [],
        "starts": starts_of(by),
        "glance": _glance(body, on) if by.role is ASSESSOR else [],
    }


def _glance(body: Organisation, on: date) -> list[dict[str, Any]]:
    """What an assessor held and issued."""
    counts = [
        (_("有效备案"), skills.list_filings(body.pk, on=on).count(), SESSIONS),
        (_("评价场次"), skills.list_sessions(body.pk).count(), SESSIONS),
        (_("核发证书"), skills.list_issued(body.pk).count(), "enterprise:list_certificates"),
    ]
    return [
        {"label": label, "count": count, "address": reverse(page)} for label, count, page in counts
    ]
