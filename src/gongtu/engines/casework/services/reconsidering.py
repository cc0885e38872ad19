"""Reconsideration: an ended case goes back once, to somebody else than who decided it."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.casework import authority, clock
from gongtu.engines.casework.declare import Reconsideration
from gongtu.engines.casework.models import Case
from gongtu.engines.casework.refusals import AlreadyDone, ReasonsMissing, WrongHands
from gongtu.engines.casework.services.locking import lock, refusals_journaled
from gongtu.engines.casework.services.recording import record
from gongtu.engines.casework.services.staying import go_to
from gongtu.engines.casework.services.telling import tell_holder
from gongtu.engines.casework.services.withdrawing import sits_as_opener
from gongtu.engines.casework.speech import said
from gongtu.parties.capacity import Capacity
from gongtu.records.journal.models import JournalEntry


class TooLate(Refused):
    """The term for asking has passed."""


def ask_reconsideration(case_number: str, *, reason: str, by: Capacity, on: date) -> Case:
    """Bring an ended case back to the declared stage; `authority` then keeps the decider out.

    While the term is 待核 nobody is too late.

    Raises:
        WrongHands: Not the opener, or no reconsideration is declared; journaled.
        AlreadyDone, TooLate, ReasonsMissing: As they say.
    """
    with refusals_journaled(case_number, "reconsider", by=by, on=on):
        case = lock(case_number)
        docket = authority.docket_of(case)
        again = _declared(docket, by)
        _may_ask(docket, again, on=on)
        if not reason.strip():
            raise ReasonsMissing(_("请说明申请复核的理由。"))
        left = case.stage
        go_to(case, again.stage, leaving_with="reconsider", on=on)
        record(case, "reconsidered", by=by, on=on, text=reason.strip(), left=left)
        tell_holder(case, by=by, on=on)
        return case


def _declared(docket: authority.Docket, by: Capacity) -> Reconsideration:
    if docket.procedure.reconsideration is None:
        raise WrongHands(
            _("“%(title)s”没有复核程序。")
            % {"title": said(docket.procedure.title, docket.procedure.key)}
        )
    if not sits_as_opener(docket, by):
        raise WrongHands(_("复核由申请人提出。"))
    return docket.procedure.reconsideration


def _may_ask(docket: authority.Docket, again: Reconsideration, *, on: date) -> None:
    case, procedure = docket.case, docket.procedure
    if case.closed_on is None or case.stage == procedure.withdrawn:
        raise Refused(_("本件没有可以复核的决定。"))
    if JournalEntry.objects.filter(chain=authority.chain_of(case), kind="reconsidered").exists():
        raise AlreadyDone(_("本件已经复核过一次。"))
    within = procedure.policy.value(again.within, on=case.closed_on)
    due = clock.due_after(case.closed_on, within)
    if due is not None and on > due:
        raise TooLate(_("申请复核的期限已于%(due)s届满。") % {"due": due})
