"""What others read of sittings: examiners, what was arranged, entered and drawn."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet
from django.utils.translation import gettext as _

from gongtu.base.draws import share_of
from gongtu.base.errors import Refused
from gongtu.engines.casework.models import Case, Notice
from gongtu.parties import access
from gongtu.parties.capacity import Capacity
from gongtu.parties.queries import divisions_under
from gongtu.records.journal.models import Seal
from gongtu.registers.sittings.choices import Drawn, LookedAgain
from gongtu.registers.sittings.models import (
    Draw,
    Examiner,
    Incident,
    Kinship,
    MarkEntry,
    MarkReview,
    Sitting,
)
from gongtu.registers.skills.models import AssessmentSession, Candidate
from gongtu.registers.skills.queries import assesses
from gongtu.registers.skills.queries.coming import sessions_to_come

APPEAL = "result-appeal"


class SessionUnknown(Refused):
    """There is no such session."""


class DrawUnknown(Refused):
    """There is no such draw."""


def find_sitting(case_number: str) -> Sitting | None:
    """What was arranged for the session of a case; None where nothing was."""
    sittings = Sitting.objects.select_related("session__filing__assessor")
    return sittings.filter(session__case_number=case_number).first()


def list_examiners() -> QuerySet[Examiner]:
    """Everybody who is or was filed, the latest first."""
    filed = Examiner.objects.select_related("person").prefetch_related("scopes__occupation")
    return filed.order_by("-id")


def find_examiner(person: UUID, *, on: date) -> Examiner | None:
    """A person's own filing in force on that day."""
    in_force = Q(until=None) | Q(until__gt=on)
    return list_examiners().filter(in_force, person=person, since__lte=on).first()


def list_relatives(person: UUID) -> QuerySet[Kinship]:
    """Whom an examiner declared as relatives."""
    return Kinship.objects.filter(person=person).select_related("relative")


def entries_of(case_number: str) -> dict[int, list[MarkEntry]]:
    """What was entered of each candidate of a session so far, the first first."""
    found: dict[int, list[MarkEntry]] = {}
    entries = MarkEntry.objects.filter(candidate__session__case_number=case_number)
    for entry in entries.select_related("entered_by"):
        found.setdefault(entry.candidate_id, []).append(entry)
    return found


def count_unsettled(sitting: Sitting) -> int:
    """How many candidates have no marks that two people agree on, or a third decided."""
    return sitting.session.candidates.filter(passed=None).count()


def sample_of(sitting: Sitting) -> frozenset[str]:
    """The tickets drawn to be marked again; empty before the draw."""
    drawn = list_draws(sitting, Drawn.SAMPLE).last()
    return frozenset(drawn.chosen) if drawn else frozenset()


def unreviewed_in(sitting: Sitting) -> frozenset[str]:
    """Those of the sample whose marks nobody has looked at again yet."""
    reviewed = MarkReview.objects.filter(
        candidate__session=sitting.session_id, why=LookedAgain.SAMPLE
    ).select_related("candidate")
    return sample_of(sitting) - {ticket_of(one.candidate) for one in reviewed}


def count_unreviewed(sitting: Sitting) -> int:
    """How many are still to be marked again; before the draw, how many will be."""
    if list_draws(sitting, Drawn.SAMPLE).exists():
        return len(unreviewed_in(sitting))
    return share_of(sitting.session.candidates.count(), sitting.sample_percent)


def list_reviews(case_number: str) -> QuerySet[MarkReview]:
    """Marks of a session that were looked at again, with what stood before."""
    reviews = MarkReview.objects.filter(candidate__session__case_number=case_number)
    return reviews.select_related("candidate__person", "looked_by")


def list_incidents(case_number: str) -> QuerySet[Incident]:
    """What went otherwise than it should in a session, in the order it happened."""
    incidents = Incident.objects.filter(session__case_number=case_number)
    return incidents.select_related("noted_by")


def list_supervised(division: str) -> QuerySet[AssessmentSession]:
    """The sessions of the assessors of a division, the latest first, with how much went wrong."""
    sessions = AssessmentSession.objects.filter(
        filing__assessor__organisation__division__in=divisions_under(division)
    )
    told = sessions.select_related(
        "filing__occupation", "filing__assessor__organisation", "sitting"
    )
    return told.annotate(incidents_noted=Count("incidents"))


def supervised_after(
    sessions: QuerySet[AssessmentSession], *, day: date, pk: int
) -> QuerySet[AssessmentSession]:
    """What follows that session in a list of the latest first."""
    return sessions.filter(Q(planned_on__lt=day) | Q(planned_on=day, pk__lt=pk))


def get_supervised(number: str, *, by: Capacity, on: date) -> AssessmentSession:
    """One session of an assessor that the office covers.

    Raises:
        SessionUnknown: There is none.
        NotEntitled: Its assessor lies elsewhere.
    """
    sessions = AssessmentSession.objects.select_related(
        "filing__occupation", "filing__assessor__organisation", "sitting"
    )
    if (found := sessions.filter(case_number=number).first()) is None:
        raise SessionUnknown(_("没有这场评价。"))
    access.require(by, "supervise-sessions", found.filing.assessor.organisation, on=on)
    return found


