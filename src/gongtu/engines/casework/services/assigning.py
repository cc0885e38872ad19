"""Who of the body takes a case on: assigning, taking, releasing, keeping out."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from gongtu.engines.casework import authority
from gongtu.engines.casework.models import Case, Conflict
from gongtu.engines.casework.refusals import AlreadyDone, CaseClosed, ReasonsMissing, WrongHands
from gongtu.engines.casework.services.locking import lock, refusals_journaled
from gongtu.engines.casework.services.recording import record
from gongtu.engines.casework.services.telling import tell_holder
from gongtu.parties.capacity import Capacity
from gongtu.parties.queries import offices_of


def assign(case_number: str, person: UUID, *, by: Capacity, on: date) -> Case:
    """Give the case to an officer of the body that holds it; any of its officers may.

    Raises:
        WrongHands: `by` or `person` is no officer of that body; journaled.
    """
    with refusals_journaled(case_number, "assign", by=by, on=on):
        case = _held_by_body_of(case_number, by)
        if not offices_of(by.organisation or 0, on).filter(person_id=person).exists():
            raise WrongHands(_("只能指派本单位的工作人员。"))
        return _give(case, person, by=by, on=on)


def take(case_number: str, *, by: Capacity, on: date) -> Case:
    """Take on a case that nobody of one's body has yet.

    Raises:
        WrongHands, InConflict: Not an officer of the body, or one who must keep out; journaled.
        AlreadyDone: A colleague has it.
    """
    with refusals_journaled(case_number, "take", by=by, on=on):
        case = _held_by_body_of(case_number, by)
        if case.assignee_id is not None and case.assignee_id != by.person:
            raise AlreadyDone(_("本件已由%(name)s承办。") % {"name": case.assignee})
        docket = authority.docket_of(case)
        if (refused := authority.conflict_of(docket, by, on=on)) is not None:
            raise refused
        return _give(case, by.person, by=by, on=on)


def release(case_number: str, *, by: Capacity, on: date) -> Case:
    """Put the case back before all officers of the body."""
    with refusals_journaled(case_number, "release", by=by, on=on):
        return _give(_held_by_body_of(case_number, by), None, by=by, on=on)


def declare_conflict(case_number: str, *, reason: str, by: Capacity, on: date) -> Conflict:
    """An officer keeps out of a case of their own accord; a case they had is free again.

    Raises:
        WrongHands: Not an officer of the body that holds it; journaled.
        ReasonsMissing: The reason is missing.
    """
    if not reason.strip():
        raise ReasonsMissing(_("请说明回避的理由。"))
    if by.person is None:
        raise WrongHands(_("回避由工作人员本人声明。"))
    with refusals_journaled(case_number, "declare_conflict", by=by, on=on):
        case = _held_by_body_of(case_number, by)
        conflict, new = Conflict.objects.get_or_create(
            case=case,
            person_id=by.person,
            defaults={"reason": reason.strip(), "declared_on": on},
        )
        if new:
            record(case, "conflict", by=by, on=on, text=reason.strip())
        if case.assignee_id == by.person:
            _give(case, None, by=by, on=on)
        return conflict


def _held_by_body_of(number: str, by: Capacity) -> Case:
    case = lock(number)
    if case.closed_on is not None:
        raise CaseClosed(_("本件已办结。"))
    if by.organisation is None or by.organisation != case.holder_organisation_id:
        raise WrongHands(_("本件现不由您的单位办理。"))
    return case


def _give(case: Case, person: UUID | None, *, by: Capacity, on: date) -> Case:
    if case.assignee_id != person:
        case.assignee_id = person
        case.turn += 1
        case.save(update_fields=["assignee", "turn"])
        kind = "assigned" if person else "released"
        record(case, kind, by=by, on=on, to_person=str(person or ""))
        tell_holder(case, by=by, on=on)
    return case
