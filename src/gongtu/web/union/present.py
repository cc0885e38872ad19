"""The letters of a union or federation, each with whether it was answered."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from gongtu.engines.casework import queries as cases
from gongtu.engines.casework.letters import addressee_of
from gongtu.engines.casework.registry import folder_of, get_procedure
from gongtu.parties import queries as parties
from gongtu.parties.access import NotEntitled
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Organisation
from gongtu.parties.roles import FEDERATION, UNION
from gongtu.registers.careers import queries as careers
from gongtu.registers.recognition import queries as recognition
from gongtu.web.agreements_page import agreements_page
from gongtu.web.asking import number_asked, number_of, page_of
from gongtu.web.cases.present import case_row
from gongtu.web.cases.present.letters import letter_row
from gongtu.web.desk.queue import starts_of
from gongtu.web.equal_treatment_page import check_rows, law_words, table_rows
from gongtu.web.http import Request
from gongtu.web.wording import language, name_of, told

SHOWN = 20


def own_union(by: Capacity) -> Organisation:
    """The union or federation the reader acts for.

    Raises:
        NotEntitled: The reader acts in another capacity.
    """
    if by.role not in (UNION, FEDERATION) or by.organisation is None:
        raise NotEntitled(_("这是工会的页面。请在“我的账户与身份”中切换身份。"))
    return parties.get_organisation(by.organisation)


def home_page(body: Organisation, request: Request) -> dict[str, Any]:
    """What waits for us, what we wrote and whether it was answered, what we can begin."""
    by, on = request.capacity, request.on
    waiting = cases.waiting_for(by).select_related("holder_organisation")[:SHOWN]
    sent = cases.list_letters_from(by)
    if (after := number_asked(request)) is not None:
        sent = sent.filter(pk__lt=after)
    rows, pages = page_of(sent, request, number_of)
    letters = [sent_letter(letter, on) for letter in rows]
    return {
        "body": {
            "name": name_of(body),
            "enterprise": name_of(body.parent) if body.parent and by.role is UNION else "",
        },
        "waiting": [case_row(case, by, on=on) for case in waiting],
        "late": [letter for letter in letters if letter["state"] == "late"],
        "letters": letters,
        "starts": starts_of(by),
        "is_federation": by.role is FEDERATION,
        **pages,
    }


def agreements_of(body: Organisation, request: Request) -> dict[str, Any]:
    """Agreements of the enterprise whose union it is."""
    found = recognition.list_agreements_of(body.parent_id or 0)
    return agreements_page(found, request, as_party=True)


def treatment_of(body: Organisation, request: Request) -> dict[str, Any]:
    """The table in force at the enterprise whose union it is; a federation has none of its own."""
    enterprise = (body.parent_id if request.capacity.role is UNION else None) or 0
    found: dict[str, Any] = {"law": law_words(request.on)}
    if (table := careers.TREATMENTS.latest(enterprise)) is None:
        return found
    check = careers.check_treatment(enterprise, by=request.capacity, on=request.on)
    return {
        **found,
        "published": {"version": table.version, "on": table.published_on},
        "rows": table_rows(careers.equals_of(table)),
        "check": check_rows(check),
    }


def sent_letter(letter: Any, on: date) -> dict[str, Any]:
    """One letter with its state: due, late, answered or closed, and by whom it is owed."""
    case = letter.case
    state, due = _state(letter, on)
    words = {
        "due": _("等待答复"),
        "late": _("逾期未答复"),
        "open": _("等待答复，期限待核"),
        "answered": _("对方已有回应"),
        "closed": _("已办结"),
    }
    moods = {"due": "wait", "late": "late", "open": "wait", "answered": "good", "closed": "good"}
    stage = get_procedure(case.procedure)[case.stage]
    return {
        **letter_row(letter, case),
        "case": case_row(case, _NOBODY, on=on),
        "addressee": addressee_of(letter, language()),
        "state": state,
        "state_label": words[state],
        "state_mood": moods[state],
        "stage_label": told(stage.label, folder_of(case.procedure)),
        "due": due,
        "days_late": (on - due).days if due and state == "late" else 0,
    }


_NOBODY = Capacity(UNION, None, None, None, None, "")


def _state(letter: Any, on: date) -> tuple[str, date | None]:
    case = letter.case
    if case.closed_on is not None:
        return "closed", None
    move = next(m for m in get_procedure(case.procedure).moves if m.key == letter.move)
    awaited = case.stage == move.to and case.holder_organisation_id == letter.to_organisation_id
    if not awaited:
        return "answered", None
    due = None if case.due_order == date.max else case.due_order
    if due is None:
        return "open", None
    return ("late" if on > due else "due"), due
