"""The posts of an enterprise's channels and what its plan is short of, with those who fit.

A title is told to its holder and the office, not to an employer: who fits is asked of the grade,
and a post that asks for a title says that the enterprise has to see it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from gongtu.parties import access
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Organisation
from gongtu.parties.queries import get_organisation
from gongtu.registers.careers.queries.fitting import Asks, Fit, asks_of, fit_of
from gongtu.registers.careers.queries.gaps import SHOWN, Short, short_lines
from gongtu.registers.careers.queries.lattices import lattice_of
from gongtu.registers.careers.queries.staff import Member, staff_of
from gongtu.registers.careers.queries.versions import LATTICES, PLANS
from gongtu.registers.careers.rows import Post
from gongtu.registers.ladder.declare import GRADE
from gongtu.registers.ladder.queries import Aim, Candidate, soonest_to


@dataclass(frozen=True, slots=True)
class Suited:
    """One of the staff against what is asked."""

    member: Member
    fit: Fit


@dataclass(frozen=True, slots=True)
class Match:
    """A post, or a line that the plan is short of, and the staff in the order of entry.

    `key` is its name in addresses.  Nobody is in `fitting` or `others` where no grade is asked.
    """

    key: str
    post: Post | None
    short: Short | None
    asks: Asks
    fitting: tuple[Suited, ...]
    others: tuple[Suited, ...]

    @property
    def recognised(self) -> tuple[Suited, ...]:
        """Those of `fitting` whose grade counts by an agreement on recognition."""
        return tuple(one for one in self.fitting if one.fit.basis and one.fit.basis.recognised)

    @property
    def withheld(self) -> list[tuple[Organisation, int]]:
        """Whose certificates would do, if there were an agreement on them: of how many people."""
        lacks = [lack.uncounted for one in self.others for lack in one.fit.lacks]
        return Counter(one.issuer for one in lacks if one is not None).most_common()


def match_staff(organisation: int, *, by: Capacity, on: date) -> list[Match]:
    """Every post of the channels in force, then every line the plan in force is short of.

    Raises:
        NotEntitled: Not an officer of the enterprise.
    """
    body = get_organisation(organisation)
    access.require(by, "plan-careers", body, on=on)
    staff = staff_of(organisation, on=on)
    return [
        *(_match(key, staff, post=post) for key, post in _posts(organisation)),
        *(_match(key, staff, short=short) for key, short in _short(organisation, staff, on)),
    ]


def nearest_to(match: Match, *, on: date) -> list[tuple[Member, Candidate]]:
    """Of those who do not fit the three who could apply for the grade first.

    Each in their own occupation; asked once for each.
    """
    if match.asks.grade is None:
        return []
    aim = Aim(GRADE, match.asks.grade.value)
    members = {one.member.person.pk: one.member for one in match.others}
    people: dict[str, list[UUID]] = defaultdict(list)
    for person, one in members.items():
        if one.occupation and match.asks.occupation in ("", one.occupation):
            people[one.occupation].append(person)
    found = (
        candidate
        for occupation, some in people.items()
        for candidate in soonest_to(some, occupation, [aim], most=SHOWN, on=on)[aim]
    )
    first = sorted(found, key=lambda one: (one.on, one.steps))[:SHOWN]
    return [(members[one.person], one) for one in first]


def _posts(organisation: int) -> Iterator[tuple[str, Post]]:
    if (version := LATTICES.latest(organisation)) is not None:
        for place, post in enumerate(lattice_of(version).posts, start=1):
            yield f"post-{place}", post


def _short(organisation: int, staff: Sequence[Member], on: date) -> Iterator[tuple[str, Short]]:
    if (plan := PLANS.latest(organisation)) is not None:
        for one in short_lines(plan, staff, on=on):
            yield f"need-{one.line.occupation}-{one.line.grade}", one


def _match(
    key: str, staff: Sequence[Member], *, post: Post | None = None, short: Short | None = None
) -> Match:
    asks = asks_of(post) if post else Asks()
    if short is not None:
        asks = Asks(short.line.grade, occupation=short.line.occupation)
    by_grade = replace(asks, title=None)
    told = staff if by_grade.anything else ()
    suited = [Suited(one, fit_of(by_grade, one.brought, None)) for one in told]
    return Match(
        key,
        post,
        short,
        asks,
        tuple(one for one in suited if one.fit.fits),
        tuple(one for one in suited if not one.fit.fits),
    )
