"""Somebody without an account opens a case, and follows it under an address nobody guesses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db import transaction

from gongtu.engines.casework.models import Case, Letter, Stranger
from gongtu.engines.casework.queries.strangers import letters_to_stranger
from gongtu.engines.casework.services.onceness import found_or_done
from gongtu.engines.casework.services.opening import open_case
from gongtu.engines.casework.services.serving import hand_to_stranger
from gongtu.parties.capacity import PUBLIC


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What somebody without an account tells, of which place, under which key of their form.

    Whoever knows the `key` is led to the case again, so it must be one that nobody guesses.
    """

    answers: Mapping[str, Any]
    division: str
    key: str
    contact: str = ""


def open_for_stranger(procedure: str, told: Told, *, on: date) -> Case:
    """Open a case that anybody may open; a second click finds the first's.

    Raises:
        WrongHands: Not a procedure that the public opens.
        AnswersWrong: With every field at fault.
    """

    def found() -> Case | None:
        return Case.objects.filter(stranger__key=told.key).first()

    return found_or_done(found, lambda: _open(procedure, told, on=on))


def read_as_stranger(case: Case, *, on: date, at: datetime) -> list[Letter]:
    """The letters to whoever follows the case without an account: to open them is to get them."""
    letters = list(letters_to_stranger(case))
    for letter in letters:
        hand_to_stranger(letter, on=on, at=at)
    return letters


@transaction.atomic
def _open(procedure: str, told: Told, *, on: date) -> Case:
    by = replace(PUBLIC, division=told.division)
    case = open_case(procedure, answers=told.answers, by=by, on=on)
    Stranger.objects.create(case=case, key=told.key, contact=told.contact.strip())
    return case
