"""A case, or a draft of one, as a line of a list; costs no query."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from gongtu.engines.casework import queries as cases
from gongtu.engines.casework.declare import End
from gongtu.engines.casework.registry import folder_of, get_procedure
from gongtu.parties.capacity import Capacity
from gongtu.parties.roles import Role
from gongtu.web.chain_page import label_of
from gongtu.web.wording import name_of, title_of, titled, told


def case_row(case: Any, by: Capacity, *, on: date) -> dict[str, Any]:
    """Number, title, stage, whose turn, until when, and whether that is past."""
    procedure = get_procedure(case.procedure)
    stage = procedure[case.stage]
    due = None if case.due_order == date.max else case.due_order
    return {
        "number": case.number,
        "turn": case.turn,
        "address": reverse("cases:show_case", args=[case.number]),
        "title": case_title(case),
        "procedure_title": title_of(procedure),
        "stage_label": told(stage.label, folder_of(case.procedure)),
        "division": name_of(case.division),
        "opened_on": case.opened_on,
        "closed_on": case.closed_on,
        "due": due,
        "late": due is not None and on > due,
        "mood": _mood(stage, late=due is not None and on > due),
        "holder": holder_of(case),
        "is_mine_to_move": is_holder(case, by),
    }


def waiting_rows(by: Capacity, *, on: date, shown: int) -> list[dict[str, Any]]:
    """The most urgent cases that wait for the reader's body, and who opened each, if another."""
    openers = ("holder_organisation", "opener_organisation", "opener_person")
    found = cases.waiting_for(by).select_related(*openers)[:shown]
    return [{**case_row(one, by, on=on), "opener": _opener(one, by)} for one in found]


def _opener(case: Any, by: Capacity) -> str:
    opener = case.opener_organisation or case.opener_person
    is_own = case.opener_organisation_id == by.organisation
    return "" if is_own or opener is None else name_of(opener)


def case_title(case: Any) -> str:
    """The title in the reader's language; of one with a name in it what stands before the name."""
    folder = folder_of(case.procedure)
    if (whole := told(case.title, folder)) != case.title:
        return whole
    return _("：").join(titled(told(part, folder)) for part in case.title.split("：", 1))


def holder_of(case: Any) -> str:
    """Whose turn it is: the body by name, a person by their role; empty once closed."""
    if case.holder_organisation_id is not None:
        return name_of(case.holder_organisation)
    return label_of(Role(case.holder_role)) if case.holder_role else ""


def is_holder(case: Any, by: Capacity) -> bool:
    """Whether the next move is the reader's."""
    if by.organisation is not None:
        return bool(case.holder_organisation_id == by.organisation)
    return by.person is not None and bool(case.holder_person_id == by.person)


def draft_rows(by: Capacity) -> list[dict[str, Any]]:
    """What is half filled in: openings by their procedure, moves by their case."""
    return [
        {
            "title": title_of(get_procedure(draft.procedure)),
            "address": reverse("cases:make_move", args=[draft.about, draft.move])
            if draft.about
            else reverse("cases:start_case", args=[draft.procedure]),
            "discard": ""
            if draft.about
            else reverse("cases:discard_draft", args=[draft.procedure]),
            "saved_on": draft.saved_on,
        }
        for draft in cases.list_drafts(by)
    ]


def _mood(stage: Any, *, late: bool) -> str:
    if isinstance(stage, End):
        return "bad" if stage.refused else "good"
    return "late" if late else ""
