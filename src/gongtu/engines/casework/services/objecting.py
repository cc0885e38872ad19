"""公示: anybody may object until its last day, and every objection gets an answer."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.casework import authority
from gongtu.engines.casework.models import Notice, Objection
from gongtu.engines.casework.refusals import (
    AlreadyDone,
    CaseUnknown,
    ReasonsMissing,
    WrongHands,
)
from gongtu.engines.casework.services.locking import lock, refusals_journaled
from gongtu.engines.casework.services.recording import record
from gongtu.engines.casework.services.telling import tell_holder
from gongtu.parties.capacity import Capacity


class NoticeOver(Refused):
    """Objections are no longer, or not yet, accepted."""


@transaction.atomic
def object_to_notice(
    notice_id: int, *, text: str, by: Capacity, on: date, name: str = "", contact: str = ""
) -> Objection:
    """Object to a public notice; nobody needs to sign in or to leave a name.

    The same words by the same name on the same day are the same objection.

    Raises:
        NoticeOver: The notice has ended.
        ReasonsMissing: No text.
    """
    held = Notice.objects.select_related("case").select_for_update(of=("self",))
    notice = held.filter(pk=notice_id).first()
    if notice is None:
        raise NoticeOver(_("没有这份公示。"))
    if notice.withdrawn_on is not None or (notice.until is not None and on > notice.until):
        raise NoticeOver(
            _("公示已于%(on)s结束，不再接受异议。") % {"on": notice.withdrawn_on or notice.until}
        )
    if not text.strip():
        raise ReasonsMissing(_("请写明异议的内容和理由。"))
    objection, is_new = Objection.objects.get_or_create(
        notice=notice,
        name=name.strip(),
        contact=contact.strip(),
        text=text.strip(),
        made_on=on,
        made_by_id=by.account,
    )
    if not is_new:
        return objection
    record(notice.case, "objected", by=by, on=on, objection=objection.pk)
    tell_holder(notice.case, by=by, on=on)
    return objection


def answer_objection(objection_id: int, *, answer: str, by: Capacity, on: date) -> Objection:
    """Answer an objection; moves that wait for the notice wait for every answer.

    Raises:
        WrongHands, InConflict: Not the body that holds the case; journaled.
        AlreadyDone: It was answered.
    """
    if not answer.strip():
        raise ReasonsMissing(_("请填写答复。"))
    objection = Objection.objects.select_related("notice__case").filter(pk=objection_id).first()
    if objection is None:
        raise CaseUnknown(_("没有这件异议。"))
    with refusals_journaled(objection.notice.case.number, "answer_objection", by=by, on=on):
        case = lock(objection.notice.case.number)
        objection.refresh_from_db()
        _may_answer(authority.docket_of(case), by, on=on)
        if objection.answered_on is not None:
            raise AlreadyDone(_("这件异议已经答复。"))
        objection.answer, objection.answered_on = answer.strip(), on
        objection.answered_by_id = by.account
        objection.save()
        record(case, "objection-answered", by=by, on=on, objection=objection.pk)
        return objection


def _may_answer(docket: authority.Docket, by: Capacity, *, on: date) -> None:
    holder = docket.party(docket.case.holder_role)
    if not authority.sits(holder, by, docket.procedure):
        raise WrongHands(_("异议由承办单位答复。"))
    if (refused := authority.conflict_of(docket, by, on=on)) is not None:
        raise refused
