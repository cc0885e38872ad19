"""Every session of an assessor whose public notice has ended, issued one after another.

Each is a move of its own case, checked where it is made; what is refused is told and passed over.
Whatever stops the work, the next run goes on with those that are not issued yet.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.base.speech import kept
from gongtu.engines.casework import services as casework
from gongtu.engines.casework.queries import cases_past_notice
from gongtu.parties import access
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Organisation
from gongtu.records.jobs.models import Job, JobState
from gongtu.records.jobs.registry import work
from gongtu.records.jobs.services import progress, start
from gongtu.registers.skills.choices import SessionState
from gongtu.registers.skills.models import AssessmentSession, Assessor
from gongtu.registers.skills.services.results.entering import PROCEDURE

KIND = "sessions-issue"
MOST = 1000
ATTEMPTS = 20
GOING = (JobState.WAITING, JobState.RUNNING)
ISSUED = (SessionState.ISSUING, SessionState.ISSUED)


class NothingToIssue(Refused):
    """No session waits with its notice ended."""


def sessions_to_issue(
    organisation: Organisation, *, by: Capacity, on: date
) -> list[AssessmentSession]:
    """The sessions whose notice has ended with every objection answered, the earliest first.

    Raises:
        NotEntitled: They are not the reader's to issue.
    """
    access.require(by, "enter-results", organisation, on=on)
    numbers = cases_past_notice(PROCEDURE, organisation.pk, on=on).values("number")
    sessions = AssessmentSession.objects.filter(case_number__in=numbers)
    return list(sessions.select_related("filing__occupation").order_by("planned_on", "pk")[:MOST])


@transaction.atomic
def start_issuing(organisation: Organisation, *, by: Capacity, on: date) -> Job:
    """Start issuing all of them; while they are being issued it is the same job.

    Raises:
        NotEntitled, NothingToIssue: Nothing was started.
    """
    # Of two at once the second waits, and finds what the first has started.
    Assessor.objects.select_for_update().filter(organisation=organisation).first()
    jobs = Job.objects.filter(kind=KIND, payload__organisation=organisation.pk, state__in=GOING)
    cases = [one.case_number for one in sessions_to_issue(organisation, by=by, on=on)]
    if before := jobs.filter(owner_account=by.account).first():
        return before
    if not cases:
        raise NothingToIssue(_("没有公示期满、等待核发的评价。"))
    payload = {
        "organisation": organisation.pk, "cases": cases, "by": by.as_json(), "on": on.isoformat(),
    }  # fmt: skip
    return start(KIND, owner=by.account, payload=payload)


@work(KIND, attempts=ATTEMPTS)
def issue_sessions(job: Job) -> dict[str, Any]:
    """One session after another; how many are issued, and why others are not."""
    told = job.payload
    by, on = Capacity.from_json(told["by"]), date.fromisoformat(told["on"])
    refused = []
    for done, number in enumerate(told["cases"], 1):
        if why := _issue(number, by=by, on=on):
            refused.append({"number": number, "why": kept(why)})
        progress(job, done, len(told["cases"]), number)
    return {"issued": len(told["cases"]) - len(refused), "refused": refused}


def _issue(number: str, *, by: Capacity, on: date) -> tuple[str, ...]:
    """Why it is not issued; empty if it is, now or by an earlier run."""
    if AssessmentSession.objects.filter(case_number=number, state__in=ISSUED).exists():
        return ()
    try:
        casework.make_move(number, "issue", by=by, on=on)
    except Refused as refusal:
        return refusal.reasons
    return ()
