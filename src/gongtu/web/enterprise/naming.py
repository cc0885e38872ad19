"""The page on which an assessor names who examines in a session."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.utils.translation import gettext as _

from gongtu.registers.sittings.queries import examining
from gongtu.web.cases.present import case_row
from gongtu.web.enterprise.sessions import NobodyChosen, make, session_of, session_row
from gongtu.web.http import Request


def naming_page(case: Any, request: Request) -> dict[str, Any]:
    """Those who examined for the body before and may here, and room for anybody's number."""
    session = session_of(case.number)
    standing = [one.examiner.number for one in examining.standing_in(session)]
    known = {one.number: one.person.name for one in examining.known_to(session)}
    others = [number for number in standing if number not in known]
    return {
        "case": case_row(case, request.capacity, on=request.on),
        "session": session_row(session),
        "known": [
            {"number": number, "name": called, "checked": number in standing}
            for number, called in known.items()
        ],
        "numbers": request.POST.get("numbers", "\n".join(others)),
        "once": uuid4().hex,
    }


def name(case: Any, request: Request) -> None:
    """Make the move that names the ticked examiners, and those written down line by line.

    Raises:
        NobodyChosen: There is none.
    """
    numbers = [*request.POST.getlist("number"), request.POST.get("numbers", "").strip()]
    text = "\n".join(number for number in numbers if number)
    if not text:
        raise NobodyChosen(_("请先勾选考评人员，或者逐行填写编号。"))
    make(case, {"numbers": text}, request)
