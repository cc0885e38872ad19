"""How each employer says that it treats the reader's grade."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from gongtu.parties import queries as parties
from gongtu.registers.careers import queries as careers
from gongtu.web.chain_page import label_of
from gongtu.web.equal_treatment_page import law_words, table_rows
from gongtu.web.wording import name_of


def treatment_page(person: UUID, on: date) -> dict[str, Any]:
    """What the law says, and one part for each employer of the day."""
    employers = parties.list_employers(person, on)
    return {"law": law_words(on), "employers": [_employer(person, body, on) for body in employers]}


def _employer(person: UUID, body: Any, on: date) -> dict[str, Any]:
    own = careers.own_treatment(person, body.pk, on=on)
    union = parties.union_of(body)
    return {
        "name": name_of(body),
        "union": name_of(union) if union else "",
        "on": own.table.published_on if own.table else None,
        "grade": label_of(own.grade) if own.grade else "",
        "rows": table_rows(own.equals),
    }
