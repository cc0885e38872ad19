"""What an enterprise planned for careers, for its own systems."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from ninja import Router, Schema

from gongtu.api.access import KNOWN, Request
from gongtu.parties.access import NotEntitled
from gongtu.parties.queries import employees_of, employer_of, get_organisation
from gongtu.parties.roles import ENTERPRISE, UNION, WORKER
from gongtu.registers.careers import queries as careers
from gongtu.registers.careers.queries import Check, Finding, Gap

router = Router(tags=["careers"])


class CandidateTold(Schema):
    """One of the staff who could apply first; `assumed`: something is taken for granted."""

    person: str
    on: date
    steps: int
    assumed: bool


class GapTold(Schema):
    """One line of the plan; `leaving` null while the pension age is not confirmed (待核).

    `recognised` are those of `present` whose grade counts by an agreement on recognition.
    """

    occupation: str
    grade: str
    present: int
    recognised: list[str]
    wanted: list[int]
    leaving: list[int] | None
    missing: list[int]
    candidates: list[CandidateTold]


class StaffPlanTold(Schema):
    """The version in force; each list of numbers has one for each of `years`."""

    version: int
    published_on: date
    years: list[int]
    lines: list[GapTold]


class PostTold(Schema):
    """A post; each track from the lowest on. `grade` and `title` are what it asks for."""

    track: str
    name: str
    grade: str | None
    title: str | None
    asks: str


class CrossingTold(Schema):
    """From one post to another of a different track."""

    source: str
    target: str
    both_ways: bool
    asks: str


class LatticeTold(Schema):
    """The channels in force; `here` and `onward` are posts, told to one of the staff alone."""

    version: int
    published_on: date
    posts: list[PostTold]
    crossings: list[CrossingTold]
    here: str | None
    onward: list[str]


class EqualTold(Schema):
    """In one matter a grade is treated as professionals of the level `title` are."""

    grade: str
    matter: str
    title: str


class AccordTold(EqualTold):
    """What the registers show of a row; `people` and `posts` are behind it where it differs."""

    accord: str
    people: list[str]
    posts: list[str]
    missing: str


class TreatmentTold(Schema):
    """The table in force; one of the staff is told the rows of `grade`, their own, alone.

    `findings` and `left_out`, skilled grades of the roster without a row, are for the enterprise
    and its union.
    """

    version: int
    published_on: date
    grade: str | None
    rows: list[EqualTold]
    findings: list[AccordTold]
    left_out: list[str]


class GuideTold(Schema):
    """The latest version of a career guide; `state` tells whose turn it is."""

    employer: int
    person: str
    version: int
    state: str
    occupation: str
    goal: str
    steps: str
    training: str
    mentor: str
    working_time: str
    review_on: date
    proposed_on: date
    agreed_on: date | None
    change_asked: str


@router.get(
    "/me/staff-plan",
    response=StaffPlanTold | None,
    auth=KNOWN,
    summary="My enterprise's plan for skilled staff against its roster; null before the first",
)
def get_staff_plan(request: Request) -> dict[str, Any] | None:
    organisation, on = _enterprise(request), request.on
    if (plan := careers.PLANS.latest(organisation)) is None:
        return None
    staff = careers.staff_of(organisation, on=on)
    gaps = careers.gaps_of(careers.lines_of(plan), plan.all_years, staff, on=on)
    return {
        "version": plan.version,
        "published_on": plan.published_on,
        "years": list(plan.all_years),
        "lines": [_gap(one) for one in gaps],
    }


@router.get(
    "/me/career-lattice",
    response=LatticeTold | None,
    auth=KNOWN,
    summary="The posts of three tracks at my enterprise or employer; null before the first version",
)
def get_lattice(request: Request) -> dict[str, Any] | None:
    by, on = request.auth, request.on
    person = by.person if by.role is WORKER else None
    employer = employer_of(person, on) if person else None
    organisation = employer.pk if employer else _enterprise(request)
    if (latest := careers.LATTICES.latest(organisation)) is None:
        return None
    lattice = careers.lattice_of(latest)
    standing = careers.standing_in(person, organisation, lattice, on=on) if person else None
    return {
        "version": latest.version,
        "published_on": latest.published_on,
        "posts": lattice.posts,
        "crossings": lattice.crossings,
        "here": standing.post.name if standing else None,
        "onward": [one.post.name for one in standing.onward] if standing else [],
    }


@router.get(
    "/me/equal-treatment",
    response=TreatmentTold | None,
    auth=KNOWN,
    summary="As whom skilled staff is treated at my enterprise or employer; null before the first",
)
def get_equal_treatment(request: Request) -> dict[str, Any] | None:
    by, on = request.auth, request.on
    employer = employer_of(by.person, on) if by.role is WORKER and by.person else None
    if employer is not None and by.person is not None:
        own = careers.own_treatment(by.person, employer.pk, on=on)
        return _treatment(own.table, own.equals, grade=own.grade) if own.table else None
    organisation = _supervised(request)
    if (table := careers.TREATMENTS.latest(organisation)) is None:
        return None
    check = careers.check_treatment(organisation, by=by, on=on)
    return _treatment(table, careers.equals_of(table), check=check)


@router.get(
    "/me/career-guides",
    response=list[GuideTold],
    auth=KNOWN,
    summary="My own career guides, or those of my enterprise's staff",
)
def list_career_guides(request: Request) -> list[dict[str, Any]]:
    by, on = request.auth, request.on
    if by.role is WORKER and by.person is not None:
        found = list(careers.guides_of(by.person))
    else:
        organisation = _enterprise(request)
        staff = [job.person_id for job in employees_of(organisation, on)]
        found = list(careers.guides_at(organisation, staff).values())
    return [_guide(one, on) for one in found]


def _guide(guide: Any, on: date) -> dict[str, Any]:
    latest = careers.latest_version(guide)
    same = ("version", "goal", "steps", "training", "mentor", "working_time", "review_on",
            "proposed_on", "agreed_on", "change_asked")  # fmt: skip
    return {
        "employer": guide.organisation_id,
        "person": str(guide.person_id),
        "state": careers.state_of(latest, on=on).value,
        "occupation": latest.occupation_id,
        **{name: getattr(latest, name) for name in same},
    }


def _treatment(
    table: Any, equals: Iterable[Any], *, grade: Any = None, check: Check | None = None
) -> dict[str, Any]:
    found = check or Check()
    return {
        "version": table.version,
        "published_on": table.published_on,
        "grade": grade,
        "rows": [one._asdict() for one in equals],
        "findings": [_accord(one) for one in found.findings],
        "left_out": list(found.left_out),
    }


def _accord(one: Finding) -> dict[str, Any]:
    return {
        **one.equal._asdict(),
        "accord": one.accord.value,
        "people": [str(job.person_id) for job in one.people],
        "posts": list(one.posts),
        "missing": one.missing,
    }


def _supervised(request: Request) -> int:
    """The enterprise of whoever acts for it or for its union."""
    by = request.auth
    if by.role is UNION and by.organisation is not None:
        return get_organisation(by.organisation).parent_id or 0
    return _enterprise(request)


def _enterprise(request: Request) -> int:
    by = request.auth
    if by.role is not ENTERPRISE or by.organisation is None:
        raise NotEntitled(_("这是企业的规划和通道，请以企业经办人或者在职职工的身份查询。"))
    return by.organisation


def _gap(gap: Gap) -> dict[str, Any]:
    return {
        "occupation": gap.line.occupation,
        "grade": gap.line.grade.value,
        "present": gap.present,
        "recognised": [str(one.person.pk) for one in gap.recognised],
        "wanted": list(gap.line.wanted),
        "leaving": None if gap.leaving is None else list(gap.leaving),
        "missing": list(gap.missing),
        "candidates": [
            {"person": str(one.person), "on": one.on, "steps": one.steps, "assumed": one.assumed}
            for one in gap.candidates
        ],
    }
