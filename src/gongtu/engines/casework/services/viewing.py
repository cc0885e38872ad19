"""Looking at a case leaves a line where it must: outsiders refused, sensitive files opened."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from gongtu.engines.casework.authority import may_see
from gongtu.engines.casework.models import Attachment, Case
from gongtu.engines.casework.queries.cases import get_case
from gongtu.engines.casework.refusals import WrongHands
from gongtu.engines.casework.services.locking import outsiders_journaled
from gongtu.engines.casework.services.recording import record
from gongtu.parties.capacity import Capacity


def case_for(number: str, by: Capacity, *, on: date) -> Case:
    """The case, if `by` may see it.

    Raises:
        CaseUnknown: There is no such case.
        WrongHands: An outsider; journaled.
    """
    with outsiders_journaled(number, "view", by=by, on=on):
        case = get_case(number)
        if not may_see(case, by):
            raise WrongHands(_("您不是本件的当事人或者承办人。"))
    return case


def note_view(case: Case, *, by: Capacity, on: date, attachment: Attachment | None = None) -> None:
    """Write down that an office looked at a person's case, or that a file was opened.

    The person concerned sees it; looking at one's own case is nobody's business.
    """
    if attachment is None and by.person == case.opener_person_id:
        return
    record(case, "viewed", by=by, on=on, attachment=attachment.pk if attachment else None)
