"""Extending a limit: once, with a reason, by whom the declaration names, within the maximum."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.casework import authority, clock
from gongtu.engines.casework.declare import Limit, Stage
from gongtu.engines.casework.models import Case
from gongtu.engines.casework.refusals import (
    AlreadyDone,
    LimitMissing,
    ReasonsMissing,
    WrongHands,
)
from gongtu.engines.casework.services.locking import lock, refusals_journaled
from gongtu.engines.casework.services.recording import record
from gongtu.engines.casework.services.staying import set_dues
from gongtu.engines.casework.services.telling import tell_extended
from gongtu.engines.casework.speech import language, role_name
from gongtu.engines.entitlement.wording import shown
from gongtu.parties.capacity import Capacity


def extend(
    case_number: str, *, reason: str, by: Capacity, on: date, count: int | None = None
) -> Case:
    """Put off the due days of the current stay by `count` (at most, and by default, the maximum).

    Raises:
        WrongHands: Not the role that may extend, or not of a body in this case; journaled.
        LimitMissing: Nothing to extend, or the maximum is 待核.
        AlreadyDone: Extended before.
        Refused: More than the maximum, or the limit has passed already.
        ReasonsMissing: The reason is missing.
    """
    if not reason.strip():
        raise ReasonsMissing(_("请说明延长期限的理由。"))
    with refusals_journaled(case_number, "extend", by=by, on=on):
        case = lock(case_number)
        docket = authority.docket_of(case)
        limit = _extensible(docket, by)
        _lengthen(docket, limit, reason.strip(), count, on=on)
        record(case, "extended", by=by, on=on, text=reason.strip(), due=str(case.legal_due))
        tell_extended(case, on=on)
        return case


def _extensible(docket: authority.Docket, by: Capacity) -> Limit:
    stage = docket.stage
    limit = stage.limit if isinstance(stage, Stage) else None
    if limit is None or limit.extension is None or limit.extended_by is None:
        raise LimitMissing(_("本环节的期限不能延长。"))
    if not authority.sits(docket.party(limit.extended_by), by, docket.procedure):
        raise WrongHands(
            _("期限由本件的%(role)s决定延长。") % {"role": role_name(limit.extended_by)}
        )
    return limit


def _lengthen(
    docket: authority.Docket, limit: Limit, reason: str, count: int | None, *, on: date
) -> None:
    case = docket.case
    run = case.runs.get(left_on=None)
    most = docket.procedure.policy.value(str(limit.extension), on=on)
    if not isinstance(most.value, int) or (run.legal_due is None and run.promised_due is None):
        raise LimitMissing(_("期限或者最长延长期待核，不能延长。"))
    if run.extended_by:
        raise AlreadyDone(_("期限只能延长一次，本环节已经延长过。"))
    count = most.value if count is None else count
    if not 0 < count <= most.value:
        raise Refused(
            _("最长可以延长%(most)s。") % {"most": shown(most.value, most.unit, language())}
        )
    if on > case.due_order:
        raise Refused(_("期限已过，不能再延长。"))
    run.legal_due = clock.extended(run.legal_due, most, count)
    run.promised_due = clock.extended(run.promised_due, most, count)
    run.extended_by, run.extended_for, run.extended_on = count, reason, on
    run.save()
    set_dues(case, run)
    case.turn += 1
    case.save()
