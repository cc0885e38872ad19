"""From a rule to plain trees: parameters folded for the day, and the unknown made explicit.

`places` finds the column behind a fact, `values` lowers what has a size, `truths` what holds or
fails, `dated` the parameters.  `Lowering` ties them together for one frame on one day.
"""

from gongtu.engines.entitlement.city.lowering.shapes import LeftOut, Size, Verdict
from gongtu.engines.entitlement.city.lowering.truths import Lowering

__all__ = ["LeftOut", "Lowering", "Size", "Verdict"]
