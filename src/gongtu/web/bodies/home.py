"""Home of a school, a training provider or an industry body: what waits, what it may begin."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from gongtu.engines.casework import queries as cases
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Organisation
from gongtu.parties.roles import INDUSTRY, PROVIDER, SCHOOL
from gongtu.web.cases.present import case_row
from gongtu.web.cases.present.letters import letter_row
from gongtu.web.desk.queue import starts_of
from gongtu.web.http import Request
from gongtu.web.offers.owed import owed_at_home
from gongtu.web.own import own_body
from gongtu.web.wording import name_of

SHOWN = 10


def own_home(by: Capacity) -> Organisation:
    """The school, training provider or industry body the reader acts for.

    Raises:
        NotEntitled: The reader acts in another capacity.
    """
    refusal = _("这是院校、职业培训机构和行业组织经办人的页面。请在“我的账户与身份”中切换身份。")
    return own_body(by, SCHOOL, PROVIDER, INDUSTRY, refusal=refusal)


def home_page(body: Organisation, request: Request) -> dict[str, Any]:
    """Three questions: what waits for us, what are we owed, what can we do next."""
    by, on = request.capacity, request.on
    waiting = cases.waiting_for(by).select_related("holder_organisation")[:SHOWN]
    letters = cases.list_letters_to(by).filter(read_at=None)[:SHOWN]
    return {
        "body": {"name": name_of(body), "division": name_of(body.division)},
        "waiting": [case_row(case, by, on=on) for case in waiting],
        "letters": [letter_row(letter, letter.case) for letter in letters],
        "is_owed": by.role is SCHOOL,
        "owed": owed_at_home(by, on=on) if by.role is SCHOOL else [],
        "starts": starts_of(by),
    }
