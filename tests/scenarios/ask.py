"""What the tests of benefits' questions ask about them beyond asking them; no database."""

from __future__ import annotations

from collections.abc import Iterator

from gongtu.engines.entitlement.asking import ParameterGround
from gongtu.engines.entitlement.declare import Benefit
from gongtu.engines.entitlement.explaining import Explanation
from gongtu.engines.entitlement.expressions import Parameter
from gongtu.engines.entitlement.stories import nodes

TELLS = {"name", "asked", "facts", "rows", "decided", "then"}
ENDS = {"verdict", "amount", "missing", "nearest"}


def parameters_of(benefit: Benefit) -> list[str]:
    """The parameters of its own that its rules name."""
    named = {node.name for node in nodes(benefit) if isinstance(node, Parameter)}
    return sorted(name for name in named if name in benefit.policy)


def read_from_file(explanation: Explanation, name: str) -> Iterator[ParameterGround]:
    """The values of one parameter that were looked at, as the provision's own file has them."""
    key = explanation.benefit.policy[name].key
    findings = (ground for finding in explanation.findings for ground in finding.grounds)
    for ground in (*findings, *explanation.amount_grounds):
        about_it = isinstance(ground, ParameterGround) and ground.key == key
        if about_it and ground.valued.origin == "file":
            yield ground
