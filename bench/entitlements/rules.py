"""The forty rules. Synthetic: none is the law of any place; only their weight is realistic."""

from bench.entitlements import skilled, working  # noqa: F401 - each declares its rules
from bench.entitlements.declaring import DECLARED, ON, POLICY
from gongtu.engines.entitlement.declare import Benefit

RULES: tuple[Benefit, ...] = tuple(DECLARED)

__all__ = ["ON", "POLICY", "RULES"]
