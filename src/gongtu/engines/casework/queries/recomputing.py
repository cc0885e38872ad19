"""A decision looked at again: by its own rules and day, with the facts as they are known now."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.utils import translation

from gongtu.base.money import Yuan
from gongtu.engines.casework.authority import chain_of
from gongtu.engines.casework.declare import Move, Procedure
from gongtu.engines.casework.models import Case
from gongtu.engines.casework.queries.knowing import gathering_of, judged, known_of, subject_of
from gongtu.engines.casework.queries.wording import grounds_in_words, refusal_in_words
from gongtu.engines.casework.registry import folder_of, get_procedure
from gongtu.engines.entitlement.asking import Finding, Ground, Verdict, answer
from gongtu.engines.entitlement.wording import Language
from gongtu.engines.ledger.queries import list_commitments_of
from gongtu.records.journal.models import JournalEntry

Reasons = tuple[dict[str, str], ...]
"""Sentences, each by its language."""


@dataclass(frozen=True, slots=True)
class Recomputed:
    """What was promised, what it would be now, and why."""

    before: Yuan
    after: Yuan
    because: Reasons

    @property
    def same(self) -> bool:
        return self.before == self.after


def recompute(case: Case) -> Recomputed | None:
    """What the case would be granted, were it decided again on the day of its decision.

    None where no decision on money stands, or a fact is missing: what is not known is held
    against nobody.
    """
    procedure = get_procedure(case.procedure, case.version)
    move = next((one for one in procedure.moves if one.commits is not None), None)
    promises = list(list_commitments_of(case.number))
    if move is None or not promises or not decision_stands(case):
        return None
    on = _decided_on(case, move)
    if on is None:
        return None
    before = Yuan.total(Yuan.of_fen(promise.amount) for promise in promises)
    return _decided_again(case, procedure, move, before, on=on)


def decision_stands(case: Case) -> bool:
    """Whether the case lies behind its grant: not refused, withdrawn or under review again."""
    procedure = get_procedure(case.procedure, case.version)
    granted = {one.to for one in procedure.moves if one.commits is not None or one.pays}
    return case.stage in granted


def _decided_on(case: Case, move: Move) -> date | None:
    moved = JournalEntry.objects.filter(chain=chain_of(case), kind="moved", move=move.key)
    last = moved.order_by("seq").last()
    return last.on if last else None


def _decided_again(
    case: Case, procedure: Procedure, move: Move, before: Yuan, *, on: date
) -> Recomputed | None:
    subject = subject_of(case, known_of(case, gathering_of(case, on=on, again=True)))
    findings = judged(procedure, move, subject, on=on)
    failed = [found for found in findings if found.verdict is Verdict.FAILS]
    if failed:
        return Recomputed(before, Yuan(0), _unmet(failed, case))
    if move.commits is None or any(found.verdict is Verdict.UNKNOWN for found in findings):
        return None
    amount = answer(move.commits.amount, subject, policy=procedure.policy, on=on)
    if amount.value is None:
        return None
    return Recomputed(before, amount.value, _worked_out(amount.grounds, folder_of(case.procedure)))


def _unmet(failed: Iterable[Finding], case: Case) -> Reasons:
    def say(found: Finding) -> Callable[[Language], str]:
        return lambda _lang: refusal_in_words(found, case.procedure)

    return tuple(_in_both(say(found)) for found in failed)


def _worked_out(grounds: Iterable[Ground], folder: Path) -> Reasons:
    return (_in_both(lambda lang: grounds_in_words(grounds, lang, folder)),)


def _in_both(say: Callable[[Language], str]) -> dict[str, str]:
    with translation.override("zh-hans"):
        zh = say("zh")
    with translation.override("en"):
        return {"zh": zh, "en": say("en")}
