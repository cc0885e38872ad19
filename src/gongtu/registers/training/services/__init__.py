"""What is written into the register of training: courses to come, courses held, trainees."""

from gongtu.registers.training.services.courses import (
    DrawnAlready,
    NotThisTraining,
    NumberTaken,
    Plan,
    complete,
    enter,
    open_course,
    record_subsidy,
    take_back_subsidy,
)
from gongtu.registers.training.services.places import (
    AlreadySignedUp,
    AnnouncementWrong,
    Coming,
    NotRunning,
    PlaceTaken,
    announce,
    call_off,
    sign_up,
    start,
    withdraw,
)

__all__ = [
    "AlreadySignedUp",
    "AnnouncementWrong",
    "Coming",
    "DrawnAlready",
    "NotRunning",
    "NotThisTraining",
    "NumberTaken",
    "PlaceTaken",
    "Plan",
    "announce",
    "call_off",
    "complete",
    "enter",
    "open_course",
    "record_subsidy",
    "sign_up",
    "start",
    "take_back_subsidy",
    "withdraw",
]
