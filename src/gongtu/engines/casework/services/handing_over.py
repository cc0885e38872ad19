"""Handing a case to another body of the same role, in the same thread."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.casework import authority
from gongtu.engines.casework.declare import Stage
from gongtu.engines.casework.models import Case
from gongtu.engines.casework.refusals import CaseClosed, ReasonsMissing, WrongHands
from gongtu.engines.casework.services.binding import reseat
from gongtu.engines.casework.services.locking import lock, refusals_journaled
from gongtu.engines.casework.services.recording import record
from gongtu.engines.casework.services.staying import seat_holder
from gongtu.engines.casework.services.telling import tell_holder
from gongtu.engines.casework.speech import role_name
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Organisation
from gongtu.parties.queries import get_organisation
from gongtu.parties.roles import OFFICES


def hand_over(
    case_number: str,
    to_organisation: int,
    *,
    reason: str,
    by: Capacity,
    on: date,
    turn: int | None = None,
) -> Case:
    """Pass the case to the body that is competent; its clock runs on, its history stays one.

    Raises:
        WrongHands: `by` is no officer of the office that holds the case; journaled.
        Refused: The other body is of another role, or is the same.
        ReasonsMissing: The reason is missing.
    """
    if not reason.strip():
        raise ReasonsMissing(_("请说明移送的理由。"))
    with refusals_journaled(case_number, "hand_over", by=by, on=on):
        case = lock(case_number, by=by, turn=turn)
        docket = authority.docket_of(case)
        target = get_organisation(to_organisation)
        stage = _may_hand_over(docket, target, by)
        reseat(case, stage.held_by, target.pk, on=on)
        seat_holder(case, stage)
        case.assignee, case.turn = None, case.turn + 1
        case.save()
        what = {"from_organisation": by.organisation, "to_organisation": target.pk}
        record(case, "handed-over", by=by, on=on, text=reason.strip(), **what)
        tell_holder(case, by=by, on=on)
        return case


def _may_hand_over(docket: authority.Docket, target: Organisation, by: Capacity) -> Stage:
    stage = docket.stage
    if not isinstance(stage, Stage):
        raise CaseClosed(_("本件已办结。"))
    if stage.held_by not in OFFICES or by.organisation != docket.case.holder_organisation_id:
        raise WrongHands(_("本件现不由您的单位办理，不能移送。"))
    held = docket.case.holder_organisation
    if held is None or target.kind != held.kind:
        raise Refused(
            _("只能移送其他%(role)s。") % {"role": role_name(held.kind if held else stage.held_by)}
        )
    if target.pk == held.pk:
        raise Refused(_("本件已在该单位。"))
    return stage
