"""What others read of the ladder: where somebody stands, the way on, what does not fit together."""

from gongtu.registers.ladder.queries.careers import Map, Reach, StudyUnfit, WhatIf, map_of
from gongtu.registers.ladder.queries.doubts import Doubt, doubts_of
from gongtu.registers.ladder.queries.sessions import sessions_for
from gongtu.registers.ladder.queries.standing import (
    YEAR,
    OccupationUnknown,
    Standing,
    Step,
    Way,
    get_occupation,
    held_grade,
    list_added,
    list_occupations_of,
    minor_group,
    months_missing,
    options_for,
    standing_of,
    standings_of,
    steps_of,
    steps_to,
    wording_of,
    wordings_of,
)
from gongtu.registers.ladder.queries.ways import Aim, Leg, Route
from gongtu.registers.ladder.queries.wordings import (
    decides_wordings,
    list_wording_proposals,
    list_wordings,
)

__all__ = [
    "YEAR",
    "Aim",
    "Doubt",
    "Leg",
    "Map",
    "OccupationUnknown",
    "Reach",
    "Route",
    "Standing",
    "Step",
    "StudyUnfit",
    "Way",
    "WhatIf",
    "decides_wordings",
    "doubts_of",
    "get_occupation",
    "held_grade",
    "list_added",
    "list_occupations_of",
    "list_wording_proposals",
    "list_wordings",
    "map_of",
    "minor_group",
    "months_missing",
    "options_for",
    "sessions_for",
    "standing_of",
    "standings_of",
    "steps_of",
    "steps_to",
    "wording_of",
    "wordings_of",
]
