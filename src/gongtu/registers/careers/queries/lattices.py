"""Career channels as they were entered, where somebody stands on them, and what fits them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gongtu.parties.queries import employees_of
from gongtu.registers.careers.choices import Track
from gongtu.registers.careers.models import CareerLattice, LatticePost
from gongtu.registers.careers.queries.fitting import Fit, asks_of, fit_of, with_days
from gongtu.registers.careers.queries.staff import Brought, brought_to
from gongtu.registers.careers.rows import Crossing, Lattice, Post
from gongtu.registers.skills.choices import Grade
from gongtu.registers.titles.choices import TitleLevel
from gongtu.registers.titles.models import ProfessionalTitle
from gongtu.registers.titles.queries import find_highest


@dataclass(frozen=True, slots=True)
class OwnRecord:
    """What is on record of one of the staff: what they bring, the highest title, where they work.

    `posts` are those of the roster; `occupation` is that of the roster or of the highest grade.
    """

    person: UUID
    brought: Brought
    title: ProfessionalTitle | None
    posts: tuple[str, ...]
    occupation: str

    def fit(self, post: Post) -> Fit:
        """How they stand to a post."""
        return fit_of(asks_of(post), self.brought, self.title)


@dataclass(frozen=True, slots=True)
class Onward:
    """A post to go to, up or across; `meets`: they have the grade and title it asks for."""

    post: Post
    crossing: Crossing | None
    meets: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """Where somebody stands; `told`: the roster names that very post, else it is by the grade."""

    post: Post
    told: bool
    onward: tuple[Onward, ...]


def lattice_of(version: CareerLattice) -> Lattice:
    """Its posts and crossings as they were entered; two queries."""
    rows = list(version.posts.all())
    names = {row.pk: row.name for row in rows}
    return Lattice(
        tuple(_post(row) for row in rows),
        tuple(
            Crossing(names[one.source_id], names[one.target_id], one.both_ways, one.asks)
            for one in version.crossings.all()
        ),
    )


def own_record(person: UUID, organisation: int, *, on: date) -> OwnRecord:
    """What is on record of one of the staff, for the posts of their employer."""
    brought = brought_to(organisation, (person,), on)[person]
    jobs = list(employees_of(organisation, on).filter(person=person))
    worked = next((job.occupation for job in jobs if job.occupation), "")
    highest = brought.highest.occupation if brought.highest else ""
    posts = tuple(job.post for job in jobs)
    return OwnRecord(person, brought, find_highest(person, on=on), posts, worked or highest)


def standing_in(person: UUID, organisation: int, lattice: Lattice, *, on: date) -> Standing | None:
    """Where one of the staff stands and may go; None where neither post nor grade tells."""
    return standing_of(own_record(person, organisation, on=on), lattice)


def standing_of(record: OwnRecord, lattice: Lattice) -> Standing | None:
    """The same of what is on record."""
    named = next((post for post in lattice.posts if post.name in record.posts), None)
    post = named or _by_grade(record, lattice)
    if post is None:
        return None
    return Standing(post, named is not None, tuple(_onward(post, lattice, record)))


def posts_for(record: OwnRecord, lattice: Lattice, *, on: date) -> list[tuple[Post, Fit]]:
    """Every post that asks for a grade or a title: whether it fits, or from when on it might."""
    asking = [post for post in lattice.posts if asks_of(post).anything]
    fits = [record.fit(post) for post in asking]
    dated = with_days(fits, record.person, record.occupation, on=on)
    return list(zip(asking, dated, strict=True))


def _onward(post: Post, lattice: Lattice, record: OwnRecord) -> Iterator[Onward]:
    if (above := lattice.above(post)) is not None:
        yield Onward(above, None, record.fit(above).fits)
    for there, crossing in lattice.across(post):
        yield Onward(there, crossing, record.fit(there).fits)


def _by_grade(record: OwnRecord, lattice: Lattice) -> Post | None:
    """The highest skilled post whose grade they have; without one the post that asks for least."""
    skilled = lattice.on(Track.SKILL)
    within = [post for post in skilled if record.fit(post).fits]
    return within[-1] if within else next(iter(skilled), None)


def _post(row: LatticePost) -> Post:
    return Post(
        Track(row.track),
        row.name,
        Grade(row.grade) if row.grade else None,
        TitleLevel(row.title) if row.title else None,
        row.asks,
    )
