"""One case as its page shows it to one reader."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from gongtu.engines.casework import queries as cases
from gongtu.engines.casework.registry import folder_of, get_procedure
from gongtu.parties.capacity import Capacity
from gongtu.parties.roles import OFFICES, Role
from gongtu.web.cases.present.answers import answers_of, known_rows
from gongtu.web.cases.present.attachments import attachments_of
from gongtu.web.cases.present.conditions import findings_of
from gongtu.web.cases.present.corrections import corrections_page
from gongtu.web.cases.present.desk import desk_of, rating_page, rights_page
from gongtu.web.cases.present.history import history_page
from gongtu.web.cases.present.letters import letter_rows
from gongtu.web.cases.present.returning import recovery_page
from gongtu.web.cases.present.rows import case_row
from gongtu.web.cases.sections import section_of
from gongtu.web.chain_page import label_of
from gongtu.web.offers.explained import findings_page
from gongtu.web.wording import name_of, shown, told


def case_page(case: Any, by: Capacity, *, on: date) -> dict[str, Any]:
    """Course, letters, file, conditions, moves, tools, rights, parties and history."""
    folder = folder_of(case.procedure)
    moves = cases.moves_open_to(case, by, on=on)
    rights = cases.rights_of(case, by)
    return {
        "case": _case(case, by, rights, on=on),
        "course": course_page(case, on=on),
        "section": section_of(case, on=on),
        "letters": letter_rows(case),
        "answers": answers_of(case),
        "contact": cases.contact_of(case, by),
        "known": _known(case, by, on=on),
        "attachments": attachments_of(case),
        "corrections": corrections_page(case, by, rights),
        "recovery": recovery_page(case, by),
        "findings": findings_page(findings_of(case, moves, on=on), folder),
        "moves": [_move(case, move, folder) for move in moves],
        "objections": _objections(case, by),
        "notice": _notice(case),
        "desk": desk_of(case, by, rights, on=on),
        "rights": rights_page(case, rights),
        "rating": rating_page(case, by),
        "parties": _parties(case),
        "history": history_page(case, by),
    }


def course_page(case: Any, *, on: date) -> list[dict[str, Any]]:
    """The stages as a line: where it is, whose turn, until when."""
    folder = folder_of(case.procedure)
    refused = {end.key for end in get_procedure(case.procedure).ends if end.refused}
    return [
        {
            "state": step.when.value,
            "label": told(step.label, folder),
            "holder": _holder(case, step.who),
            "due": step.until,
            "late": step.late,
            "unconfirmed": bool(step.terms) and step.until is None,
            "on": step.left_on or step.since,
            "refused": step.key in refused,
        }
        for step in cases.course_of(case, on=on)
    ]


def _case(case: Any, by: Capacity, rights: frozenset[str], *, on: date) -> dict[str, Any]:
    row = case_row(case, by, on=on)
    return {
        **row,
        "guide": reverse("public:show_guide", args=[case.procedure]),
        "late_says": _("应由%(holder)s在%(due)s前办理。")
        % {"holder": row["holder"], "due": shown(row["due"])}
        if row["late"]
        else "",
        "may_attach": "attach" in rights,
        "attach": reverse("cases:attach", args=[case.number]),
        "attachment_kinds": _("PDF、图片、Word或者Excel"),
        "attachment_limit": "20 MB",
    }


def _holder(case: Any, who: str) -> str:
    """The body by its name, a person by theirs, a seat still empty by its role."""
    if case.holder_organisation_id or case.holder_person_id or not case.holder_role:
        return who
    return label_of(Role(case.holder_role))


def _known(case: Any, by: Capacity, *, on: date) -> list[dict[str, str]]:
    """The registers' facts, for offices and for whom they are about."""
    procedure = get_procedure(case.procedure)
    concerned = case.opener_person_id is not None and by.person == case.opener_person_id
    own = by.organisation is not None and by.organisation == case.opener_organisation_id
    if not procedure.facts or not (by.role in OFFICES or concerned or own):
        return []
    return known_rows(procedure, cases.known_of(case, cases.gathering_of(case, on=on)))


def _move(case: Any, move: Any, folder: Any) -> dict[str, Any]:
    address = reverse("cases:make_move", args=[case.number, move.key])
    return {"label": told(move.label, folder), "address": address, "hurts": move.hurts}


def _objections(case: Any, by: Capacity) -> list[dict[str, Any]]:
    """What was held against the notice, for offices and for the body that must answer."""
    holder = by.organisation is not None and by.organisation == case.holder_organisation_id
    if not holder and by.role not in OFFICES:
        return []
    return [
        {
            "id": each.pk,
            "text": each.text,
            "name": each.name or _("未署名"),
            "made_on": each.made_on,
            "answer": each.answer,
            "answered_on": each.answered_on,
            "address": reverse("cases:answer_objection", args=[case.number, each.pk])
            if holder and each.answered_on is None
            else "",
        }
        for each in cases.objections_to(case)
    ]


def _notice(case: Any) -> dict[str, Any] | None:
    notice = cases.notice_of(case)
    if notice is None or notice.withdrawn_on is not None:
        return None
    address = reverse("public:show_notice", args=[notice.pk])
    return {"address": address, "opened_on": notice.opened_on, "until": notice.until}


def _parties(case: Any) -> list[dict[str, str]]:
    current = (party for party in case.parties.all() if party.until is None)
    return [
        {"role": label_of(Role(party.role)), "name": name_of(party.organisation or party.person)}
        for party in current
    ]
