"""Whether somebody fits a post or a line of a plan: by what, and what is missing until when.

Both sides ask the same: the enterprise of its staff, one of the staff of the enterprise's posts.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from gongtu.registers.careers.queries.staff import Basis, Brought
from gongtu.registers.careers.rows import Post
from gongtu.registers.ladder.declare import GRADE, TITLE
from gongtu.registers.ladder.queries import Aim, Candidate, soonest_to
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import Certificate
from gongtu.registers.titles.choices import TitleLevel
from gongtu.registers.titles.models import ProfessionalTitle


@dataclass(frozen=True, slots=True)
class Asks:
    """What is asked of somebody: a grade, of that occupation or of any, and a level of titles."""

    grade: Grade | None = None
    title: TitleLevel | None = None
    occupation: str = ""

    @property
    def anything(self) -> bool:
        """Whether records can tell anything of it."""
        return self.grade is not None or self.title is not None


@dataclass(frozen=True, slots=True)
class Lack:
    """A rung that is missing; `soonest` is None where no way to it is known.

    `uncounted` is a certificate that would do, if an agreement on recognition covered it.
    """

    aim: Aim
    uncounted: Certificate | None = None
    soonest: Candidate | None = None


@dataclass(frozen=True, slots=True)
class Fit:
    """Somebody against what is asked: the grade and title they have of it, and what they lack."""

    basis: Basis | None
    title: ProfessionalTitle | None
    lacks: tuple[Lack, ...]

    @property
    def fits(self) -> bool:
        return not self.lacks


def asks_of(post: Post) -> Asks:
    """What a post asks for, apart from its words."""
    return Asks(post.grade, post.title)


def fit_of(asks: Asks, brought: Brought, title: ProfessionalTitle | None) -> Fit:
    """How somebody with these grades and this title stands to it."""
    basis = brought.held.get(asks.occupation) if asks.occupation else brought.highest
    lacks = []
    if asks.grade is not None and (basis is None or basis.grade.rank < asks.grade.rank):
        lacks.append(Lack(Aim(GRADE, asks.grade.value), _would_do(asks, asks.grade, brought)))
    if asks.title is not None and (title is None or _level(title) < asks.title.place):
        lacks.append(Lack(Aim(TITLE, asks.title.value)))
    return Fit(basis if asks.grade else None, title if asks.title else None, tuple(lacks))


def with_days(fits: Collection[Fit], person: UUID, occupation: str, *, on: date) -> list[Fit]:
    """The same, each with the first day on which one could apply for what is missing."""
    aims = {lack.aim for fit in fits for lack in fit.lacks}
    if not aims or not occupation:
        return list(fits)
    found = soonest_to((person,), occupation, aims, most=1, on=on)
    soonest = {aim: next(iter(candidates), None) for aim, candidates in found.items()}
    return [
        replace(fit, lacks=tuple(replace(one, soonest=soonest[one.aim]) for one in fit.lacks))
        for fit in fits
    ]


def _would_do(asks: Asks, grade: Grade, brought: Brought) -> Certificate | None:
    return next(
        (
            one
            for one in brought.uncounted
            if Grade(one.grade).rank >= grade.rank and asks.occupation in ("", one.occupation_id)
        ),
        None,
    )


def _level(title: ProfessionalTitle) -> int:
    return TitleLevel(title.level).place
