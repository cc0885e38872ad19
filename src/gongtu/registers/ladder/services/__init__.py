"""What is written of the ladder, and whom it bars."""

from gongtu.registers.ladder.services.gate import (
    NotKnownToBeOpen,
    NotYetOpen,
    SeatElsewhere,
    find_barred,
    require_one_seat,
    require_open,
)
from gongtu.registers.ladder.services.loading import load_added, load_wordings
from gongtu.registers.ladder.services.overlaps import Days, put_right
from gongtu.registers.ladder.services.waiting import count_waiters
from gongtu.registers.ladder.services.wordings import (
    Worded,
    WordingNotSound,
    confirm_wording,
    propose_wording,
    record_wording,
    reject_wording,
)

__all__ = [
    "Days",
    "NotKnownToBeOpen",
    "NotYetOpen",
    "SeatElsewhere",
    "Worded",
    "WordingNotSound",
    "confirm_wording",
    "count_waiters",
    "find_barred",
    "load_added",
    "load_wordings",
    "propose_wording",
    "put_right",
    "record_wording",
    "reject_wording",
    "require_one_seat",
    "require_open",
]
