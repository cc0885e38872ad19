"""Going from one stage to the next, and what the clocks make of it."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from gongtu.engines.casework import clock
from gongtu.engines.casework.answers import from_json
from gongtu.engines.casework.clock import Dues
from gongtu.engines.casework.declare import End, Procedure, Stage
from gongtu.engines.casework.models import NO_LIMIT, Case, Notice, StageRun
from gongtu.engines.casework.registry import get_procedure


def go_to(case: Case, key: str, *, leaving_with: str, on: date) -> None:
    """Bring the case to a stage; a move that stays in its stage leaves the clock running."""
    case.turn += 1
    if key != case.stage:
        _take_down_notices(case, on=on)
        case.runs.filter(left_on=None).update(left_on=on, left_with=leaving_with)
        enter(case, key, on=on)
    case.save()


def enter(case: Case, key: str, *, on: date) -> None:
    """Begin a stay; the caller saves the case."""
    procedure = get_procedure(case.procedure, case.version)
    stage = procedure[key]
    case.stage, case.stage_since, case.late_since = key, on, None
    if isinstance(stage, End):
        _close(case, on=on)
    else:
        _begin(case, procedure, stage, on=on)


def _take_down_notices(case: Case, *, on: date) -> None:
    """A public notice ends with its stage, even before its last day."""
    running = Q(until=None) | Q(until__gte=on)
    case.notices.filter(running, run__left_on=None).update(withdrawn_on=on)


def _close(case: Case, *, on: date) -> None:
    case.closed_on, case.days_taken = on, _days_taken(case, on=on)
    case.holder_role, case.holder_organisation, case.holder_person = "", None, None
    case.legal_due = case.promised_due = case.assignee = None
    case.due_order = NO_LIMIT


def _days_taken(case: Case, *, on: date) -> int:
    """Days from opening to end, without those in which a clock stood still."""
    stood = case.runs.exclude(suspends="").values_list("started_on", "left_on")
    return (on - case.opened_on).days - sum(((left or on) - began).days for began, left in stood)


def _begin(case: Case, procedure: Procedure, stage: Stage, *, on: date) -> None:
    before = _continued(case, stage.key)
    dues = _dues(case, procedure, stage, on=on) if before is None else _rest(
        before, procedure, stage, on=on
    )  # fmt: skip
    run = StageRun(case=case, stage=stage.key, started_on=on, suspends=stage.suspends or "")
    run.legal_due, run.promised_due = dues.legal, dues.promised
    if before is not None:
        _carry(before, run)
    run.save()
    if stage.suspends is None and before is None:
        case.assignee = None
    case.closed_on = case.days_taken = None
    case.late_since = run.late_on
    seat_holder(case, stage)
    set_dues(case, run)
    if stage.notice is not None:
        length = procedure.policy.value(stage.notice.days, on=on)
        until = clock.due_after(on, length)
        Notice.objects.create(run=run, case=case, says=stage.notice.says, opened_on=on, until=until)


def _dues(case: Case, procedure: Procedure, stage: Stage, *, on: date) -> Dues:
    """The days by which a stay that begins now must end."""
    named = stage.limit.counts_from if stage.limit else None
    told = from_json(procedure.form, case.answers).get(named) if named else None
    start = on if told is None else max(on, told)
    return clock.dues_of(stage, procedure.policy, on=start)


def _continued(case: Case, key: str) -> StageRun | None:
    """The stay that this one continues: since then the case only lay where its clock stood."""
    for run in case.runs.order_by("-id"):
        if run.stage == key:
            return run
        if run.suspends != key:
            return None
    return None


def _rest(before: StageRun, procedure: Procedure, stage: Stage, *, on: date) -> Dues:
    limit, left = stage.limit, before.left_on
    if limit is None or left is None:
        return Dues()

    def due(old: date | None, name: str | None) -> date | None:
        unit = procedure.policy.unit(name) if name else ""
        return clock.resumed(old, left_on=left, back_on=on, unit=unit)

    return Dues(due(before.legal_due, limit.legal), due(before.promised_due, limit.promised))


def _carry(before: StageRun, run: StageRun) -> None:
    run.resumes, run.late_on = before, before.late_on
    run.extended_by, run.extended_on = before.extended_by, before.extended_on
    run.extended_for = before.extended_for


def seat_holder(case: Case, stage: Stage) -> None:
    """Put the case into the hands of whoever sits on the stage's seat; of nobody where it rests."""
    if stage.rests:
        case.holder_role, case.holder_organisation, case.holder_person = "", None, None
        return
    party = case.parties.filter(role=stage.held_by, until=None).first()
    case.holder_role = str(stage.held_by)
    case.holder_organisation = party.organisation if party else None
    case.holder_person = party.person if party else None


def set_dues(case: Case, run: StageRun) -> None:
    """Copy the stay's due days to the case, where queues sort by them."""
    case.legal_due, case.promised_due = run.legal_due, run.promised_due
    case.due_order = Dues(run.legal_due, run.promised_due).first
