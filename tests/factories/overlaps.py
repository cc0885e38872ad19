"""Two jobs at once on one person's record."""

from datetime import date

from gongtu.parties import services as parties
from gongtu.parties.capacity import CLOCK
from gongtu.registers.ladder.queries import Overlap, overlaps_of
from tests.cast import DAY, FITTER, Cast


def works_twice(cast: Cast, since: date = date(2026, 5, 4)) -> Overlap:
    """Wang takes up a second job while the first goes on."""
    person, other = cast.person(cast.wang), cast.bodies["other"]
    parties.employ(person, other, occupation=FITTER, since=since, by=CLOCK, on=DAY)
    return overlaps_of(cast.wang.person)[0]
