"""Taking hold of a case: one writer at a time, and nobody acts on what they have not seen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from django.db import transaction

from gongtu.base.speech import gettext as _
from gongtu.engines.casework.authority import chain_of, may_add
from gongtu.engines.casework.models import Case
from gongtu.engines.casework.refusals import CaseUnknown, StaleMove, WrongHands
from gongtu.engines.casework.registry import get_procedure
from gongtu.engines.casework.services.recording import record
from gongtu.engines.casework.speech import role_name, said
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Organisation
from gongtu.parties.roles import Role
from gongtu.records.journal.models import JournalEntry

NO_CHANGE = ("refused", "letter", "served", "read", "viewed")


def lock(number: str, *, by: Capacity | None = None, turn: int | None = None) -> Case:
    """The case with its row locked until the transaction ends.

    With `by`, outsiders are refused before they learn anything of the case.

    Raises:
        CaseUnknown: There is no such case.
        WrongHands: `by` may not even see it.
        StaleMove: The case moved on since the page with this `turn` was read.
    """
    case = Case.objects.select_for_update().filter(number=number).first()
    if case is None:
        raise CaseUnknown(_("没有编号为“%(number)s”的案件。") % {"number": number})
    if by is not None and not may_add(case, by):
        raise WrongHands(_("您不是本件的当事人或者承办人。"))
    if turn is not None and turn != case.turn:
        raise StaleMove(*_who_was_faster(case))
    return case


@contextmanager
def refusals_journaled(
    number: str, act: str, *, by: Capacity, on: date, **what: str
) -> Iterator[None]:
    """One transaction: what outsiders try is undone as a whole, and its refusal written then."""
    with outsiders_journaled(number, act, by=by, on=on, **what), transaction.atomic():
        yield


@contextmanager
def outsiders_journaled(
    number: str, act: str, *, by: Capacity, on: date, **what: str
) -> Iterator[None]:
    """The same around reading: no transaction, so that readers do not wait for writers."""
    try:
        yield
    except WrongHands as refused:
        case = Case.objects.filter(number=number).first()
        if case is not None:
            record(case, "refused", by=by, on=on, text=str(refused), act=act, **what)
        raise


def last_change(case: Case) -> JournalEntry | None:
    """What last happened to the case; a look at it or a refusal changed nothing."""
    entries = JournalEntry.objects.filter(chain=chain_of(case)).exclude(kind__in=NO_CHANGE)
    return entries.order_by("seq").last()


def _who_was_faster(case: Case) -> list[str]:
    if (entry := last_change(case)) is None:
        return [_("本件刚刚有变动，请刷新后再办理。")]
    procedure = get_procedure(case.procedure, case.version)
    label = next((move.label for move in procedure.moves if move.key == entry.move), "")
    body = Organisation.objects.filter(pk=entry.actor_organisation or 0).first()
    told = {
        "who": body.name if body else role_name(entry.actor_role or Role.CLOCK),
        "on": entry.on,
        "move": said(label, case.procedure),
    }
    if label:
        return [_("%(who)s已于%(on)s办理了“%(move)s”，请刷新后再办理。") % told]
    return [_("%(who)s已于%(on)s变更了本件，请刷新后再办理。") % told]
