"""Corrections as those read them who decide them, and those whom they concern."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import QuerySet

from gongtu.base.money import Yuan
from gongtu.engines.casework import authority, clock
from gongtu.engines.casework.authority import Docket
from gongtu.engines.casework.declare import End, Procedure
from gongtu.engines.casework.models import Case, Correction, CorrectionState
from gongtu.engines.casework.models.corrections import OPEN
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


def decided_on_desk(by: Capacity) -> list[Procedure]:
    """The procedures by which money is promised on a desk like the reader's."""
    if by.organisation is None:
        return []
    mine = [one for one in procedures() if decides_on(one) == by.role]
    return [one for one in mine if any(move.commits for move in one.moves)]


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


def list_open_corrections(by: Capacity, *, before: int | None = None) -> QuerySet[Correction]:
    """Those that wait for a step; with `before`, those that come on the page after that one."""
    found = list_corrections(by).filter(state__in=OPEN)
    return found if before is None else found.filter(pk__lt=before)


def list_settled_corrections(by: Capacity) -> QuerySet[Correction]:
    """Those confirmed, dropped or lapsed."""
    return list_corrections(by).exclude(state__in=OPEN)


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


def answered(corrections: Collection[Correction]) -> set[int]:
    """Those, by key, whose opener has said something since they were told; one query for all."""
    chains = {authority.chain_of(one.case): one for one in corrections}
    entries = JournalEntry.objects.filter(
        chain__in=list(chains), kind__in=("correction-told", "remarked")
    )
    heard: set[int] = set()
    told: dict[str, int] = {}
    for entry in entries.order_by("chain", "seq"):
        one = chains[entry.chain]
        if entry.kind == "correction-told":
            told[entry.chain] = entry.what.get("correction", 0)
        elif told.get(entry.chain) == one.pk and _is_of_opener(entry, one.case):
            heard.add(one.pk)
    return heard


def has_answered(found: Correction) -> bool:
    """Whether who opened the case has said something since it was told."""
    return found.pk in answered([found])


def _is_of_opener(entry: JournalEntry, case: Case) -> bool:
    if case.opener_person_id:
        return bool(entry.what.get("by_person") == str(case.opener_person_id))
    return entry.actor_organisation == case.opener_organisation_id


def owed_in_addition(corrections: Collection[Correction]) -> dict[int, Yuan]:
    """By key, what confirmed corrections of ended cases still have to pay; one query for all."""
    more = {
        one.case.number: one.pk
        for one in corrections
        if one.state == CorrectionState.CONFIRMED and not one.is_less and _has_ended(one.case)
    }
    owed = dict.fromkeys(more.values(), Yuan(0))
    for promise in list_commitments_of(*more):
        owed[more[promise.case_number]] += promise.due
    return owed


def owed_by(found: Correction) -> Yuan:
    """What a confirmed correction of an ended case still has to pay in addition."""
    return owed_in_addition([found]).get(found.pk, Yuan(0))


def _has_ended(case: Case) -> bool:
    return isinstance(get_procedure(case.procedure, case.version)[case.stage], End)
