"""What provisions declare of the ladder, and the landscape of ways that it makes."""

from gongtu.registers.ladder.declare.careers import (
    GRADE,
    NOTHING,
    SCHOOL,
    TITLE,
    Assumed,
    Bridge,
    Careers,
    Course,
    register_careers,
    the_careers,
)
from gongtu.registers.ladder.declare.ladder import Ladder, Option, register_ladder, the_ladder
from gongtu.registers.ladder.declare.landscape import (
    BY_NAME,
    SCHOOLINGS,
    SINCE,
    TRACKS,
    WORKED,
    check_rows,
    drawn,
)

__all__ = [
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
    "check_rows",
    "drawn",
    "register_careers",
    "register_ladder",
    "the_careers",
    "the_ladder",
]
