"""A worker's career channels: what each employer published, and where the reader stands on it."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from gongtu.parties import queries as parties
from gongtu.registers.careers import queries as careers
from gongtu.web.lattice_page import lattice_page, standing_words
from gongtu.web.wording import name_of


def lattice_pages(person: UUID, on: date) -> dict[str, Any]:
    """One for each employer of the day."""
    return {
        "employers": [_employer(person, body, on) for body in parties.list_employers(person, on)]
    }


def _employer(person: UUID, body: Any, on: date) -> dict[str, Any]:
    version = careers.LATTICES.latest(body.pk)
    if version is None:
        return {"name": name_of(body), "page": None}
    lattice = careers.lattice_of(version)
    standing = careers.standing_in(person, body.pk, lattice, on=on)
    return {
        "name": name_of(body),
        "on": version.published_on,
        "page": lattice_page(body.pk, lattice, standing),
        "standing": standing and standing_words(standing),
    }
