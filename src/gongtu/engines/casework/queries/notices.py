"""公示 as the public reads them."""

from __future__ import annotations

from datetime import date

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from gongtu.engines.casework.models import Case, Notice, Objection
from gongtu.engines.casework.refusals import CaseUnknown


def public_notices(on: date) -> QuerySet[Notice]:
    """Notices that run on the day, those that end first before the others; one query."""
    running = Q(until=None) | Q(until__gte=on)
    notices = Notice.objects.filter(running, opened_on__lte=on, withdrawn_on=None)
    notices = notices.select_related("case", "case__holder_organisation")
    return notices.annotate(objections_made=Count("objections")).order_by("until", "id")


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
