"""Whom a complaint may be about."""

from gongtu.engines.casework.declare import Effect
from gongtu.registers.quality.queries import get_body


def check_body(effect: Effect) -> None:
    """Only bodies that assess are complained of here."""
    get_body(int(effect.answers["body"]))
