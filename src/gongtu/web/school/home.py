"""A school's home: what waits, what it is owed for its trainees, and what it may begin."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from gongtu.engines.casework import queries as cases
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Organisation
from gongtu.parties.roles import SCHOOL
from gongtu.web.cases.present import case_row
from gongtu.web.cases.present.letters import letter_row
from gongtu.web.desk.queue import starts_of
from gongtu.web.http import Request
from gongtu.web.offers.owed import owed_at_home
from gongtu.web.own import own_body
from gongtu.web.wording import name_of

SHOWN = 10


def own_school(by: Capacity) -> Organisation:
    """The school the reader acts for.

    Raises:
        NotEntitled: The reader acts in another capacity.
    """
    return own_body(by, SCHOOL, refusal=_("这是院校经办人的页面。请在“我的账户与身份”中切换身份。"))


def home_page(body: Organisation, request: Request) -> dict[str, Any]:
    """Three questions: what waits for us, what are we owed, what can we do next."""
    by, on = request.capacity, request.on
    waiting = cases.waiting_for(by).select_related("holder_organisation")[:SHOWN]
    letters = cases.list_letters_to(by).filter(read_at=None)[:SHOWN]
    return {
        "body": {"name": name_of(body), "division": name_of(body.division)},
        "waiting": [case_row(case, by, on=on) for case in waiting],
        "letters": [letter_row(letter, letter.case) for letter in letters],
        "owed": owed_at_home(by, on=on),
        "starts": starts_of(by),
    }
