"""The register of equivalence, a row, what follows from what one holds, and one's own."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from django.utils.translation import gettext as _
from ninja import Query, Router, Schema
from pydantic import Field

from gongtu.api.access import KNOWN, Request
from gongtu.api.entitlements import Finding, Missing
from gongtu.engines.entitlement import told
from gongtu.parties.access import NotEntitled
from gongtu.parties.roles import WORKER
from gongtu.registers.education.choices import ClassKind
from gongtu.registers.equivalence import queries as equivalence
from gongtu.registers.equivalence.choices import Side
from gongtu.registers.equivalence.declare import Row, Rung
from gongtu.registers.equivalence.queries import Answer, Supposed
from gongtu.registers.qualifications.choices import Kind
from gongtu.registers.skills.choices import Grade
from gongtu.registers.titles.choices import TitleLevel

router = Router(tags=["equivalence"])

Gives = Literal["may-apply", "treated-as", "counts-towards"]


class EquivalenceRung(Schema):
    """A place on a side; `key` empty where only the side can be told."""

    side: str
    key: str
    label: str


class EquivalenceStatement(Schema):
    """What a document states from `since` up to `until`, itself excluded."""

    since: date
    until: date | None
    fields: list[str]
    conditions: list[str]
    instrument: str
    number: str
    source: str
    confidence: Literal["high", "medium", "low", "unconfirmed"]
    note: str


class EquivalenceCount(Schema):
    """A count of years the rule names, as of the day; `value` null is 待核."""

    parameter: str
    title: str
    value: int | None
    unit: str
    since: date | None
    document: str
    confidence: str


class EquivalenceRow(Schema):
    """A row; `rule` names the conditions that open it, empty where none is asked."""

    key: str
    source: EquivalenceRung
    target: EquivalenceRung
    gives: Gives
    basis: str
    rule: str
    counts: list[EquivalenceCount]
    statements: list[EquivalenceStatement]


class EquivalenceAsked(Schema):
    """What one holds, at least one thing; and since when one has worked with it without a gap."""

    grade: Grade | None = None
    title: TitleLevel | None = None
    qualification: Kind | None = None
    school: ClassKind | None = None
    honour: str = Field("", max_length=60, description="The key of a title of honour.")
    since: date | None = None


class EquivalenceAnswer(Schema):
    """What a row comes to; `open` null is not known, `statement` what holds on the day."""

    row: str
    source: EquivalenceRung
    target: EquivalenceRung
    gives: Gives
    open: bool | None
    rule: str
    rule_in_use: bool | None
    conditions: list[Finding]
    missing: list[Missing]
    statement: EquivalenceStatement


class EquivalenceStanding(Schema):
    """The rows that begin where I stand in an occupation; `occupation` null: whatever it is."""

    occupation: str | None
    held: list[EquivalenceRung]
    answers: list[EquivalenceAnswer]


@router.get(
    "/equivalences",
    response=list[EquivalenceRow],
    summary="Every row of equivalence, with what ended",
)
def list_equivalences(request: Request) -> list[dict[str, Any]]:
    return [_row(row, request.on) for row in equivalence.list_rows()]


@router.get("/equivalences/{key}", response=EquivalenceRow, summary="One row of equivalence")
def get_equivalence(request: Request, key: str) -> dict[str, Any]:
    return _row(equivalence.get_row(key), request.on)


@router.get(
    "/equivalence-answers",
    response=list[EquivalenceAnswer],
    summary="What follows from what one holds, such as a grade or a title; nothing is kept",
)
def suppose_equivalences(request: Request, asked: Query[EquivalenceAsked]) -> list[dict[str, Any]]:
    sides = {
        Side.GRADE: asked.grade,
        Side.TITLE: asked.title,
        Side.QUALIFICATION: asked.qualification,
        Side.CLASS: asked.school,
        Side.HONOUR: asked.honour,
    }
    held = frozenset(Rung(side, str(key)) for side, key in sides.items() if key)
    found = equivalence.suppose(Supposed(held, asked.since), on=request.on)
    return [_answer(one) for one in found]


@router.get(
    "/me/equivalences",
    response=list[EquivalenceStanding],
    auth=KNOWN,
    summary="What my own grades, titles, qualifications and schooling come to, and what is missing",
)
def list_own_equivalences(request: Request) -> list[dict[str, Any]]:
    by = request.auth
    if by.role is not WORKER or by.person is None:
        raise NotEntitled(_("这是工人本人的双向比照，请以本人身份查询。"))
    return [
        {
            "occupation": one.occupation.pk if one.occupation else None,
            "held": [_rung(rung) for rung in sorted(one.held, key=lambda rung: rung.address)],
            "answers": [_answer(each) for each in one.answers],
        }
        for one in equivalence.standing_of(by.person, on=request.on)
    ]


def _row(row: Row, on: date) -> dict[str, Any]:
    return {
        "key": row.key,
        "source": _rung(row.source),
        "target": _rung(row.target),
        "gives": row.gives.value,
        "basis": row.basis.eid,
        "rule": row.rule,
        "counts": equivalence.told_on(row, on)["counts"],
        "statements": [equivalence.told_of(one) for one in row.statements],
    }


def _rung(rung: Rung) -> dict[str, str]:
    return {"side": rung.side.value, "key": rung.key, "label": rung.words.label}


def _answer(answer: Answer) -> dict[str, Any]:
    row, explained = answer.row, answer.told
    return {
        "row": row.key,
        "source": _rung(row.source),
        "target": _rung(row.target),
        "gives": row.gives.value,
        "open": answer.opens,
        "rule": row.rule,
        "rule_in_use": answer.fits,
        "conditions": [told.finding(one) for one in explained.findings] if explained else [],
        "missing": [told.gap(one) for one in explained.missing] if explained else [],
        "statement": equivalence.told_of(answer.stated),
    }
