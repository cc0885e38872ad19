"""The letters of a correction: told before, decided, not pursued, paid in addition."""

from __future__ import annotations

from datetime import date

from gongtu.base.money import Yuan
from gongtu.engines.casework import authority
from gongtu.engines.casework.declare import LetterKind, Move
from gongtu.engines.casework.models import Correction, Letter
from gongtu.engines.casework.queries.corrections import decides_on, heard_until
from gongtu.engines.casework.services.issuing import Wording, issue
from gongtu.engines.casework.services.spending import fund_of
from gongtu.parties.capacity import Capacity


def tell_of_it(found: Correction, *, by: Capacity, on: date) -> Letter:
    """What would change and why, and the right to be heard."""
    return _issue(found, "correction_notice", "给付更正事先告知书", by=by, on=on)


def tell_decision(found: Correction, *, by: Capacity, on: date) -> Letter:
    """What was changed, with reasons and the remedy."""
    return _issue(found, "correction", "给付更正决定书", by=by, on=on)


def say_no_more_of_it(found: Correction, *, by: Capacity, on: date) -> Letter:
    """What was told before is not pursued."""
    return _issue(found, "correction_dropped", "不予更正告知书", by=by, on=on)


def tell_payment(found: Correction, *, paid: Yuan, by: Capacity, on: date) -> Letter:
    """What was paid in addition."""
    return _issue(found, "correction_paid", "补发告知书", by=by, on=on, amount=paid)


def _issue(
    found: Correction, key: str, title: str, *, by: Capacity, on: date, amount: Yuan | None = None
) -> Letter:
    docket = authority.docket_of(found.case)
    body = docket.party(decides_on(docket.procedure))
    kind = LetterKind(key, title, to=docket.procedure.opened_by, shared=True)
    words = Wording(
        Move("correct", title, to=found.case.stage), _figures(found), found.reason, {}, (),
        amount, fund_of(found.case),
    )  # fmt: skip
    issuer = body.organisation_id if body else by.organisation
    return issue(docket, kind, words, issuer=issuer, by=by, on=on)


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
