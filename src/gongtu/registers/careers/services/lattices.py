"""Publishing career channels; the default is made of the eight grades and the levels of titles."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from gongtu.parties import access
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Organisation
from gongtu.records.journal.services import write
from gongtu.registers.careers.choices import Track
from gongtu.registers.careers.models import CareerLattice, LatticeCrossing, LatticePost
from gongtu.registers.careers.queries import LATTICES, lattice_of
from gongtu.registers.careers.rows import Crossing, Lattice, Post
from gongtu.registers.ladder.declare import the_bridges
from gongtu.registers.skills.choices import Grade
from gongtu.registers.titles.choices import TitleLevel

MANAGEMENT = ("基层管理岗", "中层管理岗", "高层管理岗")
BY_RECORD, BY_CHOICE = "取得相应的职称或者等级", "由本单位考察任用"
ENGLISH = {
    "基层管理岗": "first-line manager",
    "中层管理岗": "middle manager",
    "高层管理岗": "top manager",
    BY_RECORD: "with the title or grade that matches",
    BY_CHOICE: "chosen by the enterprise",
    **{f"{grade.label}岗": grade.label_en for grade in Grade},
    **{f"{level.label}技术岗": f"{level.label_en} title" for level in TitleLevel},
}
"""The words of the usual lattice; those that an enterprise chose are its own."""


def usual_lattice() -> Lattice:
    """What an enterprise may begin with: crossings follow the bridges between grades and titles.

    The posts of management are names to be replaced: no document grades them.
    """
    skilled = [Post(Track.SKILL, f"{grade.label}岗", grade) for grade in Grade]
    technical = [Post(Track.TECHNICAL, f"{level.label}技术岗", title=level) for level in TitleLevel]
    managing = [Post(Track.MANAGEMENT, name) for name in MANAGEMENT]
    joined = [
        Crossing(f"{one.grade.label}岗", f"{TitleLevel(one.title).label}技术岗", True, BY_RECORD)
        for one in the_bridges()
    ]
    led = Crossing(skilled[Grade.TECHNICIAN.rank - 1].name, MANAGEMENT[0], False, BY_CHOICE)
    return Lattice((*skilled, *technical, *managing), (*joined, led))


def adopt_usual_lattice(organisation: int, *, by: Capacity, on: date) -> CareerLattice:
    """Publish the default.

    Raises:
        NotEntitled: Not an officer of the enterprise.
    """
    return publish_lattice(organisation, usual_lattice(), by=by, on=on)


@transaction.atomic
def publish_lattice(
    organisation: int, lattice: Lattice, *, by: Capacity, on: date
) -> CareerLattice:
    """Publish the next version to the staff; what says the same as that in force is that one.

    Raises:
        NotEntitled: Not an officer of the enterprise.
    """
    body = Organisation.objects.select_for_update().get(pk=organisation)
    access.require(by, "plan-careers", body, on=on)
    before = LATTICES.latest(organisation)
    if before is not None and lattice_of(before) == lattice:
        return before
    version = before.version + 1 if before else 1
    made = CareerLattice.objects.create(organisation=body, version=version, published_on=on)
    posts = _write_posts(made, lattice)
    LatticeCrossing.objects.bulk_create(
        LatticeCrossing(
            lattice=made,
            source=posts[one.source],
            target=posts[one.target],
            both_ways=one.both_ways,
            asks=one.asks,
        )
        for one in lattice.crossings
    )
    what = {"organisation": organisation, "version": version}
    write(f"organisation:{organisation}", "career-lattice-published", on=on, by=by, what=what)
    return made


def _write_posts(made: CareerLattice, lattice: Lattice) -> dict[str, LatticePost]:
    rows = [
        LatticePost(
            lattice=made,
            track=post.track,
            place=lattice.on(post.track).index(post) + 1,
            name=post.name,
            grade=post.grade or "",
            title=post.title or "",
            asks=post.asks,
        )
        for post in lattice.posts
    ]
    return {row.name: row for row in LatticePost.objects.bulk_create(rows)}