def appeals_open(case_number: str) -> QuerySet[Case]:
    """Appeals of candidates against results of a session that are not decided yet."""
    return Case.objects.filter(procedure=APPEAL, closed_on=None, answers__session=case_number)


def is_on_notice(case_number: str, *, on: date) -> bool:
    """Whether the results of a session are on public notice that day."""
    return case_number in on_notice([case_number], on=on)


def on_notice(case_numbers: Collection[str], *, on: date) -> set[str]:
    """Those of these sessions whose results are on public notice that day."""
    running = Q(until=None) | Q(until__gte=on)
    notices = Notice.objects.filter(running, case__number__in=case_numbers, withdrawn_on=None)
    return set(notices.filter(opened_on__lte=on).values_list("case__number", flat=True))


def ticket_of(candidate: Candidate) -> str:
    """The number a candidate sits under: it tells nobody who it is."""
    return f"{candidate.pk:08d}"


def seats_in(sitting: Sitting) -> dict[str, tuple[str, int]]:
    """The room and seat of each ticket, as they were drawn; empty before."""
    drawn = [one for one in sitting.draws.all() if one.kind == Drawn.SEATS]
    if not drawn:
        return {}
    seats = ((room.name, seat + 1) for room in sitting.rooms.all() for seat in range(room.capacity))
    return dict(zip(drawn[-1].chosen, seats, strict=False))


def list_open(employers: Collection[int], *, on: date) -> QuerySet[Sitting]:
    """The sessions one registers for, of these bodies and for anybody, the nearest first."""
    return _registering(on).filter(assesses(employers, "session__filing__assessor__"))


def list_public(organisation: int, *, on: date) -> QuerySet[Sitting]:
    """The sessions of a social body for which anybody registers, the nearest first."""
    own = {"session__filing__assessor__organisation": organisation}
    return list_open((), on=on).filter(**own)


def _registering(on: date) -> QuerySet[Sitting]:
    """Once seats are drawn nobody comes or goes."""
    drawn = Draw.objects.filter(kind=Drawn.SEATS).values("sitting")
    sittings = Sitting.objects.filter(
        capacity__gte=1, session__in=sessions_to_come(on).values("pk")
    )
    return (
        sittings.exclude(pk__in=drawn)
        .select_related("session__filing__occupation", "session__filing__assessor__organisation")
        .order_by("session__planned_on", "id")
    )


def next_open(sitting: Sitting, *, on: date) -> Sitting | None:
    """The next of the same occupation and grade with a seat left, theirs or for anybody."""
    session = sitting.session
    alike = list_open([session.filing.assessor.organisation_id], on=on).filter(
        session__filing__occupation=session.filing.occupation_id, session__grade=session.grade,
        taken__lt=F("capacity"),
    )  # fmt: skip
    return alike.exclude(pk=sitting.pk).first()


def seats_left(sessions: Collection[AssessmentSession]) -> dict[int, int]:
    """Of those that were arranged with seats, how many are left; by the session's key."""
    arranged = Sitting.objects.filter(session__in=sessions, capacity__gte=1)
    told = arranged.values_list("session", "capacity", "taken")
    return {session: max(capacity - taken, 0) for session, capacity, taken in told}


def left_in(case_number: str) -> int:
    """How many seats of a session are left; none where nobody registers."""
    arranged = find_sitting(case_number)
    return seats_left([arranged.session]).get(arranged.session_id, 0) if arranged else 0


def list_sat(person: UUID) -> QuerySet[Candidate]:
    """Everything a person sits or sat in, with rooms and draws, the latest first."""
    sat = Candidate.objects.filter(person=person).select_related(
        "session__sitting", "session__filing__occupation", "session__filing__assessor__organisation"
    )
    sat = sat.prefetch_related("session__sitting__rooms", "session__sitting__draws")
    return sat.order_by("-session__planned_on", "-id")


def list_draws(sitting: Sitting, *kinds: Drawn) -> QuerySet[Draw]:
    """What was drawn for a session, in its order."""
    return sitting.draws.filter(kind__in=kinds) if kinds else sitting.draws.all()


def seal_of(draw: Draw) -> str:
    """The hash of the journal's seal that the seed came of; empty before the first."""
    return Seal.objects.filter(number=draw.seal).values_list("hash", flat=True).first() or ""


def get_draw(draw: int) -> Draw:
    """One draw, for anybody who wants to draw it again.

    Raises:
        DrawUnknown: There is none.
    """
    draws = Draw.objects.select_related(
        "sitting__session__filing__occupation", "sitting__session__filing__assessor__organisation"
    )
    if (found := draws.filter(pk=draw).first()) is None:
        raise DrawUnknown(_("没有这次抽取。"))
    return found
