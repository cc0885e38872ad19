"""好差评: whoever opened a finished case rates it once, and the body replies."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.casework import authority
from gongtu.engines.casework.choices import Satisfaction
from gongtu.engines.casework.models import Rating
from gongtu.engines.casework.refusals import AlreadyDone, WrongHands
from gongtu.engines.casework.services.locking import lock, refusals_journaled
from gongtu.engines.casework.services.recording import record
from gongtu.engines.casework.services.withdrawing import sits_as_opener
from gongtu.parties.capacity import Capacity
from gongtu.parties.roles import OFFICES


def rate(case_number: str, grade: int, *, by: Capacity, on: date, text: str = "") -> Rating:
    """Rate a finished case, 5 (very satisfied) to 1.

    Raises:
        WrongHands: Not its opener; journaled.
        AlreadyDone: Rated before.
        Refused: Not finished, or no such grade.
    """
    with refusals_journaled(case_number, "rate", by=by, on=on):
        case = lock(case_number)
        if not sits_as_opener(authority.docket_of(case), by):
            raise WrongHands(_("只有申请人可以评价本件。"))
        if case.closed_on is None:
            raise Refused(_("本件尚未办结，办结后可以评价。"))
        if grade not in Satisfaction.values:
            raise Refused(_("请从五个等级中选择一个。"))
        if Rating.objects.filter(case=case).exists():
            raise AlreadyDone(_("本件已经评价过。"))
        rating = Rating.objects.create(case=case, grade=grade, text=text.strip(), rated_on=on)
        record(case, "rated", by=by, on=on, text=text.strip(), grade=grade)
        return rating


def reply_to_rating(case_number: str, reply: str, *, by: Capacity, on: date) -> Rating:
    """Reply to a rating for the body that decided; once.

    Raises:
        WrongHands: Not an officer of a body in this case; journaled.
        AlreadyDone: Replied before.
    """
    with refusals_journaled(case_number, "reply_to_rating", by=by, on=on):
        case = lock(case_number)
        docket = authority.docket_of(case)
        seated = any(authority.sits(p, by, docket.procedure) for p in docket.parties)
        if by.role not in OFFICES or not seated:
            raise WrongHands(_("评价由承办单位回复。"))
        rating = Rating.objects.filter(case=case).first()
        if rating is None or not reply.strip():
            raise Refused(_("没有可以回复的评价，或者回复为空。"))
        if rating.replied_on is not None:
            raise AlreadyDone(_("这条评价已经回复过。"))
        rating.reply, rating.replied_on = reply.strip(), on
        rating.save()
        record(case, "rating-answered", by=by, on=on, text=reply.strip())
        return rating
