"""What each step of making a plan writes into the register of quality."""

from decimal import Decimal

from gongtu.engines.casework.declare import Effect
from gongtu.provisions.c3_careers.assessment_plan.rules import POLICY
from gongtu.registers.quality import services as quality


def open_plan(effect: Effect) -> None:
    """An office plans a year once."""
    quality.open_plan(
        effect.case_number, office=effect.organisation, year=effect.answers["year"], on=effect.on
    )


def name_body(effect: Effect) -> None:
    """A body is put in for a reason."""
    told = effect.move_answers
    quality.name_body(effect.case_number, int(told["body"]), reason=told["why"], on=effect.on)


def draw_bodies(effect: Effect) -> None:
    """Of the others a share is drawn."""
    percent = effect.move_answers["percent"]
    quality.draw_bodies(
        effect.case_number,
        own=None if percent is None else Decimal(percent),
        rule=POLICY.rate("drawn_percent", on=effect.on),
        by=effect.by,
        on=effect.on,
    )


def adopt(effect: Effect) -> None:
    """It is the plan of the year."""
    quality.adopt_plan(effect.case_number, on=effect.on)


def drop(effect: Effect) -> None:
    """The draft is given up."""
    quality.drop_plan(effect.case_number, on=effect.on)
