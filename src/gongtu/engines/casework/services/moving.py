"""The one way to change a case: check, bring about, pass on, write down, tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction

from gongtu.base.money import Yuan
from gongtu.base.speech import gettext as _
from gongtu.engines.casework import authority
from gongtu.engines.casework.answers import as_json, read_answers
from gongtu.engines.casework.authority import Docket
from gongtu.engines.casework.declare import Move, Stage
from gongtu.engines.casework.models import Case, Draft
from gongtu.engines.casework.queries.knowing import gathering_of, judged, known_of, subject_of
from gongtu.engines.casework.queries.wording import refusal_in_words
from gongtu.engines.casework.refusals import (
    ConditionsUnmet,
    NoticeRunning,
    ReasonsMissing,
    WrongHands,
)
from gongtu.engines.casework.services.binding import seat_named, seat_with
from gongtu.engines.casework.services.issuing import Wording, issue
from gongtu.engines.casework.services.locking import lock, refusals_journaled
from gongtu.engines.casework.services.onceness import once_only, remember
from gongtu.engines.casework.services.opening import effect_of
from gongtu.engines.casework.services.recording import record
from gongtu.engines.casework.services.spending import (
    commit_money,
    committed_by,
    fund_of,
    pay_what_is_committed,
    release_what_is_committed,
)
from gongtu.engines.casework.services.staying import go_to
from gongtu.engines.casework.services.telling import tell_holder
from gongtu.engines.casework.services.undoing import undo_records
from gongtu.engines.casework.speech import said
from gongtu.engines.entitlement.asking import Finding, Verdict
from gongtu.engines.entitlement.declare import Known
from gongtu.engines.ledger.models import PaymentRun
from gongtu.parties.capacity import Capacity


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What comes with a move: who, when, answers to its form, reasons, the page's `turn`."""

    by: Capacity
    on: date
    answers: Mapping[str, Any] = field(default_factory=dict)
    reason: str = ""
    turn: int | None = None
    once: str | None = None
    run: PaymentRun | None = None


@dataclass(frozen=True, slots=True)
class Weighed:
    """A move that may be made, with what was found out on the way."""

    answers: dict[str, Any]
    known: Mapping[str, Known]
    findings: tuple[Finding, ...]


def make_move(  # noqa: PLR0913 - a move is what, who, when, answers, why and for which page
    case_number: str,
    move_key: str,
    *,
    by: Capacity,
    on: date,
    answers: Mapping[str, Any] | None = None,
    reason: str = "",
    turn: int | None = None,
    once: str | None = None,
) -> Case:
    """Do one move; the buttons of the page are exactly those that get past the first check.

    Raises:
        WrongHands, InConflict: Not theirs to do, or not now; journaled.
        StaleMove: The case moved on since the page with this `turn` was read.
        CaseClosed, AlreadyDone, AnswersWrong, ReasonsMissing, NoticeRunning: As they say.
        ConditionsUnmet: With every unmet condition, not just the first.
        AmountUnknown: A fact or a rate that the payment rests on is missing.
    """
    told = Told(by=by, on=on, answers=answers or {}, reason=reason.strip(), turn=turn, once=once)

    def do() -> Case:
        with refusals_journaled(case_number, "move", by=by, on=on, move=move_key):
            return _make(case_number, move_key, told)

    return once_only(once, do, by=by)


def pay_in_run(case_number: str, move: str, *, run: PaymentRun, by: Capacity, on: date) -> Case:
    """The paying move of a case, as part of a payment run.

    Raises:
        Refused: As `make_move`.
    """
    with refusals_journaled(case_number, "move", by=by, on=on, move=move):
        return _make(case_number, move, Told(by=by, on=on, run=run))


