"""公示 as the public reads them."""

from __future__ import annotations

from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from gongtu.engines.casework.models import Case, Notice, Objection
from gongtu.engines.casework.refusals import CaseUnknown


def public_notices(on: date) -> QuerySet[Notice]:
    """Notices that run on the day, those that end first before the others; one query."""
    running = Q(until=None) | Q(until__gte=on)
    notices = Notice.objects.filter(running, opened_on__lte=on, withdrawn_on=None)
    notices = notices.select_related("case", "case__holder_organisation")
    return notices.annotate(objections_made=Count("objections")).order_by("until", "id")


def cases_past_notice(procedure: str, holder: int, *, on: date) -> QuerySet[Case]:
    """Cases that lie with a body after their notice: it has ended, every objection is answered."""
    unanswered = Objection.objects.filter(notice=OuterRef("pk"), answered_on=None)
    ended = Notice.objects.filter(
        ~Exists(unanswered), case=OuterRef("pk"), run__left_on=None, withdrawn_on=None, until__lt=on
    )
    return Case.objects.filter(Exists(ended), procedure=procedure, holder_organisation=holder)


def get_notice(notice_id: int) -> Notice:
    """The notice with its case.

    Raises:
        CaseUnknown: There is no such notice.
    """
    notices = Notice.objects.select_related("case", "case__holder_organisation", "run")
    notice = notices.filter(pk=notice_id).first()
    if notice is None:
        raise CaseUnknown(_("没有这份公示。"))
    return notice


def notice_of(case: Case) -> Notice | None:
    """The latest notice of a case."""
    return case.notices.order_by("-id").first()


def objections_to(case: Case) -> QuerySet[Objection]:
    """All objections to the notices of a case, oldest first."""
    return Objection.objects.filter(notice__case=case).order_by("id")
