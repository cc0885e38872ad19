"""Everything that is written into the register of sittings, by the thing that happens."""

from gongtu.registers.sittings.services.appealing import (
    Appeal,
    AppealNotOpen,
    check_appeal,
    correct_on_appeal,
    keep_on_appeal,
)
from gongtu.registers.sittings.services.archiving import archive
from gongtu.registers.sittings.services.arranging import (
    AlreadyArranged,
    NotArranged,
    NumberUnknown,
    Wanted,
    arrange,
)
from gongtu.registers.sittings.services.calling_off import tell_called_off
from gongtu.registers.sittings.services.examiners import (
    ExaminerNotSound,
    declare_relative,
    end_examiner,
    file_examiner,
    own_filing,
)
from gongtu.registers.sittings.services.examining import (
    TooFewExaminers,
    draw_examiners,
    stand_down,
)
from gongtu.registers.sittings.services.incidents import (
    Happening,
    IncidentNotSound,
    note_incident,
)
from gongtu.registers.sittings.services.marking import Line, enter_marks
from gongtu.registers.sittings.services.naming import name_examiners, why_not_by
from gongtu.registers.sittings.services.reviewing import (
    NothingToSample,
    draw_sample,
    enter_reviews,
)
from gongtu.registers.sittings.services.seating import (
    AlreadyListed,
    RegistrationShut,
    SeatTaken,
    draw_seats,
    enlist,
    enrol,
    give_back,
    open_seats,
    register,
    require_session,
)

__all__ = [
    "AlreadyArranged",
    "AlreadyListed",
    "Appeal",
    "AppealNotOpen",
    "ExaminerNotSound",
    "Happening",
    "IncidentNotSound",
    "Line",
    "NotArranged",
    "NothingToSample",
    "NumberUnknown",
    "RegistrationShut",
    "SeatTaken",
    "TooFewExaminers",
    "Wanted",
    "archive",
    "arrange",
    "check_appeal",
    "correct_on_appeal",
    "declare_relative",
    "draw_examiners",
    "draw_sample",
    "draw_seats",
    "end_examiner",
    "enlist",
    "enrol",
    "enter_marks",
    "enter_reviews",
    "file_examiner",
    "give_back",
    "keep_on_appeal",
    "name_examiners",
    "note_incident",
    "open_seats",
    "own_filing",
    "register",
    "require_session",
    "stand_down",
    "tell_called_off",
    "why_not_by",
]
