"""Tables of the register of quality."""

from gongtu.registers.quality.models.checks import Check, Finding, Sample
from gongtu.registers.quality.models.measures import PUBLIC_STEPS, Comment, Hearing, Measure
from gongtu.registers.quality.models.plans import Plan, PlannedCheck

__all__ = [
    "PUBLIC_STEPS",
    "Check",
    "Comment",
    "Finding",
    "Hearing",
    "Measure",
    "Plan",
    "PlannedCheck",
    "Sample",
]
