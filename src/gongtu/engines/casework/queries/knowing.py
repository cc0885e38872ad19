"""What is known of a case on a day: what its parties told, and what the registers say."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from gongtu.engines.casework.answers import from_json
from gongtu.engines.casework.declare import Gathering, Move, Procedure
from gongtu.engines.casework.models import Case
from gongtu.engines.casework.registry import get_procedure
from gongtu.engines.entitlement.asking import Finding, judge
from gongtu.engines.entitlement.declare import Form, Known, Subject
from gongtu.parties.roles import Role


def gathering_of(case: Case, *, on: date, again: bool = False) -> Gathering:
    """The case as the registers see it when asked for their facts; `again` after its decision."""
    procedure = get_procedure(case.procedure, case.version)
    return Gathering(
        case_number=case.number,
        procedure=case.procedure,
        answers=from_json(procedure.form, case.answers),
        opener_person=case.opener_person_id,
        opener_organisation=case.opener_organisation_id,
        parties=seated(case),
        division=case.division_id,
        opened_on=case.opened_on,
        on=on,
        again=again,
    )


def seated(case: Case) -> Mapping[Role, int | UUID]:
    """Who sits on each role's seat now: the id of an organisation or of a person."""
    seats: dict[Role, int | UUID] = {}
    for party in case.parties.all():
        holder = party.organisation_id or party.person_id
        if party.until is None and holder is not None:
            seats[Role(party.role)] = holder
    return seats


def known_of(
    case: Case, gathering: Gathering, asked: tuple[type[Form], Mapping[str, Any]] | None = None
) -> dict[str, Known]:
    """Form answers, answers of earlier moves, those just given, and the gathered facts."""
    procedure = get_procedure(case.procedure, case.version)
    known = dict(procedure.form(**gathering.answers).known())
    for move in procedure.moves:
        if move.asks is not None and move.key in case.move_answers:
            kept = from_json(move.asks, case.move_answers[move.key])
            known |= move.asks(**kept).known()
    if asked is not None:
        form, answers = asked
        known |= form(**answers).known()
    return known | dict(procedure.gathers(gathering) if procedure.gathers else {})


def subject_of(case: Case, known: Mapping[str, Known]) -> Subject:
    """The case as something a rule can be asked of."""
    return Subject(case.number, case.title, known)


def findings_for(case: Case, move: Move, *, on: date) -> list[Finding]:
    """How each condition of the move comes out on that day."""
    known = known_of(case, gathering_of(case, on=on))
    return judged(get_procedure(case.procedure, case.version), move, subject_of(case, known), on=on)


def judged(procedure: Procedure, move: Move, subject: Subject, *, on: date) -> list[Finding]:
    """The move's conditions asked of the subject, in the order declared."""
    return [judge(c, subject, policy=procedure.policy, on=on) for c in move.requires]
