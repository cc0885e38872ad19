"""What the credit bank knows of what is offered (Art. 24)."""

from collections.abc import Mapping

from gongtu.engines.casework.declare import Gathering
from gongtu.engines.entitlement.declare import Known
from gongtu.registers.credits.known import conferred_known, convertible_known
from gongtu.registers.credits.services import Application


def application_of(case: Gathering) -> Application:
    """What is asked, under the rules of the day it was asked."""
    told = case.answers
    return Application(case.person, str(told["programme"]), str(told["source"]), case.opened_on)


def gather(case: Gathering) -> Mapping[str, Known]:
    """What it brings, whether it counts elsewhere, and whether the diploma is given."""
    known = convertible_known(application_of(case), case_number=case.case_number, on=case.on)
    return known | conferred_known(case.case_number, on=case.on)
