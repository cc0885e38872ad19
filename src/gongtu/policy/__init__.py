"""Dated policy values: every number an authority may change, with its document and its day.

A value is looked up *as in force on a day*, so a past case can always be worked out again as
it was decided.  What nobody has decided yet is 待核: the value is None, never a guess.

>>> from gongtu.policy.shared import platform
>>> platform.title("minimum_cell"), platform.unit("minimum_cell")
('公开统计的最小人数', '人')
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
