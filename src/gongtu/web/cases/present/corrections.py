"""A correction of what was granted, as the desk and the page of its case show it."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from gongtu.base.money import Yuan
from gongtu.engines.casework import queries as cases
from gongtu.parties.capacity import Capacity
from gongtu.web.wording import language, money

MOODS = {"proposed": "wait", "told": "wait", "confirmed": "good"}


def corrections_page(case: Any, by: Capacity, rights: frozenset[str]) -> list[dict[str, Any]]:
    """Those the reader may know of; who the case belongs to may answer one they were told of."""
    opener = by.person is not None and by.person == case.opener_person_id
    mine = opener or (by.organisation or 0) == case.opener_organisation_id
    answers = reverse("cases:remark", args=[case.number]) if mine and "attach" in rights else ""
    return [
        {**correction_row(one), "answer": answers if one.state == "told" else ""}
        for one in cases.corrections_of(case, by)
    ]


def correction_row(one: Any) -> dict[str, Any]:
    """From what to what, why, how far it has come, and until when one may answer."""
    return {
        "id": one.pk,
        "before": money(Yuan.of_fen(one.before)),
        "after": money(Yuan.of_fen(one.after)),
        "because": [reason[language()] for reason in one.because],
        "reason": one.reason,
        "state": one.state,
        "state_label": one.get_state_display(),
        "mood": MOODS.get(one.state, ""),
        "told_on": one.told_on,
        "until": cases.heard_until(one),
        "settled_on": one.settled_on,
    }
