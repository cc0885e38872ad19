"""What the registers know of a session, of the filing it stands on, and of how it is held."""

from collections.abc import Mapping

from gongtu.engines.casework.declare import Gathering
from gongtu.engines.entitlement.declare import Known
from gongtu.registers.sittings.known import sitting_known
from gongtu.registers.skills.known import filing_facts, session_facts


def gather(case: Gathering) -> Mapping[str, Known]:
    """Whether the filing covers the plan on the day of the sitting, and how far results are."""
    occupation, planned_on = str(case.answers["occupation"]), case.answers["planned_on"]
    covers = filing_facts(case.organisation, occupation, case.answers["grade"], on=planned_on)
    held = sitting_known(case.case_number, on=case.on)
    return covers | session_facts(case.case_number, on=case.on) | held
