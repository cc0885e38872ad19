"""What operations share that take a file by the line: the body, how far it is, what is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404
from ninja import Schema
from pydantic import Field

from gongtu.api.access import Request
from gongtu.parties.roster.giving_back import problems_of
from gongtu.records.jobs import queries as jobs

MEDIA_TYPE = "application/x-ndjson"


class WrongLine(Schema):
    """What is wrong with one line, and what to do about it."""

    row: int
    column: str
    found: str
    wrong: str
    remedy: str


class HandedIn(Schema):
    """How far a file is. Where there are problems nothing was entered; the first hundred are told.

    `new` are those that this file entered.
    """

    key: UUID
    state: str = Field(description="waiting, running, done or failed")
    percent: int
    rows: int
    new: int
    problems: int
    first: list[WrongLine]
    reasons: list[str]


@dataclass(frozen=True, slots=True)
class Body:
    """A request's body as a file that is handed in."""

    request: Any
    limit: int
    name: str | None

    @property
    def size(self) -> int | None:
        told = self.request.headers.get("Content-Length", "")
        return int(told) if told.isdecimal() else None

    def read(self) -> bytes:
        content: bytes = self.request.read(self.limit + 1)
        return content


def own_job(key: UUID, kind: str, request: Request) -> Any:
    """The work on a file that the account handed in.

    Raises:
        Http404: There is none.
    """
    found = jobs.find_own(key, kind=kind, account=request.auth.account)
    if found is None:
        raise Http404(str(key))
    return found


def handed_in(job: Any) -> dict[str, Any]:
    """How far the work on a file is, as `HandedIn` tells it."""
    return {
        "key": job.key,
        "state": job.state,
        "percent": job.percent,
        **{name: job.outcome.get(name, 0) for name in ("rows", "new", "problems")},
        "first": problems_of(job),
        "reasons": jobs.reasons_of(job),
    }


def lines(description: str) -> dict[str, Any]:
    """How the description of the interface tells of such a body."""
    schema = {"type": "string", "description": description}
    return {"requestBody": {"required": True, "content": {MEDIA_TYPE: {"schema": schema}}}}
