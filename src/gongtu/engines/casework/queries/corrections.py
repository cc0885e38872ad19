"""Corrections as those read them who decide them, and those whom they concern."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from gongtu.base.money import Yuan
from gongtu.engines.casework import authority, clock
from gongtu.engines.casework.authority import Docket
from gongtu.engines.casework.declare import End, Procedure
from gongtu.engines.casework.models import Case, Correction, CorrectionState
from gongtu.engines.casework.registry import get_procedure, procedures
from gongtu.engines.ledger.queries import list_commitments_of
from gongtu.parties.capacity import Capacity
from gongtu.parties.roles import Role
from gongtu.policy import shared
from gongtu.records.journal.models import JournalEntry

HEARING = "correction_hearing_days"


def decides_on(procedure: Procedure) -> Role:
    """Whose desk decides such cases first, and so corrects what it decided."""
    return procedure.first.held_by


def may_look_again(by: Capacity) -> bool:
    """Whether some decision on money is made on a desk like the reader's."""
    granting = [one for one in procedures() if any(move.commits for move in one.moves)]
    return by.organisation is not None and by.role in map(decides_on, granting)


def list_corrections(by: Capacity) -> QuerySet[Correction]:
    """Those of the cases that the reader's own body decides, the newest first."""
    decided = [one.key for one in procedures() if decides_on(one) == by.role]
    found = Correction.objects.filter(
        case__procedure__in=decided,
        case__parties__role=str(by.role),
        case__parties__organisation=by.organisation or 0,
        case__parties__until=None,
    )
    return found.select_related("case__opener_person", "case__opener_organisation").order_by("-id")


def corrections_of(case: Case, by: Capacity) -> QuerySet[Correction]:
    """Of one case: all for the body that decides it, for others those the person was told of."""
    if corrects(authority.docket_of(case), by):
        return case.corrections.order_by("id")
    return case.corrections.filter(told_on__isnull=False).order_by("id")


def corrects(docket: Docket, by: Capacity) -> bool:
    """Whether `by` acts for the body that decides the case."""
    held = decides_on(docket.procedure)
    return by.role == held and authority.sits(docket.party(held), by, docket.procedure)


def heard_until(found: Correction) -> date | None:
    """The last day of the time to be heard; None before it is told and while the term is 待核."""
    if found.told_on is None:
        return None
    return clock.due_after(found.told_on, shared.platform.value(HEARING, on=found.told_on))


def has_answered(found: Correction) -> bool:
    """Whether who opened the case has said something since it was told."""
    case, entries = found.case, JournalEntry.objects.filter(chain=authority.chain_of(found.case))
    told = entries.filter(kind="correction-told", what__correction=found.pk).first()
    if told is None:
        return False
    opener = (
        Q(what__by_person=str(case.opener_person_id))
        if case.opener_person_id
        else Q(actor_organisation=case.opener_organisation_id)
    )
    return entries.filter(opener, kind="remarked", seq__gt=told.seq).exists()


def owed_by(found: Correction) -> Yuan:
    """What a confirmed correction of an ended case still has to pay in addition."""
    if found.state != CorrectionState.CONFIRMED or found.is_less or not _has_ended(found.case):
        return Yuan(0)
    return Yuan.total(promise.due for promise in list_commitments_of(found.case.number))


def _has_ended(case: Case) -> bool:
    return isinstance(get_procedure(case.procedure, case.version)[case.stage], End)
