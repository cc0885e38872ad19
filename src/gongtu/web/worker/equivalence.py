"""What the worker's own grades, titles and schooling come to by the register of equivalence."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse

from gongtu.registers.equivalence import queries as equivalence
from gongtu.registers.equivalence.choices import Outcome
from gongtu.registers.equivalence.queries import Standing
from gongtu.registers.qualifications.choices import Kind, State
from gongtu.registers.qualifications.queries import list_qualifications
from gongtu.web.chain_page import label_of
from gongtu.web.equivalence_page import answers_page, counts_kept, rung_words
from gongtu.web.wording import listed


def own_page(person: UUID, on: date) -> dict[str, Any]:
    """Qualifications on record; by occupation and beside, the rows that begin there; rulings."""
    standings = equivalence.standing_of(person, on=on)
    return {
        "qualifications": [_qualification(one, on) for one in list_qualifications(person)],
        "standings": [_standing(one) for one in standings if one.occupation or one.answers],
        "rulings": [_ruling(one) for one in equivalence.rulings_of(person)],
    }


def _standing(standing: Standing) -> dict[str, Any]:
    return {
        "name": standing.occupation.name if standing.occupation else "",
        "held": listed(rung_words(one) for one in sorted(standing.held, key=lambda r: r.address)),
        "answers": answers_page(standing.answers),
    }


def _qualification(one: Any, on: date) -> dict[str, Any]:
    state = one.state_on(on)
    return {
        "name": one.name,
        "kind": label_of(Kind(one.kind)),
        "level": one.level,
        "number": one.number,
        "issuer": one.issuer,
        "issued_on": one.issued_on,
        "valid_through": one.valid_through,
        "state": label_of(state),
        "counts": state is State.IN_FORCE,
        "case": one.case_number,
        "case_address": reverse("cases:show_case", args=[one.case_number]),
    }


def _ruling(ruling: Any) -> dict[str, Any]:
    return {
        "case": ruling.case_number,
        "case_address": reverse("cases:show_case", args=[ruling.case_number]),
        "row_address": reverse("public:show_equivalence", args=[ruling.row]),
        "stated_since": ruling.stated_since,
        "decided_on": ruling.decided_on,
        "outcome": label_of(Outcome(ruling.outcome)),
        "granted": ruling.outcome == Outcome.GRANTED,
        "counts": counts_kept(equivalence.get_row(ruling.row), ruling.says),
    }
