"""The letters that follow a decision on money: corrected, paid in addition, come back, let go."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from gongtu.base.money import Yuan
from gongtu.engines.casework import authority
from gongtu.engines.casework.authority import Docket
from gongtu.engines.casework.declare import LetterKind, Move
from gongtu.engines.casework.models import Case, Correction, Letter
from gongtu.engines.casework.queries.corrections import decides_on, heard_until
from gongtu.engines.casework.services.issuing import Wording, issue
from gongtu.engines.casework.services.spending import fund_of
from gongtu.parties.capacity import Capacity


def worded(
    case: Case,
    title: str,
    figures: Mapping[str, object],
    *,
    reason: str = "",
    amount: Yuan | None = None,
) -> Wording:
    """What such a letter says; no move of the case stands behind it."""
    move = Move("correct", title, to=case.stage)
    return Wording(move, figures, reason, {}, (), amount, fund_of(case))


def tell_opener(docket: Docket, key: str, words: Wording, *, by: Capacity, on: date) -> Letter:
    """From the body that decides the case to who opened it."""
    body = docket.party(decides_on(docket.procedure))
    kind = LetterKind(key, words.move.label, to=docket.procedure.opened_by, shared=True)
    issuer = body.organisation_id if body else by.organisation
    return issue(docket, kind, words, issuer=issuer, by=by, on=on)


def tell_of_it(found: Correction, *, by: Capacity, on: date) -> Letter:
    """What would change and why, and the right to be heard."""
    return _tell(found, "correction_notice", "给付更正事先告知书", by=by, on=on)


def tell_decision(found: Correction, *, by: Capacity, on: date) -> Letter:
    """What was changed, with reasons and the remedy."""
    return _tell(found, "correction", "给付更正决定书", by=by, on=on)


def say_no_more_of_it(found: Correction, *, by: Capacity, on: date) -> Letter:
    """What was told before is not pursued."""
    return _tell(found, "correction_dropped", "不予更正告知书", by=by, on=on)


def tell_payment(found: Correction, *, paid: Yuan, by: Capacity, on: date) -> Letter:
    """What was paid in addition."""
    return _tell(found, "correction_paid", "补发告知书", by=by, on=on, amount=paid)


def _tell(
    found: Correction, key: str, title: str, *, by: Capacity, on: date, amount: Yuan | None = None
) -> Letter:
    words = worded(found.case, title, _figures(found), reason=found.reason, amount=amount)
    return tell_opener(authority.docket_of(found.case), key, words, by=by, on=on)


def _figures(found: Correction) -> dict[str, object]:
    before, after = Yuan.of_fen(found.before), Yuan.of_fen(found.after)
    nothing = Yuan(0)
    return {
        "before": before,
        "after": after,
        "less": before - after if after < before else nothing,
        "more": after - before if before < after else nothing,
        "because": found.because,
        "until": heard_until(found),
    }
