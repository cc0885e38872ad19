"""A case as JSON: where it stands, whose turn it is, what the reader may do and why not."""

from __future__ import annotations

from datetime import date
from typing import Any

from ninja import Schema
from pydantic import Base64Bytes, Field, JsonValue

from gongtu.api.access import Request
from gongtu.api.entitlements import Finding
from gongtu.api.letters import LetterEntry, letter_entry
from gongtu.api.shapes import Side, absolute
from gongtu.base.money import Yuan
from gongtu.engines.casework import queries
from gongtu.engines.casework.declare import Move
from gongtu.engines.casework.describe.reader import Reader
from gongtu.engines.casework.describe.schema import schema
from gongtu.engines.casework.registry import get_procedure
from gongtu.engines.entitlement.told import finding
from gongtu.parties.roles import Role


class File(Schema):
    """A file handed in; `material` is the key of what the guide demands, or empty."""

    material: str = Field("", max_length=60)
    name: str = Field(max_length=200)
    content: Base64Bytes


class Opening(Schema):
    """What opens a case: `answers` as `/guides/{key}/schema` says.

    An organisation is told by its credit code or full name, a person by identity number.
    """

    procedure: str = Field(max_length=80)
    answers: dict[str, JsonValue]
    files: list[File] = Field([], max_length=20)


class Moving(Schema):
    """What comes with a move; `turn` is the case's as it was read, so that nobody is overrun."""

    turn: int = Field(ge=0, le=2**31 - 1)
    answers: dict[str, JsonValue] = {}
    reason: str = Field("", max_length=4000)


class CaseRow(Schema):
    """A case in a list."""

    number: str
    procedure: str
    title: str
    stage: str
    stage_label: str
    division: str
    opened_on: date
    closed_on: date | None
    due: date | None
    late: bool
    turn: int
    address: str


class CaseList(Schema):
    """One page of cases; `next` is the address of the one after it."""

    cases: list[CaseRow]
    next: str | None


class Step(Schema):
    """One stage on the line: done, now or next."""

    key: str
    label: str
    when: str
    since: date | None
    left_on: date | None
    who: str
    until: date | None
    late: bool
    suspended: bool
    extended_by: int


class Party(Schema):
    """Who sits on a role's seat."""

    role: Side
    name: str
    since: date
    until: date | None


class OpenMove(Schema):
    """A move the reader may make now, with what it asks."""

    key: str
    label: str
    to: str
    reasons: bool
    hurts: bool
    asks: dict[str, Any] | None
    findings: list[Finding]
    address: str


class CorrectionEntry(Schema):
    """What corrected facts make of what was granted; nothing changes before it is confirmed."""

    state: str
    state_label: str
    before: str
    after: str
    because: list[dict[str, str]]
    told_on: date | None
    heard_until: date | None
    settled_on: date | None
    reason: str


class CasePage(CaseRow):
    """One case with everything its parties may know."""

    version: str
    answers: dict[str, Any]
    course: list[Step]
    parties: list[Party]
    moves: list[OpenMove]
    letters: list[LetterEntry]
    corrections: list[CorrectionEntry]


def case_row(case: Any, request: Request) -> dict[str, Any]:
    """One line; costs no query."""
    due = None if case.due_order == date.max else case.due_order
    return {
        "number": case.number,
        "procedure": case.procedure,
        "title": case.title,
        "stage": case.stage,
        "stage_label": get_procedure(case.procedure)[case.stage].label,
        "division": case.division_id,
        "opened_on": case.opened_on,
        "closed_on": case.closed_on,
        "due": due,
        "late": due is not None and request.on > due,
        "turn": case.turn,
        "address": absolute(request, f"/api/v1/cases/{case.number}"),
    }


def case_page(case: Any, request: Request) -> dict[str, Any]:
    """The whole case as its reader may see it."""
    by, on = request.auth, request.on
    row = case_row(case, request)
    moves = queries.moves_open_to(case, by, on=on)
    return {
        **row,
        "version": case.version,
        "answers": case.answers,
        "course": queries.course_of(case, on=on),
        "parties": [_party(party) for party in case.parties.all()],
        "moves": [_move(case, move, row["address"], request) for move in moves],
        "letters": [
            letter_entry(letter, case.number, request) for letter in queries.letters_of(case)
        ],
        "corrections": [_correction(one) for one in queries.corrections_of(case, request.capacity)],
    }


def _party(party: Any) -> dict[str, Any]:
    role = Role(party.role)
    return {
        "role": {"key": role.value, "label": role.label},
        "name": str(party.organisation or party.person),
        "since": party.since,
        "until": party.until,
    }


def _correction(found: Any) -> dict[str, Any]:
    return {
        "state": found.state,
        "state_label": found.get_state_display(),
        "before": str(Yuan.of_fen(found.before)),
        "after": str(Yuan.of_fen(found.after)),
        "because": found.because,
        "told_on": found.told_on,
        "heard_until": queries.heard_until(found),
        "settled_on": found.settled_on,
        "reason": found.reason,
    }


def _move(case: Any, move: Move, address: str, request: Request) -> dict[str, Any]:
    reader = Reader.of(case.procedure, "zh")
    findings = queries.findings_for(case, move, on=request.on) if move.requires else []
    return {
        "key": move.key,
        "label": move.label,
        "to": move.to,
        "reasons": move.reasons,
        "hurts": move.hurts,
        "asks": schema(move.asks, reader) if move.asks else None,
        "findings": [finding(each) for each in findings],
        "address": f"{address}/moves/{move.key}",
    }
