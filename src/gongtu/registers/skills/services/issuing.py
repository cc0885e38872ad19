"""Certificates for whoever passed a session, so many at a time, however many there are.

Each lot is one transaction: numbers drawn, certificates and credentials written, and how far the
session has come.  Whatever stops the work between two lots, the next run goes on where it was.
Whoever holds a certificate of the same occupation and grade by then gets no second one; the first
is noted beside them, and nothing else stops.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.credentials import services as credentials
from gongtu.parties.capacity import Capacity
from gongtu.parties.services import hold
from gongtu.records.jobs.models import Job
from gongtu.records.jobs.registry import work
from gongtu.records.jobs.services import progress, start
from gongtu.records.journal.services import write_many
from gongtu.records.rows import insert_rows
from gongtu.registers.skills.choices import CertificateStatus, Grade, SessionState
from gongtu.registers.skills.models import (
    AssessmentSession,
    Candidate,
    Certificate,
)
from gongtu.registers.skills.numbers import LAST_SERIAL
from gongtu.registers.skills.queries.held import holdings
from gongtu.registers.skills.services.certificates import KIND, line_of, order_of
from gongtu.registers.skills.services.history import Happened, note_issued
from gongtu.registers.skills.services.serials import draw_numbers
from gongtu.registers.skills.services.sessions import SessionNotOpen

WORK = "certificate-issue"
LOT = 1000
# A worker that dies is replaced; each run goes on where the last one was.
ATTEMPTS = 20
COLUMNS = (
    "number", "person_id", "occupation_id", "grade", "issuer_id", "session_id", "issued_on",
    "status", "predecessor_id", "revoked_on", "revoked_for", "heard", "subsidised_on",
    "subsidised_by",
)  # fmt: skip
NOTHING_BECAME = (CertificateStatus.VALID.value, None, None, "", "", None, "")


class NumbersUsedUp(Refused):
    """The rule has no numbers for so many more."""


@transaction.atomic
def issue_certificates(case_number: str, *, by: Capacity, on: date) -> None:
    """Issue a signed certificate to every candidate who passed; beyond a lot, beside the request.

    Raises:
        SessionNotOpen: It was issued before, or has ended.
        NumbersUsedUp: The assessor has fewer numbers left than there are certificates.
    """
    session = locked_session(case_number)
    if session.state not in (SessionState.PLANNED, SessionState.MARKED):
        raise SessionNotOpen(_("该场评价已经结束，不能再更改。"))
    passed = session.candidates.filter(passed=True).count()
    if (left := LAST_SERIAL - session.filing.assessor.last_serial) < passed:
        told = {"left": left, "passed": passed}
        raise NumbersUsedUp(_("证书序列码只剩%(left)s个，本场有%(passed)s人合格。") % told)
    session.state = SessionState.ISSUING
    session.save(update_fields=["state"])
    if issue_lot(case_number, by=by, on=on):
        payload = {"case": case_number, "by": by.as_json(), "on": on.isoformat()}
        start(WORK, owner=by.account, payload=payload)


@work(WORK, attempts=ATTEMPTS)
def go_on_issuing(job: Job) -> dict[str, int]:
    """Lot after lot until everybody who passed holds a certificate."""
    told = job.payload
    by, on = Capacity.from_json(told["by"]), date.fromisoformat(told["on"])
    return {"issued": issue_all(told["case"], by=by, on=on, tell=lambda *far: progress(job, *far))}


def issue_all(
    case_number: str,
    *,
    by: Capacity,
    on: date,
    tell: Callable[[int, int], None] = lambda _done, _total: None,
) -> int:
    """Go on with a session that is being issued, to its end; how many there are in all."""
    total = Candidate.objects.filter(session__case_number=case_number, passed=True).count()
    while left := issue_lot(case_number, by=by, on=on):
        tell(total - left, total)
    return total


@transaction.atomic
def issue_lot(case_number: str, *, by: Capacity, on: date) -> int:
    """Issue to the next of those who passed, in the order they were listed; how many are left.

    Numbers follow one another without gaps, and are given back if anything fails.
    """
    session = locked_session(case_number)
    if session.state != SessionState.ISSUING:
        return 0
    waiting = session.candidates.filter(passed=True, pk__gt=session.issued_through)
    lot = list(waiting.select_related("person").order_by("pk")[:LOT])
    if entitled := _without_those_who_hold(session, lot, on=on):
        issue_to(session, entitled, by=by, on=on)
    if lot:
        session.issued_through = lot[-1].pk
    left = waiting.filter(pk__gt=session.issued_through).count() if len(lot) == LOT else 0
    if not left:
        session.state = SessionState.ISSUED
    session.save(update_fields=["state", "issued_through"])
    return left


def locked_session(case_number: str) -> AssessmentSession:
    """The session, locked: of two runs at once the second waits, then goes on after the first."""
    AssessmentSession.objects.select_for_update().get(case_number=case_number)
    sessions = AssessmentSession.objects.select_related("filing__occupation", "filing__assessor")
    return sessions.get(case_number=case_number)


def _without_those_who_hold(
    session: AssessmentSession, lot: Sequence[Candidate], *, on: date
) -> list[Candidate]:
    """Those of a lot who get a certificate; of the others the one they hold is noted."""
    occupation, grade = session.filing.occupation_id, Grade(session.grade)
    people = {one.person_id for one in lot}
    # Of two sessions issued at once the second waits, and finds what the first has issued.
    hold(people)
    held = holdings(people, (occupation,), on=on)
    holders = [one for one in lot if grade in held[one.person_id, occupation]]
    for one in holders:
        one.withheld = held[one.person_id, occupation][grade].number
    Candidate.objects.bulk_update(holders, ["withheld"])
    return [one for one in lot if not one.withheld]


def issue_to(
    session: AssessmentSession, lot: Sequence[Candidate], *, by: Capacity, on: date
) -> None:
    """Numbers, certificates, credentials and the journal for a lot, in the caller's transaction."""
    issuer = session.filing.assessor.organisation_id
    occupation, grade = session.filing.occupation, Grade(session.grade)
    numbers = draw_numbers(issuer, [grade] * len(lot), on=on)
    holders = [(number, one.person) for number, one in zip(numbers, lot, strict=True)]
    insert_rows(
        Certificate,
        COLUMNS,
        [
            (
                number, holder.pk, occupation.pk, grade.value, issuer, session.pk, on,
                *NOTHING_BECAME,
            )
            for number, holder in holders
        ],
    )  # fmt: skip
    orders = [
        order_of(number, holder, occupation, grade, on=on, direction=session.direction)
        for number, holder in holders
    ]
    credentials.issue_all(KIND, orders, issuer_organisation=issuer, by=by, on=on)
    note_issued(numbers, Happened(case_number=session.case_number), by=by, on=on)
    write_many(
        line_of("issued", number, str(holder.pk), issuer, by=by, on=on)
        for number, holder in holders
    )
