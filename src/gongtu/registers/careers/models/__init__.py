"""What enterprises published of careers."""

from gongtu.registers.careers.models.equal_treatment import TreatmentRow, TreatmentTable
from gongtu.registers.careers.models.guides import CareerGuide, GuideVersion
from gongtu.registers.careers.models.lattices import CareerLattice, LatticeCrossing, LatticePost
from gongtu.registers.careers.models.plans import StaffNeed, StaffPlan
from gongtu.registers.careers.models.published import Published

__all__ = [
    "CareerGuide",
    "CareerLattice",
    "GuideVersion",
    "LatticeCrossing",
    "LatticePost",
    "Published",
    "StaffNeed",
    "StaffPlan",
    "TreatmentRow",
    "TreatmentTable",
]
