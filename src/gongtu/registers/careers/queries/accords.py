"""A table of equal treatment against what the registers show, and against nothing else.

Of appointment the roster, the terms of special-grade and chief technicians and the career channels
tell; of promotion the channels.  What the registers hold near the rest (skill training, honours
granted in public, makers of results) tells of one side only, and is not for an employer or a union
to read of each; so the enterprise has to say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from gongtu.parties import access
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Membership
from gongtu.parties.queries import employees_of, get_organisation
from gongtu.registers.appointments.queries import list_appointed
from gongtu.registers.careers.choices import Accord, Matter, Track
from gongtu.registers.careers.queries.equal_treatment import equals_of
from gongtu.registers.careers.queries.lattices import lattice_of
from gongtu.registers.careers.queries.staff import highest_at
from gongtu.registers.careers.queries.versions import LATTICES, TREATMENTS
from gongtu.registers.careers.rows import Equal, Lattice, Post
from gongtu.registers.skills.choices import SKILLED, Grade


@dataclass(frozen=True, slots=True)
class Finding:
    """One row against the registers: `people` and `posts` are those behind it, where it differs.

    `missing` tells what is not on record where nothing can be said.
    """

    equal: Equal
    accord: Accord
    people: tuple[Membership, ...] = ()
    posts: tuple[str, ...] = ()
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """The table in force row by row, and the skilled grades of the roster it says nothing of."""

    findings: tuple[Finding, ...] = ()
    left_out: tuple[Grade, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """What is on record: who is employed in which grade, and where on the channels, if told."""

    lattice: Lattice | None
    jobs: Mapping[Grade, Sequence[Membership]]
    places: Mapping[UUID, Post]


def check_treatment(organisation: int, *, by: Capacity, on: date) -> Check:
    """What the enterprise's registers show of its own table; nothing before there is one.

    Raises:
        NotEntitled: Neither an officer of the enterprise nor of its union.
    """
    body = get_organisation(organisation)
    access.require(by, "read-treatment-check", body, on=on)
    if (table := TREATMENTS.latest(organisation)) is None:
        return Check()
    scene, equals = _scene(organisation, on), equals_of(table)
    told = {one.grade for one in equals}
    return Check(
        tuple(_finding(one, scene) for one in equals),
        tuple(grade for grade in SKILLED if grade in scene.jobs and grade not in told),
    )


def _scene(organisation: int, on: date) -> Scene:
    jobs = list(employees_of(organisation, on))
    highest = highest_at(organisation, [job.person_id for job in jobs], on)
    by_grade: dict[Grade, list[Membership]] = {}
    for job in jobs:
        if (grade := highest.get(job.person_id)) is not None:
            by_grade.setdefault(grade, []).append(job)
    version = LATTICES.latest(organisation)
    if version is None:
        return Scene(None, by_grade, {})
    lattice = lattice_of(version)
    return Scene(lattice, by_grade, _places(organisation, lattice, jobs, on))


def _places(
    organisation: int, lattice: Lattice, jobs: Sequence[Membership], on: date
) -> dict[UUID, Post]:
    """The post of each: as the roster names it, else as the term of the appointment does."""
    by_name = {post.name: post for post in lattice.posts}
    by_grade = {post.grade: post for post in lattice.on(Track.SKILL) if post.grade is not None}
    appointed = {
        term.person_id: by_grade[Grade(term.grade)]
        for term in list_appointed(organisation, on=on)
        if Grade(term.grade) in by_grade
    }
    named = {job.person_id: by_name[job.post] for job in jobs if job.post in by_name}
    return {**appointed, **named}


def _finding(equal: Equal, scene: Scene) -> Finding:
    match equal.matter:
        case Matter.APPOINTMENT:
            return _appointment(equal, scene)
        case Matter.PROMOTION:
            return _promotion(equal, scene)
        case Matter.STUDY:
            missing = _("待核：登记里只有技能培训，没有专业技术人员的学习进修；由本单位说明。")
        case Matter.AWARDS:
            missing = _("待核：登记里只有公开授予的荣誉，没有本单位自己的评优评奖；由本单位说明。")
        case Matter.PROJECTS:
            missing = _("待核：登记里只有成果转化的完成人，没有科研项目的申报；由本单位说明。")
    return Finding(equal, Accord.UNKNOWN, missing=missing)


def _appointment(equal: Equal, scene: Scene) -> Finding:
    """Whether each holder of the grade stands no lower than the professional's post."""
    lattice, post, missing = _professional(equal, scene)
    if lattice is None or post is None:
        return Finding(equal, Accord.UNKNOWN, missing=missing)
    jobs = scene.jobs.get(equal.grade, ())
    level = {one.track: one for one in (post, *_joined(lattice, post))}
    stands = {
        job.person_id: _stands(scene.places.get(job.person_id), level, lattice) for job in jobs
    }
    if below := tuple(job for job in jobs if stands[job.person_id] is False):
        return Finding(equal, Accord.DIFFERS, people=below, posts=(post.name,))
    unplaced = sum(stood is None for stood in stands.values())
    if not jobs:
        missing = _("名册上没有这一等级的职工。")
    elif unplaced:
        words = {"count": unplaced, "post": post.name}
        missing = _("%(count)s名职工的岗位在名册和职业发展通道里对不上“%(post)s”。") % words
    return Finding(equal, Accord.UNKNOWN if missing else Accord.HOLDS, missing=missing)


def _promotion(equal: Equal, scene: Scene) -> Finding:
    """Whether the channels lead from the grade's posts to where the professional's post leads."""
    lattice, post, missing = _professional(equal, scene)
    if lattice is None or post is None:
        return Finding(equal, Accord.UNKNOWN, missing=missing)
    own = [one for one in lattice.on(Track.SKILL) if one.grade is equal.grade]
    open_to = {there.name for one in own for there in _managing(lattice, one)}
    onward = [there.name for there in _managing(lattice, post)]
    closed = tuple(name for name in onward if name not in open_to)
    if not own:
        missing = _("职业发展通道里没有要求这一等级的技能岗位。")
    elif not onward:
        words = {"post": post.name}
        missing = _("职业发展通道没有写明从“%(post)s”可以到哪些管理岗位。") % words
    if missing:
        return Finding(equal, Accord.UNKNOWN, missing=missing)
    return Finding(equal, Accord.DIFFERS if closed else Accord.HOLDS, posts=closed)


def _professional(equal: Equal, scene: Scene) -> tuple[Lattice | None, Post | None, str]:
    """The lowest technical post for which the level of titles is asked, or what is missing."""
    if scene.lattice is None:
        return None, None, _("还没有公布职业发展通道，岗位没有可以比照的。")
    technical = scene.lattice.on(Track.TECHNICAL)
    post = next((one for one in technical if one.title is equal.title), None)
    missing = "" if post else _("职业发展通道里没有要求这一职称级别的技术岗位。")
    return scene.lattice, post, missing


def _joined(lattice: Lattice, post: Post) -> list[Post]:
    """The posts that are joined with it both ways, and so stand level."""
    return [there for there, crossing in lattice.across(post) if crossing.both_ways]


def _stands(own: Post | None, level: Mapping[Track, Post], lattice: Lattice) -> bool | None:
    """Whether a post is no lower than the one of its track that is level; None: not comparable."""
    if own is None or own.track not in level:
        return None
    track = lattice.on(own.track)
    return track.index(own) >= track.index(level[own.track])


def _managing(lattice: Lattice, post: Post) -> list[Post]:
    return [there for there, _one in lattice.across(post) if there.track is Track.MANAGEMENT]
