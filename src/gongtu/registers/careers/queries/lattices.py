"""Career channels as they were entered, and where somebody stands on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gongtu.parties.queries import employees_of
from gongtu.registers.careers.choices import Track
from gongtu.registers.careers.models import CareerLattice, LatticePost
from gongtu.registers.careers.queries.staff import highest_at
from gongtu.registers.careers.rows import Crossing, Lattice, Post
from gongtu.registers.skills.choices import Grade
from gongtu.registers.titles.choices import TitleLevel
from gongtu.registers.titles.queries import find_highest


@dataclass(frozen=True, slots=True)
class Held:
    """What somebody brings: the highest grade that is theirs, and the highest title."""

    grade: Grade | None
    title: TitleLevel | None

    def meets(self, post: Post) -> bool:
        """Whether they have the grade and the title that the post asks for."""
        has_grade = post.grade is None or (
            self.grade is not None and self.grade.rank >= post.grade.rank
        )
        has_title = post.title is None or (
            self.title is not None and self.title.place >= post.title.place
        )
        return has_grade and has_title


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


def standing_in(person: UUID, organisation: int, lattice: Lattice, *, on: date) -> Standing | None:
    """Where one of the staff stands and may go; None where neither post nor grade tells."""
    title = find_highest(person, on=on)
    grade = highest_at(organisation, [person], on).get(person)
    held = Held(grade, TitleLevel(title.level) if title else None)
    named = _named(person, organisation, lattice, on)
    post = named or _by_grade(held, lattice)
    if post is None:
        return None
    return Standing(post, named is not None, tuple(_onward(post, lattice, held)))


def _onward(post: Post, lattice: Lattice, held: Held) -> Iterator[Onward]:
    if (above := lattice.above(post)) is not None:
        yield Onward(above, None, held.meets(above))
    for there, crossing in lattice.across(post):
        yield Onward(there, crossing, held.meets(there))


def _named(person: UUID, organisation: int, lattice: Lattice, on: date) -> Post | None:
    jobs = employees_of(organisation, on).filter(person=person)
    posts = set(jobs.values_list("post", flat=True))
    return next((post for post in lattice.posts if post.name in posts), None)


def _by_grade(held: Held, lattice: Lattice) -> Post | None:
    """The highest skilled post whose grade they have; without one the post that asks for least."""
    skilled = lattice.on(Track.SKILL)
    within = [post for post in skilled if held.meets(post)]
    return within[-1] if within else next(iter(skilled), None)


def _post(row: LatticePost) -> Post:
    return Post(
        Track(row.track),
        row.name,
        Grade(row.grade) if row.grade else None,
        TitleLevel(row.title) if row.title else None,
        row.asks,
    )
