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

__all__ = [
    "AbilityAssessor",
    "AbilityOpinion",
    "AbilityProject",
    "Comment",
    "SessionStandard",
    "StandardVersion",
]
