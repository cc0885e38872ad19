"""Tables of the register of sittings."""

from gongtu.registers.sittings.models.examiners import (
    Assignment,
    Examiner,
    ExaminerScope,
    Kinship,
)
from gongtu.registers.sittings.models.incidents import Incident
from gongtu.registers.sittings.models.marks import MarkEntry, MarkReview
from gongtu.registers.sittings.models.sittings import Draw, Room, Sitting

__all__ = [
    "Assignment",
    "Draw",
    "Examiner",
    "ExaminerScope",
    "Incident",
    "Kinship",
    "MarkEntry",
    "MarkReview",
    "Room",
    "Sitting",
]
