"""Everything of a session as one signed document: for its assessor and for human resources."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from gongtu.engines.casework.models import Case
from gongtu.engines.casework.queries import objections_to
from gongtu.engines.credentials.contexts import UNDEFINED_TERMS, V2
from gongtu.engines.credentials.dataintegrity import sign
from gongtu.engines.credentials.keys import identity
from gongtu.engines.credentials.services import stamp
from gongtu.parties import access
from gongtu.parties.capacity import Capacity
from gongtu.parties.queries import masked_id_number
from gongtu.records.journal.queries import list_chain, text_of
from gongtu.records.journal.services import write
from gongtu.registers.sittings.models import Sitting
from gongtu.registers.sittings.queries import (
    entries_of,
    find_sitting,
    list_draws,
    list_incidents,
    list_reviews,
    seal_of,
    seats_in,
    ticket_of,
)
from gongtu.registers.sittings.queries.approving import Act, approval_of
from gongtu.registers.sittings.queries.examining import conflicts_in, list_assignments
from gongtu.registers.skills.models import AssessmentSession, Certificate
from gongtu.registers.skills.queries import get_session, list_candidates

KIND, ABSENT = "AssessmentSessionArchive", "absent"


@transaction.atomic
def archive(case_number: str, *, by: Capacity, on: date) -> dict[str, Any]:
    """The session with all that was arranged, drawn, entered, noted, objected to and issued.

    It is signed by the body that takes it out; that it was taken is journaled.

    Raises:
        NotEntitled: Neither the assessor nor the office of its division asks.
    """
    session = get_session(case_number)
    access.require(by, "read-archive", session.filing.assessor.organisation, on=on)
    body = by.organisation or session.filing.assessor.organisation_id
    write(f"case:{case_number}", "archive-taken", on=on, by=by, what={"case": case_number})
    signing = identity(body, on=on)
    told = {
        "@context": [V2, UNDEFINED_TERMS],
        "type": [KIND],
        "issuer": signing.did,
        "made_on": on.isoformat(),
        "session": _session(session),
        "plan": _plan(case_number),
        "sitting": _sitting(find_sitting(case_number)),
        "examiners": _examiners(session),
        "candidates": _candidates(session),
        "incidents": [
            {"kind": one.kind, "on": one.happened_on.isoformat(), "told": one.told,
             "concerned": one.concerned, "noted_by": _name(one.noted_by)}
            for one in list_incidents(case_number)
        ],
        "objections": _objections(case_number),
        "history": _history(case_number),
    }  # fmt: skip
    return sign(told, signing.signer, method=signing.method, created=stamp(on))


def _session(session: AssessmentSession) -> dict[str, Any]:
    return {
        "number": session.case_number,
        "assessor": session.filing.assessor.organisation.name,
        "occupation": session.filing.occupation_id,
        "occupation_name": session.filing.occupation.name,
        "direction": session.direction,
        "grade": session.grade,
        "planned_on": session.planned_on.isoformat(),
        "place": session.place,
        "state": session.state,
    }


def _plan(case_number: str) -> dict[str, Any]:
    """Who drew it up and who approved it, with the days."""
    told = approval_of(Case.objects.get(number=case_number))
    return {
        "drawn_up": _act(told.drawn_up),
        "approved": _act(told.approved),
    }


def _act(act: Act | None) -> dict[str, str] | None:
    return {"by": act.name, "on": act.on.isoformat()} if act else None


def _sitting(sitting: Sitting | None) -> dict[str, Any] | None:
    """What was arranged here; None where the session was held without the platform."""
    if sitting is None:
        return None
    return {
        "examiners_wanted": sitting.examiners,
        "sample_percent": str(sitting.sample_percent),
        "rooms": [{"name": one.name, "seats": one.capacity} for one in sitting.rooms.all()],
        "draws": [
            {"kind": one.kind, "turn": one.turn, "seal": one.seal, "seal_hash": seal_of(one),
             "seed": one.seed, "pool": one.pool, "chosen": one.chosen,
             "on": one.drawn_on.isoformat()}
            for one in list_draws(sitting)
        ],
    }  # fmt: skip


def _examiners(session: AssessmentSession) -> list[dict[str, Any]]:
    """Who was drawn, or named by the assessor, and who of them may not examine after all."""
    conflicts = conflicts_in(session)
    return [
        {"number": one.examiner.number, "name": one.examiner.person.name,
         "drawn": one.draw_id is not None,
         "conflicts": [ground.value for ground in conflicts.get(one.examiner.person_id, ())],
         "stood_down_for": one.stood_down_for}
        for one in list_assignments(session)
    ]  # fmt: skip


def _candidates(session: AssessmentSession) -> list[dict[str, Any]]:
    entries, sitting = entries_of(session.case_number), find_sitting(session.case_number)
    seats = seats_in(sitting) if sitting else {}
    reviews: dict[int, list[Any]] = {}
    for review in list_reviews(session.case_number):
        reviews.setdefault(review.candidate_id, []).append(review)
    issued = Certificate.objects.filter(session=session).values_list("person", "number")
    numbers = dict(issued.order_by("pk"))
    return [
        {
            "ticket": ticket_of(one),
            "name": one.person.name,
            "id_number": masked_id_number(one.person),
            "seat": list(seats.get(ticket_of(one), ())),
            "theory": _mark(one.theory) if one.absent else one.theory,
            "practice": _mark(one.practice) if one.absent else one.practice,
            "passed": one.passed,
            "entries": [_entry(entry) for entry in entries.get(one.pk, ())],
            "reviews": [_review(review) for review in reviews.get(one.pk, ())],
            "certificate": numbers.get(one.person_id, ""),
        }
        for one in list_candidates(session.case_number)
    ]


def _mark(mark: int | None) -> int | str:
    """Of what was entered: the mark, or that they were absent from the part."""
    return ABSENT if mark is None else mark


def _entry(entry: Any) -> dict[str, Any]:
    return {
        "turn": entry.turn, "theory": _mark(entry.theory), "practice": _mark(entry.practice),
        "by": _name(entry.entered_by), "on": entry.entered_on.isoformat(),
    }  # fmt: skip


def _review(review: Any) -> dict[str, Any]:
    return {
        "why": review.why,
        "before": [_mark(review.theory_before), _mark(review.practice_before)],
        "after": [_mark(review.theory), _mark(review.practice)], "by": _name(review.looked_by),
        "on": review.looked_on.isoformat(), "case": review.case_number,
    }  # fmt: skip


def _objections(case_number: str) -> list[dict[str, Any]]:
    case = Case.objects.get(number=case_number)
    return [
        {"made_on": one.made_on.isoformat(), "text": one.text, "answer": one.answer}
        for one in objections_to(case)
    ]


def _history(case_number: str) -> list[dict[str, Any]]:
    return [
        {"seq": one.seq, "on": one.on.isoformat(), "kind": one.kind, "move": one.move,
         "text": text_of(one), "hash": one.hash}
        for one in list_chain(f"case:{case_number}")
    ]  # fmt: skip


def _name(person: Any) -> str:
    return person.name if person else ""
