"""Occupational standards: editions and open drafts for anybody, comments from who is known."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from ninja import Router, Schema, Status
from pydantic import Field

from gongtu.api.access import KNOWN, Request
from gongtu.api.shapes import PAGE, AfterNumber, Limit, absolute, page_of
from gongtu.registers.standards import queries as standards
from gongtu.registers.standards import services
from gongtu.registers.standards.rows import Section

router = Router(tags=["standards"])


class PointTold(Schema):
    """What a section asks; `weights` in per cent, one for each grade covered, or none."""

    kind: Literal["knowledge", "skill"]
    name: str
    weights: list[int]


class SectionTold(Schema):
    """A part of the text."""

    title: str
    text: str
    points: list[PointTold]


class StandardRow(Schema):
    """An edition, or a draft, whose `edition` is null; `comments_until` ends its round."""

    id: int
    kind: Literal["standard", "specification"]
    occupation: str
    title: str
    grades: list[str]
    proposer: str
    edition: int | None
    number: str
    adopted_on: date | None
    in_force_from: date | None
    comments_from: date
    comments_until: date
    address: str


class StandardPage(Schema):
    """One page of standards, the latest first; `next` is the address of the one after it."""

    standards: list[StandardRow]
    next: str | None


class StandardTold(StandardRow):
    """The whole text; `wording` is the edition of the conditions it sets, or empty."""

    wording: str
    drafters: str
    sections: list[SectionTold]
    sessions: int = Field(description="How many assessments go by this edition.")


class ChangeTold(Schema):
    """A section beside that of its title in the edition before; each line begins with its mark."""

    title: str
    state: Literal["same", "changed", "added", "removed"]
    lines: list[str]


class EditionTold(StandardRow):
    """An edition with what it changed."""

    changes: list[ChangeTold]


class Said(Schema):
    """A comment on one section by its title, or on the whole where it is empty."""

    section: str = Field("", max_length=80)
    text: str = Field(max_length=4000)


class CommentTold(Schema):
    """A comment, and what the drafters made of it; null until they answered."""

    section: str
    text: str
    made_on: date
    outcome: Literal["accepted", "partly", "declined"] | None
    reason: str
    answered_on: date | None


@router.get("/standards", response=StandardPage, summary="Editions, and drafts laid open")
def list_standards(
    request: Request, occupation: str = "", after: AfterNumber = None, limit: Limit = PAGE
) -> dict[str, Any]:
    found = standards.list_public()
    if occupation:
        found = found.filter(occupation=occupation)
    found = found.filter(pk__lt=after) if after else found
    rows, following = page_of(found, limit, request)
    return {"standards": [_row(one, request) for one in rows], "next": following}


@router.get("/standards/{version}", response=StandardTold, summary="One edition or draft, whole")
def get_standard(request: Request, version: int) -> dict[str, Any]:
    found = standards.get_public(version)
    return {
        **_row(found, request),
        "wording": found.wording,
        "drafters": found.drafters,
        "sections": [one.as_json() for one in found.text],
        "sessions": standards.count_uses(version),
    }


@router.get(
    "/standards/{version}/versions",
    response=list[EditionTold],
    summary="Every edition of the same standard, the first first, with what each changed",
)
def list_standard_versions(request: Request, version: int) -> list[dict[str, Any]]:
    before: list[Section] = []
    told = []
    editions = standards.editions_of(standards.get_public(version))
    for edition in editions.select_related("proposer"):
        changes = standards.changes_between(before, edition.text)
        told.append({**_row(edition, request), "changes": [_change(one) for one in changes]})
        before = edition.text
    return told


@router.get(
    "/standards/{version}/comments",
    response=list[CommentTold],
    summary="What was said of a draft, and what the drafters answered",
)
def list_standard_comments(request: Request, version: int) -> list[dict[str, Any]]:
    del request
    found = standards.get_public(version)
    return [_comment(one) for one in standards.list_comments(found.pk)]


@router.post(
    "/standards/{version}/comments",
    response={201: CommentTold},
    auth=KNOWN,
    summary="Comment on a draft whose round runs; the same words again are one comment",
)
def comment_on_standard(request: Request, version: int, said: Said) -> Status[dict[str, Any]]:
    made = services.comment(
        version, said.text, section=said.section, by=request.auth, on=request.on
    )
    return Status(201, _comment(made))


def _row(version: Any, request: Request) -> dict[str, Any]:
    plain = (
        "kind", "title", "edition", "adopted_on", "comments_from", "comments_until",
    )  # fmt: skip
    adopted = version.adopted_on is not None
    return {
        "id": version.pk,
        "occupation": version.occupation_id,
        "grades": [grade.value for grade in version.grades],
        "proposer": version.proposer.name,
        "number": version.number if adopted else "",
        "in_force_from": version.in_force_from if adopted else None,
        "address": absolute(request, f"/standards/{version.pk}/"),
        **{name: getattr(version, name) for name in plain},
    }


def _change(change: standards.Change) -> dict[str, Any]:
    lines = [f"{mark} {text}" for mark, text in change.lines]
    return {"title": change.title, "state": change.state, "lines": lines}


def _comment(made: Any) -> dict[str, Any]:
    plain = ("section", "text", "made_on", "reason", "answered_on")
    return {
        **{name: getattr(made, name) for name in plain},
        "outcome": made.outcome or None,
    }
