"""Withdrawing: whoever opened a case may end it before it is decided."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from gongtu.engines.casework import authority
from gongtu.engines.casework.models import Case
from gongtu.engines.casework.refusals import CaseClosed, WrongHands
from gongtu.engines.casework.services.locking import lock, refusals_journaled
from gongtu.engines.casework.services.recording import record
from gongtu.engines.casework.services.spending import release_what_is_committed
from gongtu.engines.casework.services.staying import go_to
from gongtu.engines.casework.services.telling import tell_holder
from gongtu.engines.casework.speech import said
from gongtu.parties.capacity import Capacity


def withdraw(
    case_number: str, *, by: Capacity, on: date, reason: str = "", turn: int | None = None
) -> Case:
    """End the case at its opener's wish; money committed but not paid goes back to the fund.

    Raises:
        WrongHands: Not the opener, or the procedure knows no withdrawal; journaled.
        CaseClosed: It has ended already, or what was decided holds.
        StaleMove: The case moved on meanwhile.
    """
    with refusals_journaled(case_number, "withdraw", by=by, on=on):
        case = lock(case_number, by=by, turn=turn)
        docket = authority.docket_of(case)
        _may_withdraw(docket, by)
        release_what_is_committed(case, by=by, on=on)
        left = case.stage
        go_to(case, str(docket.procedure.withdrawn), leaving_with="withdraw", on=on)
        record(case, "withdrawn", by=by, on=on, text=reason, left=left)
        tell_holder(case, by=by, on=on)
        return case


def _may_withdraw(docket: authority.Docket, by: Capacity) -> None:
    procedure, case = docket.procedure, docket.case
    if not sits_as_opener(docket, by):
        raise WrongHands(_("本件只能由申请人撤回。"))
    if case.closed_on is not None:
        raise CaseClosed(_("本件已办结，不能撤回。"))
    if docket.rests:
        raise CaseClosed(_("本件的办理结果已经生效，不能撤回。"))
    if procedure.withdrawn is None:
        raise WrongHands(
            _("“%(title)s”不能撤回。") % {"title": said(procedure.title, procedure.key)}
        )


def sits_as_opener(docket: authority.Docket, by: Capacity) -> bool:
    """Whether `by` is who opened the case, or acts for the organisation that did."""
    return authority.sits(docket.party(docket.case.opener_role), by, docket.procedure)
