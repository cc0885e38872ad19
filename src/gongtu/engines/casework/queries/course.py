"""The course of a case: its stages as a line, where it is, whose turn, until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Q, QuerySet

from gongtu.base.speech import said
from gongtu.engines.casework import clock
from gongtu.engines.casework.authority import chain_of
from gongtu.engines.casework.clock import Term
from gongtu.engines.casework.declare import End, Procedure, Stage
from gongtu.engines.casework.models import Case, StageRun
from gongtu.engines.casework.registry import get_procedure
from gongtu.parties.capacity import Capacity
from gongtu.parties.roles import OFFICES
from gongtu.records.journal.models import JournalEntry
from gongtu.records.journal.queries import list_chain

FOR_OFFICES = ("refused", "viewed", "conflict", "objected", "objection-answered")


class When(StrEnum):
    """Where a stage lies as seen from now."""

    DONE = "done"
    NOW = "now"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class Step:
    """One stage on the line; `who` holds it, `until` is when it must be left, if known.

    `terms` are the limits of the present stage; one whose value is None is 待核.
    """

    key: str
    label: str
    when: When
    since: date | None = None
    left_on: date | None = None
    who: str = ""
    until: date | None = None
    late: bool = False
    suspended: bool = False
    extended_by: int = 0
    terms: tuple[Term, ...] = ()


def course_of(case: Case, *, on: date | None = None) -> list[Step]:
    """What lies behind, the present stage, and the nearest way to an end; two queries."""
    procedure = get_procedure(case.procedure, case.version)
    runs = list(case.runs.order_by("id"))
    behind = [_done(procedure, run) for run in runs if run.left_on is not None]
    present = procedure[case.stage]
    if isinstance(present, End):
        end = Step(present.key, present.label, When.DONE, since=case.closed_on)
        return [*behind, end]
    now = _now(case, procedure, present, runs[-1], on=on)
    return [*behind, now, *_ahead(procedure, present)]


def history_of(case: Case, by: Capacity) -> QuerySet[JournalEntry]:
    """What happened, from the beginning.

    Who looked and who was refused is for offices and, as their own right, the person concerned.
    """
    entries = list_chain(chain_of(case))
    concerned = by.person is not None and by.person == case.opener_person_id
    if by.role in OFFICES or concerned:
        return entries
    return entries.exclude(Q(kind__in=FOR_OFFICES))


def _done(procedure: Procedure, run: StageRun) -> Step:
    stage = procedure[run.stage]
    return Step(
        stage.key, stage.label, When.DONE, since=run.started_on, left_on=run.left_on,
        late=run.late_on is not None, extended_by=run.extended_by,
    )  # fmt: skip


def _now(case: Case, procedure: Procedure, stage: Stage, run: StageRun, *, on: date | None) -> Step:
    dues = [day for day in (run.legal_due, run.promised_due) if day is not None]
    until = min(dues, default=None)
    return Step(
        stage.key,
        stage.label,
        When.NOW,
        since=run.started_on,
        who="" if stage.rests else _holder(case, stage),
        until=until,
        late=until is not None and on is not None and on > until,
        suspended=stage.suspends is not None,
        extended_by=run.extended_by,
        terms=clock.terms_of(stage.limit, procedure.policy, on=run.started_on),
    )


def _holder(case: Case, stage: Stage) -> str:
    if case.holder_organisation is not None:
        return said(case.holder_organisation.called)
    return str(case.holder_person or said(stage.held_by))


def _ahead(procedure: Procedure, stage: Stage) -> list[Step]:
    """The first declared way on from here: stages are declared in the order cases meet them.

    It ends where the case may rest for good: what undoes it then is no step that anybody expects.
    """
    order = [one.key for one in procedure.stages]
    ahead: list[Step] = []
    here: Stage | End = stage
    while isinstance(here, Stage) and not here.rests:
        later = [m.to for m in here.moves if order.index(m.to) > order.index(here.key)]
        if not later:
            break
        here = procedure[later[0]]
        ahead.append(Step(here.key, here.label, When.NEXT))
    return ahead
