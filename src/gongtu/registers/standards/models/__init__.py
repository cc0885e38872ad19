"""Tables of the register of standards: editions with their comments and uses, special abilities."""

from gongtu.registers.standards.models.abilities import (
    AbilityAssessor,
    AbilityOpinion,
    AbilityProject,
)
from gongtu.registers.standards.models.editions import (
    Comment,
    SessionStandard,
    StandardVersion,
)
from gongtu.registers.standards.models.examinations import AbilityCandidate, AbilitySession

__all__ = [
    "AbilityAssessor",
    "AbilityCandidate",
    "AbilityOpinion",
    "AbilityProject",
    "AbilitySession",
    "Comment",
    "SessionStandard",
    "StandardVersion",
]
