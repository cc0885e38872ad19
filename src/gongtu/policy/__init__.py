"""Dated policy values: every number an authority may change, with its document and its day.

A value is looked up *as in force on a day*, so a past case can always be worked out again as
it was decided.  What nobody has decided yet is 待核: the value is None, never a guess.

>>> from datetime import date
>>> from gongtu.policy.shared import platform
>>> platform.count("minimum_cell", on=date(2026, 9, 1))
5
"""

from gongtu.policy.parameters import (
    Parameter,
    Policy,
    all_parameters,
    check_overlay,
    get_parameter,
)
from gongtu.policy.values import DecidedValue, Valued

__all__ = [
    "DecidedValue",
    "Parameter",
    "Policy",
    "Valued",
    "all_parameters",
    "check_overlay",
    "get_parameter",
]
