"""What enterprises write of careers."""

from gongtu.registers.careers.services.equal_treatment import (
    TreatmentUnsound,
    adopt_usual_treatment,
    publish_treatment,
    usual_treatment,
)
from gongtu.registers.careers.services.guides import (
    GuideStale,
    GuideUnsound,
    Proposal,
    agree,
    ask_change,
    propose_guide,
)
from gongtu.registers.careers.services.lattices import (
    adopt_usual_lattice,
    publish_lattice,
    usual_lattice,
)
from gongtu.registers.careers.services.matching import Look, MatchUnknown, look_at_match
from gongtu.registers.careers.services.plans import (
    MOST_YEARS,
    USUAL_YEARS,
    PlanUnsound,
    adopt_usual_plan,
    publish_plan,
)

__all__ = [
    "MOST_YEARS",
    "USUAL_YEARS",
    "GuideStale",
    "GuideUnsound",
    "Look",
    "MatchUnknown",
    "PlanUnsound",
    "Proposal",
    "TreatmentUnsound",
    "adopt_usual_lattice",
    "adopt_usual_plan",
    "adopt_usual_treatment",
    "agree",
    "ask_change",
    "look_at_match",
    "propose_guide",
    "publish_lattice",
    "publish_plan",
    "publish_treatment",
    "usual_lattice",
    "usual_treatment",
]
