"""Looking at who of the staff fits a post or a line of the plan: each of them can see the look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.parties.capacity import Capacity
from gongtu.records.journal.lines import Line
from gongtu.records.journal.services import write_many
from gongtu.registers.careers.queries import Match, Member, Suited, match_staff, nearest_to
from gongtu.registers.ladder.queries import Candidate


class MatchUnknown(Refused):
    """No post of the channels in force, and no line the plan is short of, is called so."""


@dataclass(frozen=True, slots=True)
class Look:
    """One page of those who fit, with where the next begins, and who else could fit first."""

    match: Match
    fitting: tuple[Suited, ...]
    following: int | None
    nearest: tuple[tuple[Member, Candidate], ...]

    @property
    def members(self) -> Iterator[Member]:
        """Everybody who is named."""
        yield from (one.member for one in self.fitting)
        yield from (member for member, _candidate in self.nearest)


def look_at_match(  # noqa: PLR0913 - a page of a list has no fewer parts
    organisation: int,
    key: str,
    *,
    recognised: bool = False,
    after: int = 0,
    most: int,
    by: Capacity,
    on: date,
) -> Look:
    """Who fits that post or line, and who could next; the look is journaled for each of them.

    `recognised`: of those who fit only those by an agreement on recognition.

    Raises:
        NotEntitled: Not an officer of the enterprise.
        MatchUnknown: There is none of that key.
    """
    matches = match_staff(organisation, by=by, on=on)
    match = next((one for one in matches if one.key == key), None)
    if match is None:
        raise MatchUnknown(_("职业发展通道和技能人才规划里没有这一项；可能已经修订或者补齐。"))
    fitting = match.recognised if recognised else match.fitting
    following = after + most if after + most < len(fitting) else None
    page = fitting[after : after + most]
    look = Look(match, page, following, tuple(nearest_to(match, on=on)))
    write_many(_line(one, organisation, key, by=by, on=on) for one in look.members)
    return look


def _line(member: Member, organisation: int, key: str, *, by: Capacity, on: date) -> Line:
    person = member.person.pk
    what = {"person": person, "organisation": organisation, "part": "matching", "match": key}
    return Line(chain=f"person:{person}", kind="viewed", on=on, by=by, what=what)
