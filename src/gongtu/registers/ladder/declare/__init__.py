"""What provisions declare of the ladder, and the landscape of ways that it makes."""

from gongtu.registers.ladder.declare.careers import (
    GRADE,
    NOTHING,
    SCHOOL,
    TITLE,
    Assumed,
    Careers,
    Course,
    register_careers,
    the_careers,
)
from gongtu.registers.ladder.declare.ladder import (
    Bridge,
    Ladder,
    Option,
    register_bridges,
    register_ladder,
    rules,
    the_bridges,
    the_ladder,
)
from gongtu.registers.ladder.declare.landscape import (
    BY_NAME,
    SCHOOLINGS,
    SINCE,
    TRACKS,
    WORKED,
    check_rows,
    drawn,
)
from gongtu.registers.ladder.declare.work import AFTER_SENIOR, AFTER_TECHNICIAN, Work

__all__ = [
    "AFTER_SENIOR",
    "AFTER_TECHNICIAN",
    "BY_NAME",
    "GRADE",
    "NOTHING",
    "SCHOOL",
    "SCHOOLINGS",
    "SINCE",
    "TITLE",
    "TRACKS",
    "WORKED",
    "Assumed",
    "Bridge",
    "Careers",
    "Course",
    "Ladder",
    "Option",
    "Work",
    "check_rows",
    "drawn",
    "register_bridges",
    "register_careers",
    "register_ladder",
    "rules",
    "the_bridges",
    "the_careers",
    "the_ladder",
]
