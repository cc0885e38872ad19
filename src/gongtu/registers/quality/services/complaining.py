"""Somebody without an account complains about a body that assesses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from gongtu.engines.casework import services as casework
from gongtu.registers.quality.choices import Ground
from gongtu.registers.quality.queries import COMPLAINT, get_body


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """What is wrong, and how the body's office may ask back, if told."""

    ground: Ground
    told: str
    contact: str = ""


def complain(organisation: int, made: Complaint, *, key: str, on: date) -> Any:
    """Open the case at the office of the body's place; the same `key` again finds the first.

    Raises:
        BodyUnknown: It never filed.
        AnswersWrong: A question was left open.
    """
    place = get_body(organisation).organisation.division_id
    answers = {"body": str(organisation), "ground": str(made.ground), "told": made.told}
    told = casework.Told(answers=answers, division=place, key=key, contact=made.contact)
    return casework.open_for_stranger(COMPLAINT, told, on=on)