@transaction.atomic
def _make(number: str, key: str, told: Told) -> Case:
    case = lock(number, by=told.by, turn=told.turn)
    docket = authority.docket_of(case)
    move = _named(docket, key)
    if (refused := authority.why_not(docket, move, told.by, on=told.on)) is not None:
        raise refused
    carry_out(docket, move, told)
    remember(told.once, case, by=told.by, on=told.on)
    return case


def _named(docket: Docket, key: str) -> Move:
    stage, everywhere = docket.stage, docket.procedure.moves
    here = stage.move(key) if isinstance(stage, Stage) else None
    move = here or next((move for move in everywhere if move.key == key), None)
    if move is None:
        raise WrongHands(
            _("“%(title)s”没有“%(key)s”这一步骤。")
            % {"title": said(docket.procedure.title, docket.procedure.key), "key": key}
        )
    return move


def carry_out(docket: Docket, move: Move, told: Told) -> None:
    """Make a move whose maker has been checked already; within a transaction."""
    weighed = weigh(docket, move, told)
    amount = _bring_about(docket, move, told, weighed)
    case, left, body = docket.case, docket.case.stage, docket.case.holder_organisation_id
    if docket.ends_refused(move):
        release_what_is_committed(case, by=told.by, on=told.on)
        undo_records(docket, by=told.by, on=told.on)
    go_to(case, move.to, leaving_with=move.key, on=told.on)
    record(case, "moved", by=told.by, on=told.on, text=told.reason, move=move.key, left=left)
    if move.issues is not None:
        words = Wording(
            move, weighed.answers, told.reason, weighed.known, weighed.findings, amount,
            fund_of(case),
        )  # fmt: skip
        issuer = told.by.organisation or body
        issue(docket, move.issues, words, issuer=issuer, by=told.by, on=told.on)
    Draft.objects.filter(about=case.number, move=move.key).delete()
    tell_holder(case, by=told.by, on=told.on)


def weigh(docket: Docket, move: Move, told: Told) -> Weighed:
    """Everything that must be right about the move itself, whoever makes it."""
    case, procedure = docket.case, docket.procedure
    answers = read_answers(move.asks, told.answers) if move.asks else {}
    asked = (move.asks, answers) if move.asks else None
    known = known_of(case, gathering_of(case, on=told.on), asked)
    findings = judged(procedure, move, subject_of(case, known), on=told.on)
    if unmet := [found for found in findings if found.verdict is not Verdict.HOLDS]:
        raise ConditionsUnmet(unmet, [refusal_in_words(found, procedure.key) for found in unmet])
    if move.reasons and not told.reason:
        raise ReasonsMissing(_("须说明理由。"))
    if move.after_notice:
        _notice_is_over(case, on=told.on)
    return Weighed(answers, known, tuple(findings))


def _notice_is_over(case: Case, *, on: date) -> None:
    notice = case.notices.filter(withdrawn_on=None).order_by("-id").first()
    if notice is None:
        return
    unanswered = notice.objections.filter(answered_on=None).count()
    running = notice.until is None or on <= notice.until
    if running or unanswered:
        raise NoticeRunning(notice.until, unanswered, running=running)


def _bring_about(docket: Docket, move: Move, told: Told, weighed: Weighed) -> Yuan | None:
    case, procedure = docket.case, docket.procedure
    if move.asks is not None:
        case.move_answers = {**case.move_answers, move.key: as_json(weighed.answers)}
        seat_named(case, procedure, move.asks, weighed.answers, on=told.on)
    seat_with(case, procedure, move.key, on=told.on)
    subject = subject_of(case, weighed.known)
    if move.commits is not None:
        commit_money(docket, move.commits, subject, by=told.by, on=told.on)
    amount = committed_by(case)
    if move.does is not None:
        gathering = gathering_of(case, on=told.on)
        more = {"known": weighed.known, "move_answers": weighed.answers, "amount": amount}
        move.does(effect_of(gathering, by=told.by, **more))
    if move.pays:
        pay_what_is_committed(case, by=told.by, on=told.on, run=told.run)
    return amount
