"""A case as whoever opened it without an account follows it."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from gongtu.engines.casework import queries as cases
from gongtu.engines.casework import services as casework
from gongtu.engines.casework.registry import folder_of, get_procedure
from gongtu.records.context import instant_of
from gongtu.web.cases.present.letters import letter_told
from gongtu.web.http import Request, noting
from gongtu.web.wording import listed, name_of, place_of, title_of, told


def address_of(case: Any) -> str:
    """Where whoever opened the case follows it, and nobody else."""
    return reverse("public:follow_case", args=[cases.token_of(case)])


def followed_page(case: Any, request: Request) -> dict[str, Any]:
    """How far the matter is, the answer and the letters; nothing of what is on record."""
    procedure = get_procedure(case.procedure, case.version)
    stage = procedure[case.stage]
    with noting():
        letters = casework.read_as_stranger(case, on=request.on, at=instant_of(request.on))
    return {
        "title": title_of(procedure),
        "number": case.number,
        "guide": reverse("public:show_guide", args=[procedure.key]),
        "basis": listed(map(place_of, procedure.basis)),
        "opened_on": case.opened_on,
        "closed_on": case.closed_on,
        "stage": told(stage.public or stage.label, folder_of(case.procedure)),
        "body": name_of(case.holder_organisation) if case.holder_organisation else "",
        "due": case.legal_due,
        "late": case.late_since,
        "answers": cases.answers_given(case),
        "letters": [letter_told(letter) for letter in letters],
    }
