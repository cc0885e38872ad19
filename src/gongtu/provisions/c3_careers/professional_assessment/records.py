"""What the registers know of the rule of an application."""

from collections.abc import Mapping

from gongtu.engines.casework.declare import Gathering
from gongtu.engines.entitlement.declare import Known
from gongtu.registers.equivalence.choices import Side
from gongtu.registers.equivalence.declare import Rung
from gongtu.registers.equivalence.known import applied_known
from gongtu.registers.skills.queries import find_session


def gather(case: Gathering) -> Mapping[str, Known]:
    """The row of equivalence of the day of filing: the decision is made under it and names it."""
    session = find_session(case.answers["session"])
    if session is None:
        return {}
    target = Rung(Side.GRADE, session.grade)
    return applied_known(Side.TITLE, target, filed_on=case.opened_on)
